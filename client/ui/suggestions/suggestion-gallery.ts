import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import { galleryPlaces, type GalleryStep, middlePlace, proposalOf, type SuggestionsAct } from '../../store/suggestions.ts';
import { html } from '../../words/html.ts';
import { say, saySense } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { changesText } from './change-words.ts';
import { galleryTileStyles } from './gallery-styles.ts';
import { PressHold } from './press-hold.ts';

/** Steps of the arrow keys, in places. */
const arrows: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const columns = 3;
const places = Array.from({ length: galleryPlaces }, (_, place) => place);
/** Size of the picture that is kept of a step. */
const kept = { width: 96, height: 60 };
/** Time until a universe in the middle is to be seen. */
const shootMs = 1500;

/** Nine living previews, the universe that the others are made of in the middle. A press chooses, a longer one plays. */
@customElement('hu-suggestion-gallery')
export class SuggestionGallery extends LitElement {
  static override styles = [base, galleryTileStyles];

  @property({ attribute: false }) store!: Store;
  #shown: HTMLCanvasElement | null = null;
  /** The place that the tabulator reaches. */
  #reached = middlePlace;
  /** The step whose picture is taken soon. */
  #awaited: GalleryStep | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #hold = new PressHold((place) => this.#want({ kind: 'hear', place }));

  constructor() {
    super();
    watchSignals(this, () => this.store?.suggestions.value);
  }

  /** Returns a small picture of the middle as a data URL; '' without one. */
  #shoot(): string {
    const from = this.renderRoot.querySelectorAll('canvas')[middlePlace];
    const canvas = Object.assign(document.createElement('canvas'), kept);
    const context = canvas.getContext('2d');
    if (!from || !context) return '';
    context.drawImage(from, 0, 0, kept.width, kept.height);
    return canvas.toDataURL('image/webp', 0.8);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hold.end();
    clearTimeout(this.#timer);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#shootSoon();
    // They are made anew in another language, and a canvas that was handed to a thread stays with it.
    const canvases = [...this.renderRoot.querySelectorAll('canvas')];
    if (this.#shown === canvases[0]) return;
    this.#shown = canvases[0] ?? null;
    this.#want({ kind: 'open', canvases });
  }

  /** Takes the picture of a new step when it has one. */
  #shootSoon(): void {
    const { steps, step } = this.store.suggestions.value;
    const shown = steps[step] ?? null;
    if (shown === this.#awaited) return;
    this.#awaited = shown;
    clearTimeout(this.#timer);
    if (shown?.picture === '') this.#timer = setTimeout(() => this.keepPicture(), shootMs);
  }

  /** Keeps a picture of the middle for its step. */
  keepPicture(): void {
    const { isPresentShown } = this.store.suggestions.value;
    if (!isPresentShown) this.#want({ kind: 'picture', picture: this.#shoot() });
  }

  protected override render(): TemplateResult {
    return html`${places.map((place) => this.#renderPlace(place))}`;
  }

  #renderPlace(place: number): TemplateResult {
    const view = this.store.suggestions.value;
    const isMiddle = place === middlePlace;
    const isAwaited = !isMiddle && !view.around[place];
    const words = this.#wordsOf(place);
    return html`<button
      class="${isMiddle ? 'middle' : ''} ${isAwaited && view.status === 'searching' ? 'awaited' : ''} ${view.heard === place ? 'heard' : ''}"
      data-place=${place}
      aria-label=${words}
      data-help=${words}
      aria-disabled=${isAwaited}
      tabindex=${place === this.#reached ? 0 : -1}
      @click=${() => this.#press(place)}
      @focus=${() => this.#reach(place)}
      @pointerdown=${(event: PointerEvent) => event.button === 0 && this.#begin(place)}
      @pointerup=${this.#hold.end}
      @pointercancel=${this.#hold.end}
      @pointerleave=${this.#hold.end}
      @blur=${this.#hold.end}
      @keydown=${(event: KeyboardEvent) => this.#key(event, place)}
      @keyup=${this.#hold.end}
      @contextmenu=${(event: Event) => event.preventDefault()}
    >
      <canvas width="160" height="100"></canvas>${this.#renderSign(place)}
    </button>`;
  }

  #renderSign(place: number): TemplateResult | typeof nothing {
    const view = this.store.suggestions.value;
    if (view.heard === place) return html`<span class="sign">${icon('volume', 11)}</span>`;
    if (place !== middlePlace) return nothing;
    return html`<span class="sign">${proposalOf(view) && !view.isPresentShown ? say('Proposal') : saySense('Present (universe)')}</span>`;
  }

  #wordsOf(place: number): string {
    const view = this.store.suggestions.value;
    if (place === middlePlace) {
      const proposal = proposalOf(view);
      if (!proposal || view.isPresentShown) return say('Present: the universe as it is');
      return say('Proposal: {changes}', { changes: changesText(proposal.explanation.changes) });
    }
    const proposal = view.around[place];
    if (!proposal) return view.status === 'searching' ? say('Being looked for') : say('Nothing found');
    return changesText(proposal.explanation.changes);
  }

  #begin(place: number): void {
    const view = this.store.suggestions.value;
    const { state, muted } = this.store.audio.value;
    const isThere = place === middlePlace ? proposalOf(view) !== null && !view.isPresentShown : view.around[place] !== null;
    if (isThere && state === 'running' && !muted) this.#hold.begin(place);
  }

  #press(place: number): void {
    if (this.#hold.wasLong) return;
    const view = this.store.suggestions.value;
    if (place === middlePlace) {
      if (proposalOf(view)) this.#want({ kind: 'compare', isPresentShown: !view.isPresentShown });
      return;
    }
    if (!view.around[place]) return;
    this.keepPicture();
    this.#want({ kind: 'choose', place });
  }

  #reach(place: number): void {
    this.#reached = place;
    this.requestUpdate();
  }

  #key(event: KeyboardEvent, place: number): void {
    if (event.key === ' ' && !event.repeat) this.#begin(place);
    const arrow = arrows[event.key];
    if (!arrow) return;
    event.preventDefault();
    const across = Math.min(columns - 1, Math.max(0, (place % columns) + arrow[0]));
    const down = Math.min(columns - 1, Math.max(0, Math.floor(place / columns) + arrow[1]));
    this.renderRoot.querySelectorAll('button')[down * columns + across]?.focus();
  }

  #want(act: SuggestionsAct): void {
    want(this, { kind: 'suggestions', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-suggestion-gallery': SuggestionGallery;
  }
}
