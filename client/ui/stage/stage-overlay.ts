import { LitElement, nothing, type TemplateResult } from 'lit';
import { isolate } from '../../../shared/text/isolate.ts';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { StagePoint, Store } from '../../store/store.ts';
import { mayChange } from '../../store/locks.ts';
import { draftPin } from '../../store/comments.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { isTouched } from '../screens.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { handleStyles } from './handle-styles.ts';
import { type Box, isCovered, type ScreenPlace, spread } from './spread.ts';
import { styled } from '../parts/styled.ts';

const nudgePx = 8;
const nudges: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const meantPx = 4;
/** Distances of pressable handles: between their centres, for fingers and for a mouse, and from the rim of the window. */
const [fingerPx, mousePx, rimPx] = [44, 32, 12];
/** A handle that was moved by less gets no line to its place. */
const minTetherPx = 6;

/** A handle, pin or cursor, and where it is shown. */
interface Placed extends ScreenPlace {
  mark: StagePoint;
  covered: boolean;
}

const isPressed = ({ kind, id }: StagePoint) => kind === 'emitter' || kind === 'well' || (kind === 'pin' && id !== draftPin);

/** Returns the centre of a handle or pin: a pin has its lower left corner on its place. */
const middleOf = ({ kind, x, y }: StagePoint, size: number): ScreenPlace =>
  kind === 'pin' ? { x: x + size / 2, y: y - size / 2 } : { x, y };

/** The handles of emitters and wells, to select and drag, the pins, and the cursors of other members. */
@customElement('hu-stage-overlay')
export class StageOverlay extends LitElement {
  static override styles = [base, handleStyles];

  @property({ attribute: false }) store!: Store;
  /** The areas in which the interface covers the stage. */
  @property({ attribute: false }) boxes: readonly Box[] = [];
  /** Id of the handle that has the focus or is dragged: it is not moved aside, nor hidden under a panel. */
  @state() held = '';
  #dragged: string | null = null;
  /** Start of the press, until it is clearly a drag and not a click. */
  #from: { x: number; y: number } | null = null;

  constructor() {
    super();
    watchSignals(this, () => [
      this.store?.stagePoints.value,
      this.store?.selected.value,
      this.store && mayChange(this.store, 'things'),
      this.store?.members.value,
    ]);
  }

