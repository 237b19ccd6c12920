import { nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say, sayText } from '../../words/words.ts';
import { type Features, isOpen, menuOf, type Panel, panelsOf, renderLayers, tabsOf, togglePanel } from '../features.ts';
import { want } from '../intents.ts';
import '../panels/parameter-panel.ts';
import { coverOf } from '../stage/cover.ts';
import { icon } from '../parts/icon.ts';
import { KeyboardController } from './keyboard-room.ts';
import { OwnTaskElement } from '../parts/own-task.ts';
import '../panels/panel-frame.ts';
import '../top/members-button.ts';
import '../record/record-button.ts';
import type { Box } from '../stage/spread.ts';
import '../stage/stage-overlay.ts';
import { styled } from '../parts/styled.ts';
import '../transport/transport-bar.ts';
import '../top/universe-title.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { builderStyles } from './builder-styles.ts';
import { noticeStyles } from '../pages/notice-styles.ts';
import { openingStyles } from './opening-styles.ts';

const boxOf = (element: Element): Box => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
};

/** The page of a universe: the full-bleed stage, and everything that floats above it. The app puts its canvas into the slot. */
@customElement('hu-builder-page')
export class BuilderPage extends OwnTaskElement {
  static override styles = [base, noticeStyles, builderStyles, openingStyles];

  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) features: Features = [];

  constructor() {
    super();
    watchSignals(this, () => [
      this.store?.universe.value,
      this.store?.panel.value,
      this.store?.connection.value,
      this.store?.troubles.value,
      this.store?.picture.value,
      this.store?.isSeen.value,
      this.store?.isPictureWaived.value,
      this.store?.closedNotice.value,
      this.store?.canEdit.value,
      this.store && this.features.map((feature) => isOpen(feature, this.store)),
      this.store?.dialog.value,
    ]);
  }

  readonly keyboard = new KeyboardController(this);
  /** Observes the sizes of what lies above the stage. Each update measures it again, as it can also move without a change of size. */
  readonly #sizes = new ResizeObserver(() => this.#lookSoon());
  readonly #watched = new Set<Element>();
  #look = 0;
  #told = '';
  /** The areas in which the interface covers the stage. No handle can be pressed there. */
  @state() boxes: readonly Box[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#look);
    this.#look = 0;
    this.#sizes.disconnect();
    this.#watched.clear();
  }

  protected override updated(): void {
    this.#watchSizes([this, ...this.#coverers(), ...this.renderRoot.querySelectorAll('.top > *, .notice')]);
    this.#lookSoon();
    if (this.#isMoreWanted()) void import('./later.ts');
  }

  #watchSizes(elements: readonly Element[]): void {
    for (const gone of [...this.#watched].filter((element) => !elements.includes(element))) {
      this.#sizes.unobserve(gone);
      this.#watched.delete(gone);
    }
    // `observe` reports at once, so only new elements are observed: otherwise the reports would not end within one frame.
    for (const element of elements) {
      if (this.#watched.has(element)) continue;
      this.#watched.add(element);
      this.#sizes.observe(element);
    }
  }

  #lookSoon(): void {
    this.#look ||= requestAnimationFrame(() => {
      this.#look = 0;
      this.#tellCover();
    });
  }

  /** Returns true after the first picture, or earlier if the user opens an element that is loaded after it. */
  #isMoreWanted(): boolean {
    return this.store.isSeen.value || this.features.some((feature) => !feature.isEarly && isOpen(feature, this.store));
  }

  #coverers(): Element[] {
    return [...this.renderRoot.querySelectorAll('.top, .panel hu-panel-frame, .strips > *, hu-transport, .tabs')];
  }

  /** Reports how far the interface covers the stage, so that the scene is placed in the free area. */
  #tellCover(): void {
    const boxesOf = (elements: Iterable<Element>) =>
      Array.from(elements, (element) => boxOf(element)).filter(({ left, right }) => right > left);
    const edges = boxesOf(this.#coverers());
    // The stage can be pressed between the controls of the top bar.
    const over = this.#coverers().filter((element) => !element.matches('.top'));
    const boxes = boxesOf([...over, ...this.renderRoot.querySelectorAll('.top > *, .notice')]);
    const cover = coverOf(innerWidth, innerHeight, edges);
    const told = JSON.stringify([cover, boxes]);
    if (told === this.#told) return;
    this.#told = told;
    this.boxes = boxes;
    want(this, { kind: 'cover', cover });
  }

  protected override render(): TemplateResult {
    const { store, features } = this;
    const panel = panelsOf(features).find(({ name }) => name === store.panel.value);
    return html`<slot></slot>
      ${this.#renderOpening()}
      <hu-stage-overlay .store=${store} .boxes=${this.boxes}></hu-stage-overlay>
      <div class="layers scene">${renderLayers(features, 'scene', store)}</div>
      ${this.#renderTop()} ${this.#renderNotice()}
      <div class="layers over">${renderLayers(features, 'over', store)}</div>
      ${panel ? this.#renderPanel(panel) : nothing}
      <nav class="tabs" aria-label="Panels">
        ${tabsOf(features).map(
          ({ name, title, hue, tab }, index) =>
            html`<button
              data-panel=${name}
              title="${say(title)} (${index + 1})"
              aria-pressed=${store.panel.value === name}
              ${styled({ '--accent': `var(--hue-${hue})` })}
              @click=${() => want(this, togglePanel(store, name))}
            >
              ${icon(tab.icon, 20)}<span>${say(tab.label ?? title)}</span>
            </button>`,
        )}
      </nav>
      <div class="strips">${renderLayers(features, 'strip', store)}</div>
      <hu-transport role="region" aria-label="Transport" .store=${store}></hu-transport>
      <div class="dialogs">${this.#renderDialog()}</div>`;
  }

  /** Renders a notice until the first frame is drawn. */
  #renderOpening(): TemplateResult | typeof nothing {
    const { picture, universe, connection, isPictureWaived, troubles } = this.store;
    if (picture.value.kind !== 'starting' || connection.value.status === 'refused' || isPictureWaived.value) return nothing;
    // After a failure there is nothing to wait for.
    if (Object.values(troubles.value).some((trouble) => trouble !== 'slow')) return nothing;
    const name = universe.value?.name;
    return html`<div class="opening" role="status">
      <i></i>
      <p>${name ? say('Opening {name} …', { name }) : say('Opening …')}</p>
    </div>`;
  }

  #renderTop(): TemplateResult {
    return html`<header class="top">
      <a class="home" href="/" title="All universes" aria-label="All universes" @click=${this.#goHome}>${icon('arrow-left', 20)}</a>
      <hu-universe-title .store=${this.store}></hu-universe-title>
      <hu-members-button .store=${this.store}></hu-members-button>
      <hu-bell class="wide" .store=${this.store}></hu-bell>
      ${this.#renderCommentsButton()}
      <hu-record-button .store=${this.store}></hu-record-button>
      <button class="remix wide" title="Create your own copy" aria-label="Remix" @click=${() => want(this, { kind: 'remix' })}>
        ${icon('remix')} <span class="wide">Remix</span>
      </button>
      <button class="outlined share" title="Share (S)" aria-label="Share" @click=${() => want(this, { kind: 'dialog', dialog: 'share' })}>
        ${icon('share')} <span class="wide">Share</span>
      </button>
      <button
        class="icon wide"
        title="Keyboard (?)"
        aria-label="Keyboard"
        @click=${() => want(this, { kind: 'dialog', dialog: 'shortcuts' })}
      >
        ${icon('keyboard')}
      </button>
      <button class="icon wide" title="Full screen (F)" aria-label="Full screen" @click=${() => want(this, { kind: 'fullscreen' })}>
        ${icon('maximize')}
      </button>
      <hu-more class="narrow" .store=${this.store} .entries=${menuOf(this.features)}></hu-more>
    </header>`;
  }

  #renderCommentsButton(): TemplateResult {
    const { commentCount = 0, openThreads: open = 0 } = this.store.universe.value ?? {};
    const words =
      commentCount === 0
        ? say('Comments')
        : commentCount === 1
          ? say('1 comment, {open} open', { open })
          : say('{count} comments, {open} open', { count: commentCount, open });
    const isShown = this.store.panel.value === 'comments';
    return html`<button
      class="icon comments"
      data-test="comments"
      title="${words} (D)"
      aria-label=${words}
      aria-pressed=${isShown}
      @click=${() => want(this, togglePanel(this.store, 'comments'))}
    >
      ${icon('message')}${open > 0 ? html`<b class="number">${open > 99 ? '99+' : open}</b>` : nothing}
    </button>`;
  }

  #renderNotice(): TemplateResult | typeof nothing {
    const { notice, drawnShare, lagSeconds } = this.store.picture.value;
    const { status, message } = this.store.connection.value;
    if (status === 'refused') {
      return html`<p class="notice" role="alert">
        ${sayText(message)} <button class="outlined" @click=${() => want(this, { kind: 'retry' })}>Try again</button>
        <a href="/" @click=${this.#goHome}>See all universes</a>
      </p>`;
    }
    if (status === 'online' && message) return html`<p class="notice" role="status" data-test="standing">${sayText(message)}</p>`;
    if (status === 'reconnecting' && message) return html`<p class="notice" role="status">${sayText(message)}</p>`;
    if (notice && notice !== this.store.closedNotice.value) {
      return html`<p class="notice" role="status" data-test="notice">
        ${sayText(notice)}
        <button class="icon" aria-label="Close" @click=${() => want(this, { kind: 'notice.close', notice })}>${icon('x')}</button>
      </p>`;
    }
    if (lagSeconds > 2) return html`<p class="notice" role="status">Catching up with the others: ${Math.ceil(lagSeconds)} s to go.</p>`;
    if (drawnShare < 0.99) {
      return html`<aside class="notice quiet" aria-label="Picture">
        Your device draws ${Math.max(1, Math.round(drawnShare * 100))} % of the particles. All of them move and sound.
      </aside>`;
    }
    return nothing;
  }

  #renderPanel({ title, hue, isFootless = false, render }: Panel): TemplateResult {
    return html`<aside class="panel" aria-label=${say(title)} ${styled({ '--accent': `var(--hue-${hue})` })}>
      <hu-panel-frame .heading=${say(title)} ?footless=${isFootless}>${render(this.store, this.features)}</hu-panel-frame>
    </aside>`;
  }

  #renderDialog(): TemplateResult | typeof nothing {
    const { value: open } = this.store.dialog;
    const dialog = this.features.flatMap(({ dialogs = [] }) => dialogs).find(({ name }) => name === open);
    return dialog?.render(this.store, this.features) ?? nothing;
  }

  #goHome = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    want(this, { kind: 'navigate', path: '/' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-builder-page': BuilderPage;
  }
}
