import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { StageMark, Store } from '../../store/store.ts';
import { mayChange } from '../../store/locks.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { styled } from './styled.ts';

const nudgePx = 8;
const nudges: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const meantPx = 4;

/** Handles of emitters and wells, to be picked and dragged, and the cursors of the others. */
@customElement('hu-stage-overlay')
export class StageOverlay extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0;
        overflow: hidden;
        pointer-events: none;
      }
      .mark {
        position: absolute;
        left: 0;
        top: 0;
        will-change: transform;
      }
      button.handle {
        position: absolute;
        translate: -50% -50%;
        width: 36px;
        min-height: 36px;
        height: 36px;
        padding: 0;
        border-radius: 50%;
        pointer-events: auto;
        touch-action: none;
        cursor: grab;
        opacity: 0.8;
        color: white;
        filter: drop-shadow(0 0 2px rgb(0 0 0)) drop-shadow(0 0 5px rgb(0 0 0 / 0.8));
      }
      button.handle::before {
        content: '';
        width: 12px;
        height: 12px;
        border: 1.5px solid currentColor;
        border-radius: 50%;
        scale: var(--swell, 1);
      }
      button.handle.emitter::before {
        border-radius: 2px;
        rotate: 45deg;
        width: 9px;
        height: 9px;
      }
      button.handle:hover,
      button.handle:focus-visible {
        opacity: 1;
      }
      button.handle.selected {
        opacity: 1;
        color: var(--warm);
        background: radial-gradient(rgb(255 196 138 / 0.25), transparent 68%);
      }
      button.handle.fixed {
        cursor: pointer;
      }
      button.handle span {
        position: absolute;
        top: calc(50% + 14px);
        padding: 1px 7px;
        border-radius: 7px;
        background: rgb(8 9 14 / 0.75);
        font-size: 11px;
        line-height: 16px;
        white-space: nowrap;
        opacity: 0;
        pointer-events: none;
      }
      button.handle:hover span,
      button.handle:focus-visible span,
      button.handle.selected span {
        opacity: 1;
      }
      @media (pointer: coarse) {
        button.handle {
          width: 44px;
          height: 44px;
        }
      }
      button.handle:active {
        cursor: grabbing;
      }
      button.handle.peers {
        opacity: 1;
        color: var(--peer);
      }
      button.handle.peers::after {
        content: '';
        position: absolute;
        inset: 5px;
        border: 1.5px dashed var(--peer);
        border-radius: 50%;
      }
      button.handle span.who {
        top: auto;
        bottom: calc(50% + 14px);
        background: var(--peer);
        color: var(--ink);
        font-weight: 600;
        opacity: 1;
      }
      .player {
        position: absolute;
        translate: -50% -50%;
        width: 30px;
        height: 30px;
        border: 2px solid var(--warm);
        border-radius: 50%;
        box-shadow: 0 0 0 2px rgb(0 0 0 / 0.5);
      }
      .cursor svg {
        display: block;
      }
      .cursor span {
        display: inline-block;
        margin: 2px 0 0 12px;
        padding: 1px 7px;
        border-radius: 8px;
        font-size: 11px;
        color: var(--ink);
        font-weight: 600;
        white-space: nowrap;
      }
      .cursor {
        filter: drop-shadow(0 1px 4px rgb(0 0 0 / 0.5));
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  #dragged: string | null = null;
  /** Where the press began, until it is clear that it is a drag and no click. */
  #from: { x: number; y: number } | null = null;

  constructor() {
    super();
    watchSignals(this, () => [
      this.store?.marks.value,
      this.store?.selected.value,
      this.store && mayChange(this.store, 'things'),
      this.store?.members.value,
    ]);
  }

  protected override render(): TemplateResult {
    return html`${repeat(
      this.store.marks.value,
      (mark) => `${mark.kind}:${mark.id}`,
      (mark) =>
        html`<div
          class="mark"
          ${styled({ transform: `translate(${mark.x.toFixed(1)}px, ${mark.y.toFixed(1)}px)`, '--swell': mark.swell.toFixed(2) })}
        >
          ${this.#renderMark(mark)}
        </div>`,
    )}`;
  }

  #renderMark(mark: StageMark): TemplateResult {
    if (mark.kind === 'cursor') return this.#renderCursor(mark);
    const { chosen } = this.store.talk.value;
    if (mark.kind === 'pin') return html`<hu-pin .mark=${mark} .chosen=${chosen?.id === mark.id ? chosen : null}></hu-pin>`;
    return mark.kind === 'player' ? html`<i class="player"></i>` : this.#renderHandle(mark);
  }

  #renderCursor(mark: StageMark): TemplateResult {
    return html`<div class="cursor">
      <svg width="16" height="18" viewBox="0 0 16 18" fill=${mark.colour}><path d="M1 1l13 7-6 1.5L5 16z" stroke="#0a0d18" /></svg>
      <span ${styled({ background: mark.colour })}>${mark.label}</span>
    </div>`;
  }

  #renderHandle(mark: StageMark): TemplateResult {
    const { members, selected } = this.store;
    const canEdit = mayChange(this.store, 'things');
    const peers = members.value.filter((member) => !member.isMe && member.selected === mark.id);
    const who = peers.map(({ name }) => name).join(', ');
    return html`<button
      class="handle ${mark.kind} ${selected.value === mark.id ? 'selected' : ''} ${canEdit ? '' : 'fixed'} ${peers.length > 0 ? 'peers' : ''}"
      aria-label=${describeHandle(mark, who, canEdit)}
      ${styled({ '--peer': peers[0]?.colour ?? 'transparent' })}
      @click=${() => want(this, { kind: 'select', id: mark.id })}
      @keydown=${(event: KeyboardEvent) => this.#nudge(event, mark)}
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

  #nudge(event: KeyboardEvent, { id, x, y }: StageMark): void {
    const step = nudges[event.key];
    if (!step || !mayChange(this.store, 'things')) return;
    event.preventDefault();
    want(this, { kind: 'move', id, x: x + step[0] * nudgePx, y: y + step[1] * nudgePx });
  }

  #grab(event: PointerEvent, mark: StageMark): void {
    if (!mayChange(this.store, 'things') || event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#dragged = mark.id;
    this.#from = { x: event.clientX, y: event.clientY };
  }

  #drag(event: PointerEvent, mark: StageMark): void {
    if (this.#dragged !== mark.id) return;
    if (this.#from && Math.hypot(event.clientX - this.#from.x, event.clientY - this.#from.y) < meantPx) return;
    this.#from = null;
    const { left, top } = this.getBoundingClientRect();
    want(this, { kind: 'move', id: mark.id, x: event.clientX - left, y: event.clientY - top });
  }
}

/** What one hears of a handle. `who` has selected it too, unless that is ''. */
function describeHandle({ kind, label }: StageMark, who: string, canEdit: boolean): string {
  const thing = kind === 'emitter' ? say('emitter {name}', { name: label }) : say('well {name}', { name: label });
  const selected = who ? say('{thing}, selected by {who}', { thing, who }) : thing;
  return canEdit ? say('{thing}; arrow keys move it', { thing: selected }) : selected;
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-stage-overlay': StageOverlay;
  }
}
