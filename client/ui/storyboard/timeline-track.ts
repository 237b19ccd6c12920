import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { storyboardTicksPerSecond, type StoryboardPoint, type Storyboard } from '../../../shared/universe/index.ts';
import type { Store } from '../../store/store.ts';
import { isMoving, onGrid, playheadAt, timeText, transitionWords } from '../../store/storyboard-edits.ts';
import { mayChange } from '../../store/locks.ts';
import { html } from '../../words/html.ts';
import { language } from '../../words/languages.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import './comment-marks.ts';
import { ticksOf } from './ticks.ts';
import { trackStyles } from './track-styles.ts';

/** The points of a storyboard along its time, to select and drag, and the playhead, which is dragged anywhere else on the track. */
@customElement('hu-timeline-track')
export class TimelineTrack extends LitElement {
  static override styles = [base, trackStyles];

  @property({ attribute: false }) store!: Store;
  /** Id of the dragged point, or '' for the playhead. */
  #dragged: string | null = null;
  /** The playhead was moving when the drag began. */
  #wasMoving = false;
  #shownTick = 0;
  #shownAtMs = 0;
  #drawing = 0;

  constructor() {
    super();
    watchSignals(this, () => [
      this.store?.authoredDocument.value,
      this.store?.storyboard.value.selected,
      this.store && mayChange(this.store, 'storyboard'),
      this.store?.playing.value,
      this.store?.scalars.value,
    ]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#drawing);
  }

  protected override updated(_changed: PropertyValues): void {
    const tick = this.store.scalars.value?.tick ?? 0;
    if (tick !== this.#shownTick) {
      this.#shownTick = tick;
      this.#shownAtMs = performance.now();
    }
    cancelAnimationFrame(this.#drawing);
    this.#drawHead();
  }

  /** Draws the playhead. Ticks arrive ten times a second; between them its place is extrapolated. */
  readonly #drawHead = () => {
    const { authoredDocument, playing } = this.store;
    const head = this.renderRoot.querySelector<HTMLElement>('.head');
    const storyboard = authoredDocument.value.storyboard;
    if (!head || !storyboard) return;
    const moving = playing.value && isMoving(storyboard, this.#shownTick);
    const since = moving ? Math.min(0.25, (performance.now() - this.#shownAtMs) / 1000) * storyboardTicksPerSecond : 0;
    const seconds = playheadAt(authoredDocument.value, this.#shownTick + since) ?? 0;
    head.style.left = `${(seconds / storyboard.duration) * 100}%`;
    if (moving) this.#drawing = requestAnimationFrame(this.#drawHead);
  };

  protected override render(): TemplateResult | typeof nothing {
    const { storyboard } = this.store.authoredDocument.value;
    if (!storyboard) return nothing;
    const { points, duration, playhead } = storyboard;
    const place = (seconds: number) => styled({ left: `${(seconds / duration) * 100}%` });
    return html`<div
      class="track"
      role="group"
      aria-label="Storyboard of ${duration.toLocaleString(language())} seconds"
      @pointerdown=${this.#down}
      @pointermove=${this.#move}
      @pointerup=${this.#up}
      @pointercancel=${this.#up}
    >
      ${ticksOf(duration).map((seconds) => html`<span class="tick number" aria-hidden="true" ${place(seconds)}>${seconds}</span>`)}
      <hu-comment-marks .store=${this.store}></hu-comment-marks>
      <div class="lane">${this.#renderWays(storyboard)} ${points.map((point) => this.#renderPoint(point, duration))}</div>
      ${playhead ? html`<div class="head" aria-hidden="true"></div>` : nothing}
    </div>`;
  }

  #renderWays({ points, duration, loop }: Storyboard): unknown[] {
    const way = (from: number, to: number, { transition }: StoryboardPoint, wraps = '') =>
      to > from
        ? html`<i
            class="way ${transition} ${wraps}"
            ${styled({ left: `${(from / duration) * 100}%`, width: `${((to - from) / duration) * 100}%` })}
          ></i>`
        : nothing;
    const ways = points.slice(1).map((point, index) => way(points[index].at, point.at, point));
    const [first] = points;
    if (loop && points.length > 1) ways.push(way(points.at(-1)!.at, duration, first, 'wraps'), way(0, first.at, first, 'wraps'));
    return ways;
  }

  #renderPoint({ id, at, transition }: StoryboardPoint, duration: number): TemplateResult {
    const isSelected = this.store.storyboard.value.selected === id;
    const way = say(transitionWords[transition].inside);
    return html`<button
      class="point"
      data-point=${id}
      title="${timeText(at)}, ${way}"
      aria-label="Point at ${at.toLocaleString(language())} seconds, ${way}"
      aria-pressed=${isSelected}
      ${styled({ left: `${(at / duration) * 100}%` })}
      @click=${(event: MouseEvent) => event.detail === 0 && this.#select(isSelected ? null : id)}
      @keydown=${(event: KeyboardEvent) => this.#key(event, id, at, duration)}
    ></button>`;
  }

  #select(id: string | null): void {
    want(this, { kind: 'storyboard', act: { kind: 'select', id } });
  }

  #key(event: KeyboardEvent, id: string, at: number, duration: number): void {
    if (!mayChange(this.store, 'storyboard')) return;
    const step = event.shiftKey ? 1 : 0.1;
    const steps: Record<string, number> = { ArrowLeft: -step, ArrowRight: step };
    if (event.key in steps) {
      event.preventDefault();
      want(this, { kind: 'edit', edit: { kind: 'point.set', id, values: { at: onGrid(at + steps[event.key], duration) } } });
    }
    if (event.key === 'Delete' || event.key === 'Backspace') want(this, { kind: 'edit', edit: { kind: 'point.remove', id } });
  }

  /** Returns the time under a pointer. */
  #secondsAt(event: PointerEvent): number {
    const { duration } = this.store.authoredDocument.value.storyboard!;
    const { left, width } = this.renderRoot.querySelector('.track')!.getBoundingClientRect();
    return onGrid(((event.clientX - left) / Math.max(1, width)) * duration, duration);
  }

  readonly #down = (event: PointerEvent) => {
    if (event.button !== 0 || !this.store.authoredDocument.value.storyboard) return;
    const id = (event.target as HTMLElement).closest<HTMLElement>('.point')?.dataset.point;
    if (id !== undefined) this.#select(id);
    if (!mayChange(this.store, 'storyboard')) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#dragged = id ?? '';
    this.#wasMoving = isMoving(this.store.authoredDocument.value.storyboard, this.#shownTick);
    if (id === undefined) this.#scrub(event);
  };

  readonly #move = (event: PointerEvent) => {
    if (this.#dragged === null) return;
    if (this.#dragged === '') this.#scrub(event);
    else want(this, { kind: 'edit', edit: { kind: 'point.set', id: this.#dragged, values: { at: this.#secondsAt(event) } } });
  };

  readonly #up = (event: PointerEvent) => {
    if (this.#dragged === '' && this.#wasMoving) this.#scrub(event, true);
    this.#dragged = null;
  };

  #scrub(event: PointerEvent, playing = false): void {
    want(this, { kind: 'edit', edit: { kind: 'playhead.set', seconds: this.#secondsAt(event), playing } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-timeline-track': TimelineTrack;
  }
}
