import { css, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Axis, PadPlace } from '../../../shared/suggestion/index.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';

/** The words of the ends of an axis, at −1 and at 1. */
export const axisWords: Readonly<Record<Axis, readonly [low: Sentence, high: Sentence]>> = {
  wild: ['calm', 'wild'],
  bright: ['dark', 'bright'],
  dense: ['sparse', 'dense'],
  tense: ['restful', 'tense'],
};

/** Pause of the keys before the aim counts. */
const restMs = 500;
const steps = 20;
const within = (value: number) => Math.max(-1, Math.min(1, value));

/** A pad of two axes: where the universe in the middle is, and where it is to go. */
@customElement('hu-aim-pad')
export class AimPad extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        position: relative;
        height: 104px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--well);
        cursor: crosshair;
        touch-action: none;
        user-select: none;
        -webkit-user-select: none;
      }
      :host(:focus-within:has(input:focus-visible)) {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
      }
      .cross {
        position: absolute;
        inset: 18px 40px;
        background:
          linear-gradient(var(--line), var(--line)) center / 100% 1px no-repeat,
          linear-gradient(var(--line), var(--line)) center / 1px 100% no-repeat;
      }
      span {
        position: absolute;
        color: var(--text-soft);
        font-size: 11px;
        line-height: 16px;
        pointer-events: none;
      }
      .top,
      .bottom {
        left: 50%;
        translate: -50% 0;
      }
      .top {
        top: 2px;
      }
      .bottom {
        bottom: 2px;
      }
      .left,
      .right {
        top: 50%;
        translate: 0 -50%;
      }
      .left {
        left: 5px;
      }
      .right {
        right: 5px;
      }
      .field {
        position: absolute;
        inset: 12px;
        pointer-events: none;
      }
      .dot {
        position: absolute;
        left: calc((var(--across) + 1) * 50%);
        top: calc((1 - var(--up)) * 50%);
        width: 14px;
        height: 14px;
        translate: -50% -50%;
        border: 3px solid var(--menu);
        border-radius: 50%;
        background: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
        transition:
          left 0.2s,
          top 0.2s;
      }
      :host([data-held]) .dot {
        transition: none;
      }
    `,
  ];

  @property() across: Axis = 'wild';
  @property() up: Axis = 'dense';
  @property({ attribute: false }) at: PadPlace | null = null;
  /** Where it is to go, until it is there. */
  @state() target: Partial<PadPlace> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('pointerdown', this.#grab);
    this.addEventListener('pointermove', this.#drag);
    this.addEventListener('pointerup', this.#drop);
    this.addEventListener('pointercancel', this.#drop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('at')) this.target = {};
  }

  protected override render(): TemplateResult {
    const [left, right] = axisWords[this.across];
    const [bottom, top] = axisWords[this.up];
    return html`<div class="cross"></div>
      <span class="left">${say(left)}</span><span class="right">${say(right)}</span> <span class="top">${say(top)}</span
      ><span class="bottom">${say(bottom)}</span>
      <div class="field">
        <div class="dot" ${styled({ '--across': this.#placeOn(this.across), '--up': this.#placeOn(this.up) })}></div>
      </div>
      ${this.#renderAxis(this.across)} ${this.#renderAxis(this.up)}`;
  }

  /** The axes for keys and screen readers. */
  #renderAxis(axis: Axis): TemplateResult {
    const [low, high] = axisWords[axis].map((word) => say(word));
    const place = this.#placeOn(axis);
    const share = Math.round(Math.abs(place) * 100);
    return html`<input
      class="unseen"
      type="range"
      data-axis=${axis}
      min=${-steps}
      max=${steps}
      step="1"
      aria-label=${say('From {low} to {high}', { low, high })}
      aria-valuetext=${share === 0 ? say('in the middle') : say('{share} % {word}', { share, word: place < 0 ? low : high })}
      .value=${live(String(Math.round(place * steps)))}
      @input=${(event: Event) => this.#aimSoon({ [axis]: Number((event.target as HTMLInputElement).value) / steps })}
    />`;
  }

  #placeOn(axis: Axis): number {
    return within(this.target[axis] ?? this.at?.[axis] ?? 0);
  }

  #aimSoon(target: Partial<PadPlace>): void {
    this.target = { ...this.target, ...target };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#aim, restMs);
  }

  readonly #aim = () => want(this, { kind: 'suggestions', act: { kind: 'aim', targets: this.target } });

  #moveTo({ clientX, clientY }: PointerEvent): void {
    const { left, top, width, height } = this.renderRoot.querySelector('.field')!.getBoundingClientRect();
    const [across, up] = [((clientX - left) / width) * 2 - 1, 1 - ((clientY - top) / height) * 2];
    this.target = { [this.across]: within(across), [this.up]: within(up) };
  }

  readonly #grab = (event: PointerEvent) => {
    if (event.button !== 0) return;
    this.setPointerCapture(event.pointerId);
    this.toggleAttribute('data-held', true);
    this.#moveTo(event);
  };

  readonly #drag = (event: PointerEvent) => {
    if (this.hasAttribute('data-held')) this.#moveTo(event);
  };

  readonly #drop = (event: PointerEvent) => {
    if (!this.hasAttribute('data-held')) return;
    this.toggleAttribute('data-held', false);
    if (event.type === 'pointerup') this.#aim();
    else this.target = {};
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-aim-pad': AimPad;
  }
}
