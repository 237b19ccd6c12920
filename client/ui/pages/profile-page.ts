import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { glyphsOf } from '../../../shared/text/normalise.ts';
import type { Profile } from '../../../shared/api/accounts/user-schemas.ts';
import { libraryPath, wholeLibrary } from '../../store/library.ts';
import type { ProfileView } from '../../store/profile.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { locale } from '../../words/languages.ts';
import { say } from '../../words/words.ts';
import { inkOn } from '../format.ts';
import { gridStyles } from '../gallery/grid-styles.ts';
import { renderLibraryCards } from '../gallery/library-cards.ts';
import type { TagEvent } from '../gallery/library-card.ts';
import { want } from '../intents.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { pageHead } from './page-head.ts';
import { pageStyles } from './page-styles.ts';

/** The public profile of a user. */
@customElement('hu-profile-page')
export class ProfilePage extends LitElement {
  static override styles = [
    base,
    gridStyles,
    pageStyles,
    css`
      .page {
        max-width: 1248px;
      }
      header h1 {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .who {
        display: grid;
        grid-template-columns: 72px minmax(0, 1fr);
        gap: 4px 20px;
        align-items: center;
      }
      .face {
        grid-row: span 2;
        align-self: start;
        display: grid;
        place-items: center;
        width: 72px;
        height: 72px;
        border-radius: 50%;
        font-size: 28px;
        font-weight: 700;
      }
      .since {
        align-self: end;
        color: var(--text-soft);
      }
      .bio {
        align-self: start;
        max-width: 64ch;
        font-size: 16px;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .who:not(:has(.bio)) .since {
        grid-row: span 2;
        align-self: center;
      }
      h2 {
        margin-top: 20px;
        font-size: 18px;
        font-weight: 600;
        letter-spacing: -0.01em;
      }
      .empty {
        color: var(--text-soft);
      }
      .more {
        justify-self: center;
        min-height: 44px;
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.profile.value, this.store?.gallery.value.templates]);
  }

  protected override render(): TemplateResult {
    const person = this.store.profile.value;
    return html`<div class="page">
      ${pageHead(person?.profile.displayName ?? '')}
      <main aria-busy=${person === null}>
        ${person ? html`${this.#renderProfile(person.profile)} ${this.#renderUniverses(person)}` : nothing}
      </main>
    </div>`;
  }

  #renderProfile({ displayName, colour, bio, isGuest, since }: Profile): TemplateResult {
    const month = new Date(since).toLocaleDateString(locale(), { month: 'long', year: 'numeric' });
    return html`<div class="who">
      <div class="face" aria-hidden="true" ${styled({ background: colour, color: inkOn(colour) })}>${glyphsOf(displayName)[0]}</div>
      <p class="since">${say(isGuest ? 'Guest since {month}' : 'Joined in {month}', { month })}</p>
      ${bio === '' ? nothing : html`<p class="bio" dir="auto">${bio}</p>`}
    </div>`;
  }

  #renderUniverses({ universes, next, isFetchingMore }: ProfileView): TemplateResult {
    const { templates } = this.store.gallery.value;
    if (universes.length === 0) return html`<p class="empty">No public universes yet.</p>`;
    return html`<h2>Universes</h2>
      <div class="grid" @hu-tag=${this.#findTag}>${renderLibraryCards(universes, templates)}</div>
      ${
        next === null
          ? nothing
          : html`<button class="outlined more" ?disabled=${isFetchingMore} @click=${() => want(this, { kind: 'more-of-profile' })}>
              More
            </button>`
      }`;
  }

  readonly #findTag = (event: TagEvent) => want(this, { kind: 'navigate', path: libraryPath({ ...wholeLibrary, tags: [event.detail] }) });
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-profile-page': ProfilePage;
  }
}
