import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Edit, type Storyboard, storyboardContentLimits } from '../../../shared/universe/index.ts';
import type { Store } from '../../store/store.ts';
import { listOf } from '../../store/history-words.ts';
import { isMoving, movedWords, onGrid, playheadAt, timeText } from '../../store/storyboard-edits.ts';
import type { StoryboardAct } from '../../store/storyboard.ts';
import { mayChange } from '../../store/locks.ts';
import { html } from '../../words/html.ts';
import { readNumber } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { refusalOfNumber, stepsOfKeys } from '../controls/stepping.ts';
import { ValueBox } from '../controls/value-box.ts';
import { numberText } from '../format.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { secondsStyles, stripStyles } from '../parts/strip-styles.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import './saved-storyboards.ts';
import './point-editor.ts';
import './section-strip.ts';
import { storyboardStyles } from './storyboard-styles.ts';
import './timeline-track.ts';

/** Number of changes of a storyboard that are named. */
const maxNamed = 4;

/** The timeline of the open universe's storyboard: its points and transitions, and the playhead, which is the same for all members. */
@customElement('hu-storyboard')
export class StoryboardBar extends LitElement {
  static override styles = [base, stripStyles, secondsStyles, storyboardStyles];

  @property({ attribute: false }) store!: Store;
  @state() isKeptOpen = false;

  constructor() {
    super();
    watchSignals(this, () => [
      this.store?.authoredDocument.value,
      this.store?.storyboard.value,
      this.store && mayChange(this.store, 'storyboard'),
      this.store?.scalars.value,
    ]);
  }

  protected override render(): TemplateResult {
    const { storyboard } = this.store.authoredDocument.value;
    const kept = this.isKeptOpen
      ? html`<hu-saved-storyboards .store=${this.store} @chosen=${() => (this.isKeptOpen = false)}></hu-saved-storyboards>`
      : nothing;
    const sections = html`<hu-section-strip .store=${this.store}></hu-section-strip>`;
    if (!storyboard) return html`${kept}${this.#renderEmpty()}${sections}`;
    return html`${kept}${this.#renderBar(storyboard)}${sections}
      <hu-timeline-track .store=${this.store}></hu-timeline-track>
      ${this.#renderFoot(storyboard)}`;
  }

