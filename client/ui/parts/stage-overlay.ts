import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { StageMark, Store } from '../../store/store.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { Watch } from '../watch.ts';
import { styled } from './styled.ts';

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
        width: 34px;
        min-height: 34px;
        height: 34px;
        padding: 0;
        border-radius: 50%;
        pointer-events: auto;
        touch-action: none;
        cursor: grab;
        opacity: 0.45;
        color: white;
      }
      button.handle::before {
        content: '';
        width: 12px;
        height: 12px;
        border: 1.5px solid currentColor;
        border-radius: 50%;
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
      }
      button.handle:active {
        cursor: grabbing;
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
        color: #0a0d18;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  #dragged: string | null = null;

  constructor() {
    super();
    new Watch(this, () => [this.store?.marks.value, this.store?.selected.value, this.store?.canEdit.value]);
  }

  protected override render(): TemplateResult {
    return html`${repeat(
      this.store.marks.value,
      (mark) => `${mark.kind}:${mark.id}`,
      (mark) =>
        html`<div class="mark" ${styled({ transform: `translate(${mark.x.toFixed(1)}px, ${mark.y.toFixed(1)}px)` })}>
          ${mark.kind === 'cursor' ? this.#renderCursor(mark) : this.#renderHandle(mark)}
        </div>`,
    )}`;
  }

  #renderCursor(mark: StageMark): TemplateResult {
    return html`<div class="cursor">
      <svg width="16" height="18" viewBox="0 0 16 18" fill=${mark.colour}><path d="M1 1l13 7-6 1.5L5 16z" stroke="#0a0d18" /></svg>
      <span ${styled({ background: mark.colour })}>${mark.label}</span>
    </div>`;
  }

  #renderHandle(mark: StageMark): TemplateResult {
    return html`<button
      class="handle ${mark.kind} ${this.store.selected.value === mark.id ? 'selected' : ''}"
      title=${mark.label}
      aria-label="${mark.kind} ${mark.label}"
      @click=${() => want(this, { kind: 'select', id: mark.id })}
      @pointerdown=${(event: PointerEvent) => this.#grab(event, mark)}
      @pointermove=${(event: PointerEvent) => this.#drag(event, mark)}
      @pointerup=${() => (this.#dragged = null)}
      @pointercancel=${() => (this.#dragged = null)}
    ></button>`;
  }

  #grab(event: PointerEvent, mark: StageMark): void {
    if (!this.store.canEdit.value) return;
    (event.target as HTMLElement).setPointerCapture(event.pointerId);
    this.#dragged = mark.id;
  }

  #drag(event: PointerEvent, mark: StageMark): void {
    if (this.#dragged !== mark.id) return;
    const { left, top } = this.getBoundingClientRect();
    want(this, { kind: 'move', id: mark.id, x: event.clientX - left, y: event.clientY - top });
  }
}
