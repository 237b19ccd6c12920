import { css, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { html } from '../../words/html.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { isTouched, onScreens } from '../screens.ts';
import { base } from '../tokens.ts';
import { icon } from '../parts/icon.ts';
import { heightAfterDrag, sheetHeights, type SheetSize, sizeAfterKey } from './sheet.ts';

const hints: Readonly<Record<'fine' | 'coarse', Sentence>> = {
  fine: 'Point at a control to read what it does. Double-click resets it.',
  coarse: 'Touch a control to read what it does. A double tap resets it.',
};

/**
 * The frame of a panel: a card beside the dock on a desk, a sheet to pull up and down on a phone.
 * Its footer explains the control under the pointer.
 */
@customElement('hu-panel-frame')
export class PanelFrame extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--surface);
        backdrop-filter: var(--frost, blur(22px) saturate(1.2));
        will-change: backdrop-filter;
        box-shadow: var(--shadow);
      }
      header {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 6px 6px 2px 16px;
      }
      header::before {
        content: '';
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--accent);
      }
      h2 {
        flex: 1;
        font-size: 15px;
        font-weight: 600;
      }
      .scroll {
        flex: 1;
        min-height: 0;
        overflow-y: auto;
        padding: 2px 16px 12px;
        scrollbar-width: thin;
        scrollbar-color: var(--pressed) transparent;
        overscroll-behavior: contain;
      }
      .hint {
        min-height: 51px;
        padding: 7px 16px 8px;
        border-top: 1px solid var(--line);
        font-size: 12px;
        color: var(--text-soft);
        text-wrap: pretty;
      }
      .handle {
        display: none;
      }
      @media ${onScreens('phone')} {
        :host {
          height: var(--sheet, 46%);
          border-width: 1px 0 0;
          border-radius: 18px 18px 0 0;
          box-shadow: none;
          transition: height 0.22s cubic-bezier(0.2, 0.8, 0.2, 1);
        }
        :host([data-dragging]) {
          transition: none;
        }
        .handle {
          display: flex;
          position: relative;
          width: 100%;
          min-height: 20px;
          height: 20px;
          padding: 0;
          touch-action: none;
          cursor: grab;
        }
        .handle::before {
          content: '';
          position: absolute;
          inset: -8px 0 -20px;
        }
        .handle i {
          width: 40px;
          height: 4px;
          border-radius: 2px;
          background: var(--edge);
        }
        .handle:hover:not(:disabled) {
          background: none;
        }
        header {
          position: relative;
          padding: 0 4px 0 16px;
          margin-top: -6px;
          pointer-events: none;
        }
        header button {
          pointer-events: auto;
        }
      }
      @media ${onScreens('low')} {
        :host {
          height: 100%;
          border-width: 1px 0 0 1px;
          border-radius: 12px 0 0;
          box-shadow: none;
        }
        header {
          padding: 0 2px 0 14px;
        }
        .scroll {
          padding: 0 14px 8px;
        }
      }
      @media ${onScreens('phone', 'low')} {
        .hint {
          min-height: 0;
          padding: 5px 14px 6px;
          white-space: nowrap;
          overflow: hidden;
          text-overflow: ellipsis;
        }
      }
    `,
  ];

  @property() heading = '';
  /** True if there are no controls that the footer would explain. */
  @property({ type: Boolean }) footless = false;
  @state() hint = '';
  @state() size: SheetSize = 'half';
  /** Height during a drag of the sheet, in px. */
  @state() draggedPx: number | null = null;
  #grab: { y: number; heightPx: number } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('pointerover', this.#read);
    this.addEventListener('focusin', this.#read);
    this.addEventListener('pointerleave', () => (this.hint = ''));
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Another panel begins at its top. The first one is there already, and setting this would force an early layout.
    if (changed.get('heading')) this.renderRoot.querySelector('.scroll')!.scrollTop = 0;
    this.toggleAttribute('data-dragging', this.draggedPx !== null);
    this.style.setProperty('--sheet', this.draggedPx === null ? sheetHeights[this.size] : `${this.draggedPx}px`);
  }

  protected override render(): TemplateResult {
    return html`<button
        class="handle"
        aria-label="Height of the panel; arrow keys change it"
        @pointerdown=${this.#down}
        @pointermove=${this.#move}
        @pointerup=${this.#up}
        @pointercancel=${this.#up}
        @keydown=${this.#key}
      >
        <i></i>
      </button>
      <header>
        <h2>${this.heading}</h2>
        <button class="icon" aria-label="Close panel" title="Hide (H)" @click=${this.#close}>${icon('x')}</button>
      </header>
      <div class="scroll"><slot></slot></div>
      ${this.footless ? nothing : html`<p class="hint" aria-hidden="true">${this.hint || say(hints[isTouched() ? 'coarse' : 'fine'])}</p>`}`;
  }

  #close = () => want(this, { kind: 'panel', panel: null });

  /** Shows the help of the control under the pointer, from `field.help` or `data-help`, in the footer. */
  #read = (event: Event) => {
    for (const node of event.composedPath()) {
      if (node === this || !(node instanceof HTMLElement)) continue;
      const { field } = node as HTMLElement & { field?: { help: string } };
      const help = node.dataset.help ?? (field && sayOfRegistry(field.help));
      if (help === undefined) continue;
      this.hint = help;
      return;
    }
    this.hint = '';
  };

  #down = (event: PointerEvent) => {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#grab = { y: event.clientY, heightPx: this.offsetHeight };
  };

  #move = (event: PointerEvent) => {
    if (this.#grab) this.draggedPx = Math.max(0, this.#grab.heightPx + this.#grab.y - event.clientY);
  };

  #up = () => {
    if (this.#grab && this.draggedPx !== null) {
      const size = heightAfterDrag(this.#grab.heightPx, this.draggedPx, this.size);
      if (size === 'closed') this.#close();
      else this.size = size;
    }
    this.#grab = null;
    this.draggedPx = null;
  };

  #key = (event: KeyboardEvent) => {
    const size = sizeAfterKey(event.key, this.size);
    if (size === null) return;
    event.preventDefault();
    if (size === 'closed') this.#close();
    else this.size = size;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-panel-frame': PanelFrame;
  }
}
