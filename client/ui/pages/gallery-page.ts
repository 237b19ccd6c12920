import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { UniverseSummary } from '../../../shared/api/contract.ts';
import { universePath } from '../../store/routes.ts';
import type { Store } from '../../store/store.ts';
import { describeAge } from '../format.ts';
import { want } from '../intents.ts';
import { orbitArt } from '../parts/orbit-art.ts';
import { OwnTaskElement } from '../parts/own-task.ts';
import { styled } from '../parts/styled.ts';
import '../parts/universe-card.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';

/** The front door: templates to open, one's own universes, and what others made lately. */
@customElement('hu-gallery-page')
export class GalleryPage extends OwnTaskElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-height: 100dvh;
        overflow-x: clip;
        background:
          radial-gradient(900px 520px at 80% -6%, rgb(64 78 160 / 0.26), transparent 70%),
          radial-gradient(760px 440px at 6% 2%, rgb(140 70 130 / 0.15), transparent 70%), var(--ground);
      }
      .page {
        max-width: 1360px;
        margin: 0 auto;
        padding: 0 clamp(16px, 5vw, 72px) 80px;
      }
      header {
        position: relative;
        padding: clamp(32px, 7vh, 76px) 0 clamp(16px, 3vh, 32px);
      }
      .sky {
        position: absolute;
        z-index: 0;
        top: -150px;
        right: -130px;
        width: min(720px, 78vw);
        aspect-ratio: 16 / 10;
        opacity: 0.85;
        pointer-events: none;
        mask-image: radial-gradient(closest-side, #000 55%, transparent);
        animation: drift 240s linear infinite;
      }
      @keyframes drift {
        to {
          rotate: 1turn;
        }
      }
      .words {
        position: relative;
        max-width: 680px;
      }
      h1 {
        font-size: clamp(36px, 5vw, 60px);
        font-weight: 640;
        letter-spacing: -0.032em;
        line-height: 1.05;
        text-wrap: balance;
      }
      .words p {
        margin-top: 14px;
        max-width: 52ch;
        font-size: 17px;
        line-height: 1.5;
        color: #bcc2d6;
        text-wrap: pretty;
      }
      .me {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-top: 18px;
        font-size: 13px;
        color: var(--text-soft);
      }
      .me i {
        width: 9px;
        height: 9px;
        border-radius: 50%;
      }
      h2 {
        position: relative;
        margin: 34px 0 14px;
        font-size: 18px;
        font-weight: 600;
        letter-spacing: -0.01em;
      }
      .grid {
        position: relative;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 272px), 1fr));
        gap: 28px 20px;
      }
      .skeleton {
        aspect-ratio: 16 / 10;
        margin-bottom: 62px;
        border-radius: 14px;
        background: rgb(255 255 255 / 0.07);
        animation: breathe 1.6s ease-in-out infinite alternate;
      }
      @keyframes breathe {
        to {
          opacity: 0.45;
        }
      }
      .failed {
        position: relative;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 16px;
        flex-wrap: wrap;
        max-width: 620px;
        margin-top: 28px;
        padding: 16px 16px 16px 20px;
        border: 1px solid rgb(255 155 155 / 0.4);
        border-radius: 14px;
        background: rgb(40 18 26 / 0.5);
      }
      @media (max-width: 640px) {
        .sky {
          top: -70px;
          right: -190px;
          width: 480px;
          opacity: 0.5;
        }
        .grid {
          grid-template-columns: repeat(2, minmax(0, 1fr));
          gap: 20px 12px;
        }
        h2 {
          margin: 28px 0 12px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.gallery.value, this.store?.me.value]);
  }

  protected override render(): TemplateResult {
    const { status, message, templates, mine, recent } = this.store.gallery.value;
    const me = this.store.me.value;
    return html`<div class="page">
      <header>
        <div class="sky">${orbitArt('Harmonic Universe', 262)}</div>
        <div class="words">
          <h1>Harmonic Universe</h1>
          <p>
            Motion makes music, and music moves matter. Open a universe, reach in, and share it: everybody inside sees and hears the same.
          </p>
          ${me ? html`<div class="me"><i ${styled({ background: me.colour })}></i> You are ${me.displayName} here.</div>` : nothing}
        </div>
      </header>
      <main aria-busy=${status === 'loading'}>
        ${status === 'failed' ? this.#renderFailure(message) : nothing}
        ${
          status === 'loading'
            ? html`<h2>Begin with one of these</h2>
                <div class="grid" aria-hidden="true">${Array.from({ length: 8 }, () => html`<div class="skeleton"></div>`)}</div>`
            : nothing
        }
        ${this.#renderUniverses('Yours', mine)}
        ${
          templates.length > 0
            ? html`<h2>Begin with one of these</h2>
                <div class="grid">
                  ${repeat(
                    templates,
                    (template) => template.id,
                    ({ id, name, sentence, thumbnail }) =>
                      html`<hu-universe-card
                        data-template=${id}
                        .path=${`/new/${encodeURIComponent(id)}`}
                        .name=${name}
                        .line=${sentence}
                        .picture=${thumbnail}
                      ></hu-universe-card>`,
                  )}
                </div>`
            : nothing
        }
        ${this.#renderUniverses('Played lately by others', recent)}
      </main>
    </div>`;
  }

  #renderFailure(message: string): TemplateResult {
    return html`<div class="failed" role="alert">
      <p>${message}</p>
      <button class="outlined" @click=${() => want(this, { kind: 'retry' })}>Try again</button>
    </div>`;
  }

  #renderUniverses(title: string, list: readonly UniverseSummary[]): TemplateResult | typeof nothing {
    if (list.length === 0) return nothing;
    const { templates } = this.store.gallery.value;
    return html`<h2>${title}</h2>
      <div class="grid">
        ${repeat(
          list,
          (universe) => universe.id,
          ({ id, name, templateId, updatedAt }) => {
            const template = templates.find((entry) => entry.id === templateId);
            const age = describeAge((Date.now() - Date.parse(updatedAt)) / 1000);
            return html`<hu-universe-card
              data-universe=${id}
              .path=${universePath(id)}
              .name=${name}
              .line=${template && template.name !== name ? `From ${template.name}, ${age}` : `Changed ${age}`}
              .picture=${template?.thumbnail ?? null}
            ></hu-universe-card>`;
          },
        )}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-gallery-page': GalleryPage;
  }
}
