import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { listLimits } from '../../../shared/api/universes/lists.ts';
import { registry } from '../../../shared/parameters/index.ts';
import { filterCount, type LibraryQuery, tempoOf, wholeLibrary } from '../../store/library.ts';
import { html } from '../../words/html.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import { readNumber } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { refusalOfNumber } from '../controls/stepping.ts';
import { ValueBox } from '../controls/value-box.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { base } from '../tokens.ts';
import { searchStyles } from './search-styles.ts';

/** Pause in typing after which the search is requested, in ms. */
const pauseMs = 250;

const { key: keyField, tempo: tempoField } = registry.music;
const { min, max, unit } = tempoField;

type TempoEnd = 'tempoMin' | 'tempoMax';
const labelOfEnd = (which: TempoEnd) => say(which === 'tempoMin' ? 'Lowest tempo, {unit}' : 'Highest tempo, {unit}', { unit });

/** The search and the filters of the library. */
@customElement('hu-library-search')
export class LibrarySearch extends LitElement {
  static override styles = [base, searchStyles];

  @property({ attribute: false }) query: LibraryQuery = wholeLibrary;
  @state() isOpen = false;
  @query('input[type=search]') words!: HTMLInputElement;
  #pause: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  /** Shows the filters if the address sets any of them. */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('query') && !this.hasUpdated) this.isOpen = filterCount(this.query) > 0;
  }

  /** Keeps the text that the user types when an answer arrives. */
  protected override updated(changed: PropertyValues): void {
    if (changed.has('query') && this.#pause === undefined && this.words.value.trim() !== this.query.words.trim()) {
      this.words.value = this.query.words;
    }
  }

  protected override render(): TemplateResult {
    const count = filterCount(this.query);
    return html`<form role="search" @submit=${this.#submit}>
        <div class="words">
          ${icon('search', 17)}
          <input
            type="search"
            dir="auto"
            aria-label="Search universes"
            placeholder="Name or description"
            maxlength=${listLimits.words.max}
            autocomplete="off"
            enterkeyhint="search"
            @input=${this.#type}
            @keydown=${this.#key}
          />
          ${this.query.words === '' ? nothing : html`<button type="button" class="icon" aria-label="Clear search" @click=${this.#clear}>${icon('x', 16)}</button>`}
        </div>
        <button
          type="button"
          class="outlined toggle"
          aria-expanded=${this.isOpen}
          aria-controls="filters"
          @click=${() => (this.isOpen = !this.isOpen)}
        >
          ${icon('sliders', 16)} Filters${count > 0 ? html` <span class="count">${count}<span class="unseen"> set</span></span>` : nothing}
        </button>
      </form>
      <div id="filters" role="group" aria-label="Filters" ?hidden=${!this.isOpen}>
        ${this.#renderKey()}
        <div class="tempo">
          ${this.#renderTempo('tempoMin', sayOfRegistry(tempoField.label), min)} ${this.#renderTempo('tempoMax', say('to'), max)}
        </div>
        <button ?disabled=${count === 0} @click=${() => this.#ask({ key: '', tempoMin: '', tempoMax: '' })}>Clear filters</button>
      </div>`;
  }

  #renderKey(): TemplateResult {
    return html`<label>
      ${sayOfRegistry(keyField.label)}
      <select @change=${(event: Event) => this.#ask({ key: (event.target as HTMLSelectElement).value })}>
        ${['', ...keyField.choices].map(
          (key) => html`<option value=${key} .selected=${key === this.query.key}>${key === '' ? say('Any') : key}</option>`,
        )}
      </select>
    </label>`;
  }

  #renderTempo(which: TempoEnd, label: string, limit: number): TemplateResult {
    return html`<label>
      ${label}
      ${this.#tempoBoxes[which].render({ label: labelOfEnd(which), kind: 'number', inputMode: 'numeric', placeholder: String(limit) })}
    </label>`;
  }

  readonly #tempoBoxes = { tempoMin: this.#tempoBox('tempoMin'), tempoMax: this.#tempoBox('tempoMax') };

  #tempoBox(which: TempoEnd): ValueBox {
    return new ValueBox(this, {
      shown: () => this.query[which],
      enter: (text) => {
        const typed = text.trim() === '' ? '' : readNumber(text);
        if (typed === null) return refusalOfNumber(labelOfEnd(which), text);
        this.#askTempo(which, typed);
        return null;
      },
    });
  }

  /** Limits the tempo to its range, and swaps the ends if they cross. */
  #askTempo(which: TempoEnd, asked: number | ''): void {
    const typed = asked === '' ? '' : tempoOf(String(Math.round(Math.min(max, Math.max(min, asked)))));
    const ends = { tempoMin: this.query.tempoMin, tempoMax: this.query.tempoMax, [which]: typed };
    const isCrossed = ends.tempoMin !== '' && ends.tempoMax !== '' && Number(ends.tempoMin) > Number(ends.tempoMax);
    this.#ask(isCrossed ? { tempoMin: ends.tempoMax, tempoMax: ends.tempoMin } : ends);
  }

  #type = () => {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(this.#askWords, pauseMs);
  };

  #askWords = () => {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    if (this.words.value !== this.query.words) this.#ask({ words: this.words.value }, true);
  };

  #submit = (event: Event) => {
    event.preventDefault();
    this.#askWords();
  };

  #key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || this.words.value === '') return;
    event.preventDefault();
    this.#clear();
  };

  #clear = () => {
    this.words.value = '';
    this.#askWords();
    this.words.focus();
  };

  #ask(change: Partial<LibraryQuery>, isTyping = false): void {
    want(this, { kind: 'library', act: { kind: 'ask', query: { ...this.query, ...change }, isTyping } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-library-search': LibrarySearch;
  }
}
