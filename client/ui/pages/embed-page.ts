import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { universePath } from '../../store/routes.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say, sayText } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { base, darkIsland } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { given } from '../parts/given.ts';

/**
 * A universe in a page of another site: its picture, its sound after a tap, and a link to play it. The app puts its canvas into the slot.
 */
@customElement('hu-embed-page')
export class EmbedPage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        position: fixed;
        inset: 0;
        overflow: hidden;
        background: var(--stage);
        ${darkIsland}
      }
      ::slotted(*) {
        position: absolute;
        inset: 0;
      }
      .foot {
        position: absolute;
        inset: auto 0 0;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding: 28px 12px 12px;
        background: linear-gradient(transparent, rgb(6 7 12 / 0.75));
        pointer-events: none;
      }
      .foot > * {
        pointer-events: auto;
      }
      a {
        display: flex;
        flex-direction: column;
        min-width: 0;
        padding: 4px 6px;
        border-radius: var(--radius-small);
        text-decoration: none;
        text-shadow: 0 1px 6px rgb(0 0 0 / 0.7);
      }
      b,
      a span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      b {
        font-size: 15px;
        font-weight: 600;
        letter-spacing: -0.01em;
      }
      a span {
        font-size: 12px;
        color: var(--text-soft);
      }
      a:hover span {
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      button {
        flex: none;
        background: var(--surface);
      }
      .words {
        position: absolute;
        inset: 0 24px;
        display: grid;
        place-content: center;
        text-align: center;
        color: var(--text-soft);
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [
      this.store?.universe.value,
      this.store?.audio.value.state,
      this.store?.audio.value.muted,
      this.store?.picture.value.kind,
      this.store?.connection.value,
      this.store?.troubles.value,
      this.store?.isPictureWaived.value,
    ]);
  }

  protected override render(): TemplateResult {
    const universe = this.store.universe.value;
    return html`<slot></slot> ${this.#renderWords()}
      ${
        universe
          ? html`<div class="foot">
              <a href=${universePath(universe.id)} target="_blank" rel="noopener">
                <b>${given(universe.name)}</b><span>Open in Harmonic Universe</span>
              </a>
              ${this.#renderSound()}
            </div>`
          : nothing
      }`;
  }

  #renderWords(): TemplateResult | typeof nothing {
    const { status, message } = this.store.connection.value;
    if (status === 'refused') return html`<p class="words" role="alert">${sayText(message)}</p>`;
    const { picture, troubles, isPictureWaived } = this.store;
    const hasFailed = Object.values(troubles.value).some((trouble) => trouble !== 'slow');
    return picture.value.kind === 'starting' && !hasFailed && !isPictureWaived.value
      ? html`<p class="words" role="status">Opening …</p>`
      : nothing;
  }

  #renderSound(): TemplateResult | typeof nothing {
    const { state, muted } = this.store.audio.value;
    const words = say(state === 'running' ? (muted ? 'Unmute' : 'Mute') : 'Tap for sound');
    const isSilent = state !== 'running' || muted;
    return html`<button
      class="icon outlined"
      data-test="sound"
      title=${words}
      aria-label=${words}
      ?disabled=${state === 'starting'}
      @click=${() => want(this, { kind: 'sound' })}
    >
      ${icon(isSilent ? 'volume-off' : 'volume')}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-embed-page': EmbedPage;
  }
}
