import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Thread } from '../../../shared/api/feedback/comment-schemas.ts';
import { ticksPerSecond } from '../../../shared/simulation/world.ts';
import { showTime } from '../../store/recording.ts';
import type { Store } from '../../store/store.ts';
import { timeText } from '../../store/storyboard-edits.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { laterIcon } from '../parts/more-icons.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { commentsStyles } from './comments-styles.ts';
import { touched } from '../screens.ts';

/** Formats a tick as a time of the run. */
export const timeOf = (tick: number): string => showTime(Math.floor(tick / ticksPerSecond));

/** The pins of a thread, and links to them if possible: a place in the scene, a time of the storyboard, a time of the run. */
@customElement('hu-thread-pins')
export class ThreadPins extends LitElement {
  static override styles = [
    base,
    commentsStyles,
    css`
      .row {
        margin: 6px 0 0;
      }
      button.chip {
        padding: 0 8px;
        font-weight: 400;
      }
      .number {
        display: inline-grid;
        place-items: center;
        min-width: 22px;
        height: 22px;
        padding: 0 4px;
        border-radius: 11px 11px 11px 2px;
        background: var(--colour);
        color: var(--ink);
        font-size: 11px;
        font-weight: 700;
      }
      button.place {
        min-height: 28px;
        padding: 0 3px;
      }
      @media ${touched} {
        button.place {
          min-width: 44px;
          min-height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) thread!: Thread;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.canEdit.value, this.store?.authoredDocument.value.storyboard]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { place, tick, storySeconds } = this.thread;
    if (!place && tick === null && storySeconds === null) return nothing;
    return html`<div class="row">
      ${place ? this.#renderPlace() : nothing} ${storySeconds === null ? nothing : this.#renderMoment(storySeconds)}
      ${
        tick === null
          ? nothing
          : html`<span class="chip" title="Time of the universe when this was written. Time is shared and does not go back."
              >${laterIcon('clock', 13)} at ${timeOf(tick)}</span
            >`
      }
    </div>`;
  }

  #renderPlace(): TemplateResult {
    const { number, author } = this.thread;
    return html`<button
      class="place"
      title="Show where it is pinned in the scene"
      aria-label="Show pin ${number} in the scene"
      @click=${() => this.#go('place')}
    >
      <span class="number" ${styled({ '--colour': author?.colour ?? '#ffffff' })}>${number}</span>
    </button>`;
  }

  #renderMoment(seconds: number): TemplateResult {
    const { authoredDocument, canEdit } = this.store;
    const { storyboard } = authoredDocument.value;
    const isOnStage = storyboard !== null && seconds <= storyboard.duration;
    const sentence: Sentence = !isOnStage
      ? storyboard
        ? 'The loaded storyboard ends before this time.'
        : 'No storyboard is loaded.'
      : canEdit.value
        ? 'Move the storyboard to this time, for everyone'
        : 'Show this time on the storyboard';
    const words = say(sentence);
    return html`<button
      class="chip"
      title=${words}
      aria-label="${words}: ${timeText(seconds)}"
      ?disabled=${!isOnStage}
      @click=${() => this.#go('storySeconds')}
    >
      ${icon('clapperboard', 13)} ${timeText(seconds)}
    </button>`;
  }

  #go(what: 'place' | 'storySeconds'): void {
    want(this, { kind: 'comments', act: { kind: 'go-to', id: this.thread.id, what } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-thread-pins': ThreadPins;
  }
}