  protected override render(): TemplateResult {
    return html`${repeat(
      this.#placed(),
      ({ mark }) => `${mark.kind}:${mark.id}`,
      ({ mark, x, y, covered }) =>
        html`<div
          class="mark ${covered ? 'covered' : ''}"
          ${styled({ transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`, '--swell': mark.swell.toFixed(2) })}
        >
          ${this.#renderTether(mark.x - x, mark.y - y)}${this.#renderMark(mark)}
        </div>`,
    )}`;
  }

  /** Returns where handles, pins and cursors are shown. Those that can be pressed are moved apart, and hidden if covered or out of view. */
  #placed(): Placed[] {
    const { held, boxes } = this;
    const apart = isTouched() ? fingerPx : mousePx;
    const area = { left: rimPx, top: rimPx, right: this.clientWidth - rimPx, bottom: this.clientHeight - rimPx };
    const placed = this.store.stagePoints.value.map((mark): Placed => {
      const isHeld = mark.id === held;
      const covered = isPressed(mark) && !isHeld && isCovered(middleOf(mark, apart), area, boxes);
      return { mark, x: mark.x, y: mark.y, covered };
    });
    const shown = placed.filter(({ mark, covered }) => isPressed(mark) && !covered);
    const middles = shown.map(({ mark }) => ({ ...middleOf(mark, apart), fixed: mark.id === held }));
    spread(middles, apart, area, boxes).forEach(({ x, y }, index) => {
      const { mark } = shown[index]!;
      const middle = middleOf(mark, apart);
      Object.assign(shown[index]!, { x: mark.x + x - middle.x, y: mark.y + y - middle.y });
    });
    return placed;
  }

  #renderTether(dx: number, dy: number): TemplateResult | typeof nothing {
    const length = Math.hypot(dx, dy);
    if (length < minTetherPx) return nothing;
    return html`<i
      class="tether"
      ${styled({ '--length': `${length.toFixed(1)}px`, '--angle': `${Math.atan2(dy, dx).toFixed(3)}rad` })}
    ></i>`;
  }

  #renderMark(mark: StagePoint): TemplateResult {
    if (mark.kind === 'cursor') return this.#renderCursor(mark);
    const { chosen } = this.store.comments.value;
    if (mark.kind === 'pin') return html`<hu-pin .mark=${mark} .chosen=${chosen?.id === mark.id ? chosen : null}></hu-pin>`;
    return mark.kind === 'player' ? html`<i class="player"></i>` : this.#renderHandle(mark);
  }

  #renderCursor(mark: StagePoint): TemplateResult {
    return html`<div class="cursor">
      <svg width="16" height="18" viewBox="0 0 16 18" fill=${mark.colour}><path d="M1 1l13 7-6 1.5L5 16z" stroke="#0a0d18" /></svg>
      <span ${styled({ background: mark.colour })}>${mark.label}</span>
    </div>`;
  }

  #renderHandle(mark: StagePoint): TemplateResult {
    const { members, selected } = this.store;
    const canEdit = mayChange(this.store, 'things');
    const peers = members.value.filter((member) => !member.isMe && member.selected === mark.id);
    const who = peers.map(({ name }) => isolate(name)).join(', ');
    return html`<button
      class="handle ${mark.kind} ${selected.value === mark.id ? 'selected' : ''} ${canEdit ? '' : 'fixed'} ${peers.length > 0 ? 'peers' : ''}"
      aria-label=${describeHandle(mark, who, canEdit)}
      ${styled({ '--peer': peers[0]?.colour ?? 'transparent' })}
      @click=${() => want(this, { kind: 'select', id: mark.id })}
      @keydown=${(event: KeyboardEvent) => this.#nudge(event, mark)}
      @focus=${() => (this.held = mark.id)}
      @blur=${() => (this.held = '')}
      @pointerdown=${(event: PointerEvent) => this.#grab(event, mark)}
      @pointermove=${(event: PointerEvent) => this.#drag(event, mark)}
      @pointerup=${this.#letGo}
      @pointercancel=${this.#letGo}
    >
      <span>${mark.label}</span>${who ? html`<span class="who">${who}</span>` : nothing}
    </button>`;
  }

  #letGo = () => {
    this.#dragged = null;
  };

  #nudge(event: KeyboardEvent, { id, x, y }: StagePoint): void {
    const step = nudges[event.key];
    if (!step || !mayChange(this.store, 'things')) return;
    event.preventDefault();
    want(this, { kind: 'move', id, x: x + step[0] * nudgePx, y: y + step[1] * nudgePx });
  }

  #grab(event: PointerEvent, mark: StagePoint): void {
    if (!mayChange(this.store, 'things') || event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#dragged = mark.id;
    this.#from = { x: event.clientX, y: event.clientY };
  }

  #drag(event: PointerEvent, mark: StagePoint): void {
    if (this.#dragged !== mark.id) return;
    if (this.#from && Math.hypot(event.clientX - this.#from.x, event.clientY - this.#from.y) < meantPx) return;
    this.#from = null;
    const { left, top } = this.getBoundingClientRect();
    want(this, { kind: 'move', id: mark.id, x: event.clientX - left, y: event.clientY - top });
  }
}

/** Describes a handle for screen readers. `who` has also selected it, unless that is ''. */
function describeHandle({ kind, label }: StagePoint, who: string, canEdit: boolean): string {
  const entity = kind === 'emitter' ? say('emitter {name}', { name: label }) : say('well {name}', { name: label });
  const selected = who ? say('{entity}, selected by {who}', { entity, who }) : entity;
  return canEdit ? say('{entity}; arrow keys move it', { entity: selected }) : selected;
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-stage-overlay': StageOverlay;
  }
}
