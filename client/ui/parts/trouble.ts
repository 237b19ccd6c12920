import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import { firstTrouble, troubleSentences, type WayOn, waySentences, waysOn } from '../../store/trouble.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { type Intent, want } from '../intents.ts';
import { onScreens } from '../screens.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';

const intents: Readonly<Record<WayOn, Intent>> = {
  retry: { kind: 'retry' },
  reload: { kind: 'reload' },
  without: { kind: 'without-picture' },
  gallery: { kind: 'navigate', path: '/' },
};

/** A message about a part that fails to load, and the ways to go on. */
@customElement('hu-trouble')
export class TroubleBox extends LitElement {
  static override styles = [
    base,
    css`
      section {
        position: fixed;
        z-index: 40;
        left: 50%;
        top: calc(50% + 96px);
        translate: -50% 0;
        display: grid;
        gap: 12px;
        width: max-content;
        max-width: min(480px, calc(100vw - 32px));
        padding: 14px 18px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--surface-raised);
        box-shadow: var(--shadow);
        text-align: center;
        text-wrap: balance;
      }
      section.seen {
        top: 64px;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 8px;
      }
      @media ${onScreens('low')} {
        section {
          top: 64px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.troubles.value, this.store?.isSeen.value, this.store?.route.value]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { troubles, isSeen, route } = this.store;
    const first = firstTrouble(troubles.value);
    if (!first) return nothing;
    const { part, trouble } = first;
    // An embed has no other page to go to, and the gallery needs no link to itself.
    const hasGallery = route.value.page !== 'embed' && route.value.page !== 'gallery';
    const ways = waysOn(part, trouble).filter((way) => way !== 'gallery' || hasGallery);
    return html`<section role="alert" class=${isSeen.value ? 'seen' : ''} data-part=${part} data-trouble=${trouble}>
      <p>${say(troubleSentences[part][trouble])}</p>
      <div>
        ${ways.map(
          (way, index) =>
            html`<button class=${index === 0 ? 'primary' : 'outlined'} data-way=${way} @click=${() => want(this, intents[way])}>
              ${say(waySentences[way])}
            </button>`,
        )}
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-trouble': TroubleBox;
  }
}