  #renderEmpty(): TemplateResult {
    const head = html`<div class="bar">
      <b class="time">Storyboard</b><span class="words"></span>${this.#renderKeptButton()}${this.#renderClose()}
    </div>`;
    if (!mayChange(this.store, 'storyboard'))
      return html`${head}
        <p class="empty">This universe has no storyboard.</p>
        <hu-locked .store=${this.store} group="storyboard"></hu-locked>`;
    return html`${head}
      <div class="empty">
        The current state of the universe becomes a point in time. Change it and add another: the storyboard moves from one to the next, for
        everyone at once.
        <div class="acts">
          <button class="primary" data-test="first-point" @click=${() => this.#want({ kind: 'add-point' })}>
            ${icon('plus', 16)} Add the first point
          </button>
        </div>
      </div>`;
  }

  #renderBar(storyboard: Storyboard): TemplateResult {
    const { authoredDocument, scalars } = this.store;
    const canEdit = mayChange(this.store, 'storyboard');
    const { duration, loop, title } = storyboard;
    const tick = scalars.value?.tick ?? 0;
    const moving = isMoving(storyboard, tick);
    const seconds = playheadAt(authoredDocument.value, tick);
    const times = html`<span class="time number"
      ><b data-test="playhead">${seconds === null ? '–:––' : timeText(seconds)}</b><span class="all"> / ${timeText(duration)}</span></span
    >`;
    if (!canEdit)
      return html`<div class="bar">
        ${times}<b class="words">${title}</b><hu-locked .store=${this.store} group="storyboard"></hu-locked>${this.#renderClose()}
      </div>`;
    return html`<div class="bar">
      ${this.#button(moving ? 'pause' : 'play', say(moving ? 'Pause the storyboard, for everyone' : 'Play the storyboard, for everyone'), () => this.#edit({ kind: 'playhead.set', playing: !moving }), 'play-story')}
      ${times}
      <input
        dir="auto"
        class="title"
        aria-label="Title"
        maxlength=${storyboardContentLimits.title.max}
        .value=${title}
        @change=${(event: Event) => this.#rename(event.target as HTMLInputElement)}
        @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && (event.target as HTMLElement).blur()}
      />
      <button
        class="icon"
        title="Repeat at the end"
        aria-label="Loop"
        aria-pressed=${loop}
        @click=${() => this.#edit({ kind: 'storyboard.set', values: { loop: !loop } })}
      >
        ${icon('repeat', 16)}
      </button>
      ${this.#button('save', say('Save this storyboard as a new version'), () => this.#want({ kind: 'keep' }), 'keep-story')}
      ${this.#renderKeptButton()} <hu-lock .store=${this.store} group="storyboard" slim></hu-lock> ${this.#renderClose()}
    </div>`;
  }

  #renderClose(): TemplateResult {
    return this.#button('x', say('Close (B)'), () => this.#want({ kind: 'show', isOpen: false }));
  }

  #renderKeptButton(): TemplateResult {
    return html`<button
      class="icon"
      data-test="kept-stories"
      title="Saved storyboards of this universe"
      aria-label="Saved storyboards"
      aria-expanded=${this.isKeptOpen}
      @click=${() => (this.isKeptOpen = !this.isKeptOpen)}
    >
      ${icon('layers', 16)}
    </button>`;
  }

  #renderFoot(storyboard: Storyboard): TemplateResult | typeof nothing {
    const { selected } = this.store.storyboard.value;
    const point = storyboard.points.find(({ id }) => id === selected);
    const canEdit = mayChange(this.store, 'storyboard');
    if (point && canEdit) return html`<hu-point-editor .store=${this.store} .point=${point}></hu-point-editor>`;
    const names = movedWords(storyboard, this.store.authoredDocument.value);
    const words =
      storyboard.points.length < 2
        ? say('Now change something, and add another point.')
        : names.length === 0
          ? say('All points are the same: change one of them.')
          : say('Moves {names}', { names: listOf(names, maxNamed) });
    return html`<div class="foot">
      ${
        canEdit
          ? html`<button
              class="outlined"
              data-test="add-point"
              ?disabled=${storyboard.points.length >= storyboardContentLimits.points.max}
              @click=${() => this.#want({ kind: 'add-point' })}
            >
              ${icon('plus', 16)} Point
            </button>`
          : nothing
      }
      <span class="words" title=${listOf(names)}>${words}</span>
      ${canEdit ? this.#renderLength(storyboard) : nothing}
    </div>`;
  }

  #renderLength({ playhead }: Storyboard): TemplateResult {
    const lift = () => this.#edit({ kind: 'playhead.lift' });
    return html`<label class="length"
        >${this.#length.render({ label: say('Length in seconds'), kind: 'number', inputMode: 'numeric' })}s</label
      >
      <button title="Remove the playhead: the universe uses its own values" ?disabled=${playhead === null} @click=${lift}>Detach</button>`;
  }

  readonly #length = new ValueBox(this, {
    shown: () => numberText(this.store.authoredDocument.value.storyboard?.duration ?? 0),
    enter: (text) => {
      const seconds = readNumber(text);
      if (seconds === null) return refusalOfNumber(say('Length in seconds'), text);
      this.#resize(seconds);
      return null;
    },
    step: (event) => {
      event.preventDefault();
      this.#resize(this.store.authoredDocument.value.storyboard!.duration + (stepsOfKeys[event.key] ?? 0));
    },
  });

  /** Sets the duration, but not shorter than the last point. */
  #resize(seconds: number): void {
    const { duration: before, points } = this.store.authoredDocument.value.storyboard!;
    const least = Math.max(storyboardContentLimits.duration.min, ...points.map(({ at }) => at));
    const duration = Math.max(least, onGrid(seconds));
    if (duration !== before) this.#edit({ kind: 'storyboard.set', values: { duration } });
  }

  #button(name: Parameters<typeof icon>[0], words: string, act: () => void, test = ''): TemplateResult {
    return html`<button class="icon" data-test=${test} title=${words} aria-label=${words} @click=${act}>${icon(name, 16)}</button>`;
  }

  #rename(input: HTMLInputElement): void {
    const title = input.value.trim();
    const before = this.store.authoredDocument.value.storyboard!.title;
    if (title && title !== before) this.#edit({ kind: 'storyboard.set', values: { title } });
    else input.value = before;
  }

  #edit(edit: Edit): void {
    want(this, { kind: 'edit', edit });
  }

  #want(act: StoryboardAct): void {
    want(this, { kind: 'storyboard', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-storyboard': StoryboardBar;
  }
}
