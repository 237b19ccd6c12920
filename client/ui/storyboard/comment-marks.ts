import { css, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Thread } from '../../../shared/api/feedback/comment-schemas.ts';
import type { Store } from '../../store/store.ts';
import { timeText } from '../../store/storyboard-edits.ts';
import { html } from '../../words/html.ts';
import { want } from '../intents.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { spreadInOrder } from './spread.ts';
import { touched } from '../screens.ts';

/** Minimum distance between comment buttons if there is room, in CSS pixels. */
const minPx = 19;

/** The comments on times of the storyboard, along the timeline. A press opens a comment. */
@customElement('hu-comment-marks')
export class CommentMarks extends LitElement {
  static override styles = [
    base,
    css`
      button {
        position: absolute;
        bottom: 0;
        pointer-events: auto;
        width: 26px;
        height: 24px;
        min-height: 0;
        padding: 0;
        translate: -50% 0;
        align-items: end;
      }
      button:hover:not(:disabled) {
        background: none;
      }
      span {
        display: grid;
        place-items: center;
        min-width: 16px;
        height: 16px;
        padding: 0 3px;
        border: 1px solid rgb(8 9 14 / 0.85);
        border-radius: 8px 8px 8px 2px;
        background: var(--colour, white);
        color: var(--ink);
        font-size: 10px;
        font-weight: 700;
        line-height: 1;
        transition: scale 0.12s;
      }
      button:hover span,
      button:focus-visible span,
      button[aria-pressed='true'] span {
        scale: 1.25;
      }
      button[aria-pressed='true'] span {
        box-shadow: 0 0 0 2px var(--accent);
      }
      @media ${touched} {
        button {
          width: 40px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  #sizes = new ResizeObserver(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  constructor() {
    super();
    watchSignals(this, () => [this.store?.comments.value, this.store?.authoredDocument.value.storyboard]);
  }

  protected override render(): TemplateResult {
    const { threads, chosen, arePinsShown } = this.store.comments.value;
    const duration = this.store.authoredDocument.value.storyboard?.duration ?? 0;
    const isShown = ({ id, isResolved, storySeconds }: Thread) =>
      storySeconds !== null && storySeconds <= duration && (!isResolved || id === chosen?.id);
    const shown = arePinsShown ? threads.filter(isShown).toSorted((a, b) => a.storySeconds! - b.storySeconds!) : [];
    const places = spreadInOrder(
      shown.map(({ storySeconds }) => storySeconds! / duration),
      minPx / Math.max(1, this.clientWidth),
    );
    return html`${repeat(
      shown,
      ({ id }) => id,
      ({ id, number, storySeconds, author }, at) =>
        html`<button
          title="Comment ${number}, at ${timeText(storySeconds!)}"
          aria-label="Comment ${number}, at ${timeText(storySeconds!)} of the storyboard"
          aria-pressed=${chosen?.id === id}
          ${styled({ left: `${places[at] * 100}%` })}
          @pointerdown=${(event: Event) => event.stopPropagation()}
          @click=${() => want(this, { kind: 'comments', act: { kind: 'choose', id } })}
        >
          <span class="number" ${styled({ '--colour': author?.colour ?? '#ffffff' })}>${number}</span>
        </button>`,
    )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-comment-marks': CommentMarks;
  }
}
