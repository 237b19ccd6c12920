import { nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { UniverseSummary } from '../../../shared/api/contract/contract.ts';
import type { Me } from '../../../shared/api/accounts/user-schemas.ts';
import { beginPath, universePath } from '../../store/routes.ts';
import type { Store } from '../../store/store.ts';
import { sentenceOf } from '../../store/template-words.ts';
import { html } from '../../words/html.ts';
import { sayParts } from '../../words/words.ts';
import '../account/account-menu.ts';
import { gridStyles } from '../gallery/grid-styles.ts';
import { lineOf } from '../gallery/line-of.ts';
import { want } from '../intents.ts';
import { followLink } from '../parts/follow-link.ts';
import { orbitArt } from '../parts/orbit-art.ts';
import { OwnTaskElement } from '../parts/own-task.ts';
import { styled } from '../parts/styled.ts';
import '../parts/universe-card.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { galleryStyles } from './gallery-styles.ts';
import { given } from '../parts/given.ts';

/** The front page: the user's own universes, templates to open, and the library of all universes, which is loaded after them. */
@customElement('hu-gallery-page')
export class GalleryPage extends OwnTaskElement {
  static override styles = [base, gridStyles, galleryStyles];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.gallery.value, this.store?.me.value]);
  }

  protected override render(): TemplateResult {
    const { status, message, templates, mine } = this.store.gallery.value;
    const me = this.store.me.value;
    return html`<div class="page">
      <header>
        <div class="sky">${orbitArt('Harmonic Universe', 262)}</div>
        <hu-account-menu .store=${this.store}></hu-account-menu>
        <div class="words">
          <h1>Harmonic Universe</h1>
          <p>
            Motion makes music, and music moves matter. Open a universe, change it, and share it: everyone in it sees and hears the same.
          </p>
          ${me?.isGuest ? this.#renderGuest(me) : nothing}
        </div>
      </header>
      <main aria-busy=${status === 'loading'}>
        ${status === 'failed' ? this.#renderFailure(message) : nothing}
        ${
          status === 'loading'
            ? html`<h2>Start with a template</h2>
                <div class="grid" aria-hidden="true">${Array.from({ length: 8 }, () => html`<div class="skeleton"></div>`)}</div>`
            : nothing
        }
        ${this.#renderMine(mine)}
        ${
          templates.length > 0
            ? html`<div class="begin">
                  <h2>Start with a template</h2>
                  <hu-begin></hu-begin>
                </div>
                <div class="grid">
                  ${repeat(
                    templates,
                    (template) => template.id,
                    ({ id, name, sentence, thumbnail }) =>
                      html`<hu-universe-card
                        data-template=${id}
                        .path=${beginPath(id)}
                        .name=${name}
                        .line=${sentenceOf({ id, sentence })}
                        .thumbnail=${thumbnail}
                      ></hu-universe-card>`,
                  )}
                </div>`
            : nothing
        }
        ${status === 'ready' ? html`<hu-user-templates .store=${this.store}></hu-user-templates><hu-library .store=${this.store}></hu-library>` : nothing}
      </main>
    </div>`;
  }

  #renderGuest({ displayName, colour }: Me): TemplateResult {
    return html`<div class="me">
      <i ${styled({ background: colour })}></i>
      <span
        >${sayParts('You are {name} here.', {
          name: html`<a href="/settings" title="Your settings" @click=${followLink}>${given(displayName)}</a>`,
        })}</span
      >
    </div>`;
  }

  #renderFailure(message: string): TemplateResult {
    return html`<div class="failed" role="alert">
      <p>${message}</p>
      <button class="outlined" @click=${() => want(this, { kind: 'retry' })}>Try again</button>
    </div>`;
  }

  #renderMine(mine: readonly UniverseSummary[]): TemplateResult | typeof nothing {
    if (mine.length === 0) return nothing;
    const { templates } = this.store.gallery.value;
    return html`<h2>Yours</h2>
      <div class="grid">
        ${repeat(
          mine,
          (universe) => universe.id,
          (universe) => {
            const template = templates.find(({ id }) => id === universe.templateId);
            return html`<hu-universe-card
              data-universe=${universe.id}
              .path=${universePath(universe.id)}
              .name=${universe.name}
              .line=${lineOf(universe, template)}
              .thumbnail=${universe.thumbnail ?? template?.thumbnail ?? null}
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
