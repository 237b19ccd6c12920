import { css, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StagePoint } from '../../store/store.ts';
import { draftPin } from '../../store/comments.ts';
import { html } from '../../words/html.ts';
import { want } from '../intents.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { touched } from '../screens.ts';

/** The pin of a comment in the scene. Its tip points at its place. */
@customElement('hu-pin')
export class Pin extends LitElement {
  static override styles = [
    base,
    css`
      button {
        position: absolute;
        /* Its lower left corner is the tip. */
        translate: 0 -100%;
        align-items: end;
        justify-content: start;
        width: 32px;
        min-height: 34px;
        height: 34px;
        padding: 0;
        pointer-events: auto;
      }
      button:hover:not(:disabled) {
        background: none;
        scale: 1.15;
        transform-origin: 0 100%;
      }
      span {
        display: grid;
        place-items: center;
        min-width: 24px;
        height: 24px;
        padding: 0 5px;
        border: 2px solid rgb(8 9 14 / 0.85);
        border-radius: 12px 12px 12px 2px;
        background: var(--colour, white);
        color: var(--ink);
        font-size: 11px;
        font-weight: 700;
        box-shadow: 0 2px 8px rgb(0 0 0 / 0.5);
      }
      .chosen span {
        animation: beckon 0.9s ease-out 2;
      }
      @keyframes beckon {
        from {
          box-shadow:
            0 0 0 0 var(--colour, white),
            0 2px 8px rgb(0 0 0 / 0.5);
        }
        to {
          box-shadow:
            0 0 0 22px transparent,
            0 2px 8px rgb(0 0 0 / 0.5);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .chosen span {
          animation: none;
          outline: 3px solid white;
        }
      }
      .draft {
        position: absolute;
        translate: 0 -100%;
      }
      @media ${touched} {
        button {
          width: 44px;
          height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) mark!: StagePoint;
  /** The comment that the user opened; a new object each time. */
  @property({ attribute: false }) chosen: { id: string } | null = null;

  /** Restarts the animation each time that the user opens the comment. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!changed.has('chosen') || !this.chosen) return;
    for (const beckoning of this.renderRoot.querySelector('span')?.getAnimations() ?? []) {
      beckoning.currentTime = 0;
      beckoning.play();
    }
  }

  protected override render(): TemplateResult {
    const { id, label, colour } = this.mark;
    if (id === draftPin) return html`<span class="draft"></span>`;
    return html`<button
      class=${this.chosen?.id === id ? 'chosen' : ''}
      aria-label="Comment ${label}"
      @click=${() => want(this, { kind: 'comments', act: { kind: 'choose', id } })}
    >
      <span class="number" ${styled({ '--colour': colour })}>${label}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-pin': Pin;
  }
}
