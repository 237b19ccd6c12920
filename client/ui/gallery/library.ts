import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { UniverseSummary } from '../../../shared/api/contract/contract.ts';
import { listLimits, type UniverseList, universeLists } from '../../../shared/api/universes/lists.ts';
import { hasFilters, type LibraryQuery, wholeLibrary } from '../../store/library.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import '../notifications/bell.ts';
import { given } from '../parts/given.ts';
import { icon } from '../parts/icon.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import './begin.ts';
import '../templates/user-templates.ts';
import { emptyWords } from './empty-words.ts';
import { gridStyles } from './grid-styles.ts';
import { renderLibraryCards } from './library-cards.ts';
import './library-search.ts';
import { libraryStyles } from './library-styles.ts';

const tabs: Readonly<Record<UniverseList, Sentence>> = {
  recent: 'Recent',
  popular: 'Popular',
  mine: 'Mine',
  shared: 'Shared with me',
  favourites: 'Favourites',
};

/** All universes that the user can see: by list, words, tags, key and tempo, with infinite scrolling. */
@customElement('hu-library')
export class Library extends LitElement {
  static override styles = [base, gridStyles, libraryStyles];

  @property({ attribute: false }) store!: Store;
  @query('.more') more!: HTMLElement | null;
  #shownTab: UniverseList | null = null;
  #sight: IntersectionObserver | null = null;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.library.value, this.store?.gallery.value]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight?.disconnect();
    this.#sight = null;
  }

  /** Observes the end of the list again after each page: if the end is still visible, the next page is loaded. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#showChosenTab();
    this.#sight?.disconnect();
    this.#sight = null;
    if (!this.more || this.store.library.value.isFetchingMore) return;
    this.#sight = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) want(this, { kind: 'library', act: { kind: 'more' } });
      },
      { rootMargin: '400px' },
    );
    this.#sight.observe(this.more);
  }

  /** Scrolls to the chosen tab only when it changes, so that it does not undo scrolling by the user. */
  #showChosenTab(): void {
    const { list } = this.store.library.value.query;
    if (list === this.#shownTab) return;
    this.#shownTab = list;
    const tab = this.renderRoot.querySelector<HTMLElement>(`#tab-${list}`)!;
    const row = tab.parentElement!;
    row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }

  protected override render(): TemplateResult {
    const { query, status, universes, next, isFetchingMore, message } = this.store.library.value;
    const isFirst = status === 'loading' && universes.length === 0;
    return html`<section aria-label="Library" @hu-tag=${this.#addTag}>
      <h2>Library</h2>
      <div class="tabs" role="tablist" aria-label="Lists" @keydown=${this.#step}>
        ${universeLists.map((list) => this.#renderTab(list, query.list))}
      </div>
      <hu-library-search .query=${query}></hu-library-search>
      ${query.tags.length > 0 ? this.#renderTags(query) : nothing}
      <div id="found" role="tabpanel" aria-labelledby="tab-${query.list}" aria-busy=${status === 'loading'} tabindex="-1">
        ${isFirst ? html`<div class="grid" aria-hidden="true">${Array.from({ length: 4 }, () => html`<div class="skeleton"></div>`)}</div>` : nothing}
        ${status === 'ready' && universes.length === 0 ? this.#renderEmpty(query) : nothing}
        ${universes.length > 0 ? this.#renderCards(universes) : nothing} ${status === 'failed' ? this.#renderFailure(message) : nothing}
        ${next === null ? nothing : this.#renderMore(isFetchingMore)}
      </div>
      <p class="unseen" role="status">${status === 'ready' ? wordsOfCount(universes.length, next !== null) : ''}</p>
    </section>`;
  }

  #renderTab(list: UniverseList, chosen: UniverseList): TemplateResult {
    const isChosen = list === chosen;
    return html`<button
      id="tab-${list}"
      role="tab"
      data-list=${list}
      aria-selected=${isChosen}
      aria-controls="found"
      tabindex=${isChosen ? 0 : -1}
      @click=${() => this.#ask({ list })}
    >
      ${say(tabs[list])}
    </button>`;
  }

  #renderTags({ tags }: LibraryQuery): TemplateResult {
    return html`<div class="chosen" role="group" aria-label="Tags in the search">
      ${tags.map(
        (tag) =>
          html`<button aria-label="Tag ${tag}, remove" @click=${() => this.#ask({ tags: tags.filter((other) => other !== tag) })}>
            ${given(tag)} ${icon('x', 14)}
          </button>`,
      )}
    </div>`;
  }

  #renderCards(universes: readonly UniverseSummary[]): TemplateResult {
    const { templates } = this.store.gallery.value;
    return html`<div class="grid cards">${renderLibraryCards(universes, templates)}</div>`;
  }

  #renderEmpty(query: LibraryQuery): TemplateResult {
    if (hasFilters(query)) {
      return html`<div class="empty">
        <p>No universes match.</p>
        <button class="outlined" @click=${() => this.#ask({ ...wholeLibrary, list: query.list })}>Clear search and filters</button>
      </div>`;
    }
    const isOpenList = query.list === 'recent' || query.list === 'popular';
    return html`<div class="empty">
      <p>${say(emptyWords[query.list])}</p>
      ${isOpenList ? nothing : html`<button class="outlined" @click=${() => this.#ask({ list: 'popular' })}>See what is popular</button>`}
    </div>`;
  }

  #renderFailure(message: string): TemplateResult {
    return html`<div class="empty" role="alert">
      <p>${message}</p>
      <button class="outlined" @click=${() => want(this, { kind: 'library', act: { kind: 'again' } })}>Try again</button>
    </div>`;
  }

  #renderMore(isFetching: boolean): TemplateResult {
    return html`<div class="more">
      <button class="outlined" ?disabled=${isFetching} @click=${() => want(this, { kind: 'library', act: { kind: 'more' } })}>More</button>
    </div>`;
  }

  #ask(change: Partial<LibraryQuery>): void {
    want(this, { kind: 'library', act: { kind: 'ask', query: { ...this.store.library.value.query, ...change } } });
  }

  #addTag = (event: CustomEvent<string>) => {
    const { tags } = this.store.library.value.query;
    if (!tags.includes(event.detail) && tags.length < listLimits.tags.max) this.#ask({ tags: [...tags, event.detail] });
  };

  /** Moves from tab to tab by the arrow keys. @see WAI-ARIA Authoring Practices, Tabs */
  #step = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = universeLists.indexOf(this.store.library.value.query.list);
    const list = universeLists.at((at + step) % universeLists.length)!;
    this.#ask({ list });
    this.renderRoot.querySelector<HTMLElement>(`#tab-${list}`)?.focus();
  };
}

const wordsOfCount = (count: number, hasMore: boolean) =>
  count === 1
    ? say(hasMore ? '1 universe shown, and more' : '1 universe shown')
    : say(hasMore ? '{count} universes shown, and more' : '{count} universes shown', { count });

declare global {
  interface HTMLElementTagNameMap {
    'hu-library': Library;
  }
}
