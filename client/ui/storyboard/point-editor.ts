import { css, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { musicParameters } from '../../../shared/parameters/music.ts';
import { type Edit, type StoryboardPoint, type Transition, transitions } from '../../../shared/universe/index.ts';
import type { Store } from '../../store/store.ts';
import { onGrid, transitionWords } from '../../store/storyboard-edits.ts';
import { html } from '../../words/html.ts';
import { readNumber } from '../../words/numbers.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import { say } from '../../words/words.ts';
import { choiceStyles } from '../controls/choice-styles.ts';
import { readTyped, refusalOfNumber, stepsOfKeys, valueAfterKey } from '../controls/stepping.ts';
import { ValueBox } from '../controls/value-box.ts';
import { numberText } from '../format.ts';
import { want } from '../intents.ts';
import { icon, type IconName } from '../parts/icon.ts';
import { secondsStyles } from '../parts/strip-styles.ts';
import { onScreens } from '../screens.ts';
import { base } from '../tokens.ts';

/** The value that shapes a piece over time, so it is at hand in each point; all others are set by what the universe is. */
const { intensity } = musicParameters;

/** The editor of the selected storyboard point: its time, its intensity, its transition, and its state. */
@customElement('hu-point-editor')
export class PointEditor extends LitElement {
  static override styles = [
    base,
    choiceStyles,
    secondsStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 6px;
        margin-top: 4px;
        font-size: 13px;
      }
      .at {
        display: flex;
        align-items: center;
        gap: 4px;
        padding-left: 6px;
        color: var(--text-soft);
      }
      .at input.number {
        width: 52px;
      }
      .segments {
        flex: 1 1 240px;
      }
      .acts {
        display: flex;
        gap: 2px;
        margin-left: auto;
      }
      button {
        min-height: 32px;
        padding: 0 10px;
      }
      button.icon {
        width: 32px;
        padding: 0;
      }
      @media ${onScreens('phone', 'low')} {
        :host {
          container-type: inline-size;
        }
        /* The music panel has it. */
        .roomy {
          display: none;
        }
        .segments label {
          font-size: 12px;
          padding: 0 3px;
        }
        @container (width <= 560px) {
          .segments {
            flex-basis: 100%;
            order: 1;
          }
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) point!: StoryboardPoint;

  protected override render(): TemplateResult {
    const { at, id } = this.point;
    return html`<label class="at">at ${this.#at.render({ label: say('Time in seconds'), kind: 'number' })} s</label>
      <label class="at roomy" title=${sayOfRegistry(intensity.help)}
        >${sayOfRegistry(intensity.label)} ${this.#intensity.render({ label: sayOfRegistry(intensity.label), kind: 'number' })}</label
      >
      <div class="segments" role="radiogroup" aria-label="Transition">
        ${transitions.map((transition) => this.#renderTransition(transition))}
      </div>
      <div class="acts">
        <button
          class="outlined"
          data-test="take-state"
          title="Set this point to the current state of the universe"
          @click=${() => want(this, { kind: 'storyboard', act: { kind: 'take-state', id } })}
        >
          Update point
        </button>
        ${this.#button('eye', say('Go to this point'), () => this.#edit({ kind: 'playhead.set', seconds: at, playing: false }))}
        ${this.#button('trash', say('Delete the point'), () => this.#edit({ kind: 'point.remove', id }))}
        ${this.#button('check', say('Done'), () => want(this, { kind: 'storyboard', act: { kind: 'select', id: null } }))}
      </div>`;
  }

  #button(name: IconName, words: string, act: () => void): TemplateResult {
    return html`<button class="icon" title=${words} aria-label=${words} @click=${act}>${icon(name, 16)}</button>`;
  }

  #renderTransition(transition: Transition): TemplateResult {
    const { label, help } = transitionWords[transition];
    return html`<label title=${say(help)}
      ><input
        type="radio"
        name="transition"
        .checked=${this.point.transition === transition}
        @change=${() => this.#edit({ kind: 'point.set', id: this.point.id, values: { transition } })}
      />${say(label)}</label
    >`;
  }

  readonly #at = new ValueBox(this, {
    shown: () => numberText(this.point.at),
    enter: (text) => {
      const seconds = readNumber(text);
      if (seconds === null) return refusalOfNumber(say('Time in seconds'), text);
      this.#moveTo(seconds);
      return null;
    },
    step: (event) => {
      event.preventDefault();
      this.#moveTo(this.point.at + (stepsOfKeys[event.key] ?? 0) / 10);
    },
  });

  readonly #intensity = new ValueBox(this, {
    shown: () => numberText(this.#intensityHere),
    enter: (text) => {
      const read = readTyped(intensity, text);
      if ('refusal' in read) return read.refusal;
      this.#setIntensity(read.value);
      return null;
    },
    step: (event) => {
      event.preventDefault();
      const next = valueAfterKey(intensity, this.#intensityHere, event.key);
      if (next !== null) this.#setIntensity(next);
    },
  });

  get #intensityHere(): number {
    return Number(this.point.state.intensity ?? intensity.default);
  }

  #setIntensity(value: number): void {
    const { id, state } = this.point;
    if (value !== this.#intensityHere) this.#edit({ kind: 'point.set', id, values: { state: { ...state, intensity: value } } });
  }

  /** Moves the point to a time within the storyboard. */
  #moveTo(seconds: number): void {
    const at = onGrid(seconds, this.store.authoredDocument.value.storyboard!.duration);
    if (at !== this.point.at) this.#edit({ kind: 'point.set', id: this.point.id, values: { at } });
  }

  #edit(edit: Edit): void {
    want(this, { kind: 'edit', edit });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-point-editor': PointEditor;
  }
}
