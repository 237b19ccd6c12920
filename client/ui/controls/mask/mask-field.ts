import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { BitmapField } from '../../../../shared/parameters/index.ts';
import { html } from '../../../words/html.ts';
import { sayOfRegistry } from '../../../words/of-registry.ts';
import { say } from '../../../words/words.ts';
import { icon } from '../../parts/icon.ts';
import { base } from '../../tokens.ts';
import type { FieldChange } from '../field-control.ts';
import { type Bits, bitsOf, countSet, digitsOf, inverted, withStroke } from './bits.ts';
import { figureNames, figures } from './figures.ts';
import { maskStyles } from './mask-styles.ts';
import { paint } from './paint.ts';
import { readImage } from './read-image.ts';

/** Width of a finger's pen, in cells. */
const penWidth = 2;
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Point {
  x: number;
  y: number;
}

/**
 * The control of a bitmap: predefined figures, a canvas to draw on, and the upload of an image. A file that does not fit is refused with a
 * message, and changes nothing.
 * @fires field-change - `FieldChange`, after each stroke and each choice
 */
@customElement('hu-mask-field')
export class MaskField extends LitElement {
  static override styles = [base, maskStyles];

  @property() name = '';
  @property({ attribute: false }) field!: BitmapField;
  @property({ attribute: false }) value = '';
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** The bitmap during a stroke. */
  @state() draft: Bits | null = null;
  @state() refusal = '';
  @state() isOver = false;
  /** Position of the keyboard's pen; null until it is used. */
  @state() pen: Point | null = null;
  @query('.paper') paper!: HTMLCanvasElement | null;
  @query('input') file!: HTMLInputElement | null;
  #stroke: { last: Point; value: 0 | 1 } | null = null;

  protected override firstUpdated(): void {
    this.renderRoot.querySelectorAll<HTMLCanvasElement>('.figures canvas').forEach((canvas, index) => {
      paint(canvas, figures()[figureNames[index]!], this.field.side, null);
    });
  }

  protected override updated(): void {
    if (this.paper) paint(this.paper, this.#bits(), this.field.side, this.pen);
  }

  protected override render(): TemplateResult {
    const { side } = this.field;
    const label = sayOfRegistry(this.field.label);
    const bits = this.#bits();
    const share = Math.round((countSet(bits) / bits.length) * 100);
    return html`<span class="name" id="name">${label}</span>
      <div class="work">
        <canvas
          class="paper ${this.isOver ? 'over' : ''}"
          width=${side}
          height=${side}
          role="application"
          aria-roledescription="drawing"
          tabindex=${this.disabled ? -1 : 0}
          aria-label="${label}, ${side} by ${side} cells, ${share} % set. Arrow keys move the pen, Space sets or clears."
          @pointerdown=${this.#down}
          @pointermove=${this.#move}
          @pointerup=${this.#up}
          @pointercancel=${this.#up}
          @keydown=${this.#key}
          @dragover=${this.#over}
          @dragleave=${() => (this.isOver = false)}
          @drop=${this.#drop}
        ></canvas>
        <div class="figures" role="group" aria-label="Figures">
          ${figureNames.map((name) => {
            const figure = figures()[name];
            return html`<button
              title=${say(name)}
              aria-label=${say(name)}
              aria-pressed=${digitsOf(figure) === this.value}
              ?disabled=${this.disabled}
              @click=${() => this.#change(figure)}
            >
              <canvas data-figure=${name} width=${side} height=${side} aria-hidden="true"></canvas>
            </button>`;
          })}
        </div>
      </div>
      ${this.disabled ? nothing : this.#renderTools(bits)}
      ${this.refusal ? html`<p class="refusal" role="alert">${this.refusal}</p>` : nothing}
      <span class="unseen" aria-live="polite">${this.#describePen(bits)}</span>`;
  }

  #renderTools(bits: Bits): TemplateResult {
    const isEmpty = countSet(bits) === 0;
    return html`<div class="tools">
        <button class="outlined" @click=${() => this.file?.click()}>${icon('image', 16)} Load</button>
        <button class="outlined" @click=${() => this.#change(inverted(bits))}>${icon('contrast', 16)} Invert</button>
        <button class="outlined" ?disabled=${isEmpty} @click=${() => this.#change(new Uint8Array(bits.length))}>
          ${icon('eraser', 16)} Clear
        </button>
        <input type="file" accept="image/*" hidden @change=${this.#chosen} aria-label="Image file" />
      </div>
      ${isEmpty ? html`<p class="note">Nothing is drawn: particles are emitted in its middle.</p>` : nothing}`;
  }

  #describePen(bits: Bits): string {
    if (!this.pen) return '';
    const { x, y } = this.pen;
    const isSet = bits[y * this.field.side + x] === 1;
    return say(isSet ? 'Row {row}, column {column}, set' : 'Row {row}, column {column}, clear', { row: y + 1, column: x + 1 });
  }

  #bits(): Bits {
    return this.draft ?? bitsOf(this.value);
  }

  #change(bits: Bits): void {
    const value = digitsOf(bits);
    this.refusal = '';
    if (this.disabled || value === this.value) return;
    this.value = value;
    this.dispatchEvent(new CustomEvent<FieldChange>('field-change', { detail: { name: this.name, value }, bubbles: true, composed: true }));
  }

  #placeOf(event: PointerEvent): Point {
    const { left, top, width, height } = this.paper!.getBoundingClientRect();
    const { side } = this.field;
    return { x: Math.floor(((event.clientX - left) / width) * side), y: Math.floor(((event.clientY - top) / height) * side) };
  }

  /** The first cell decides whether the stroke sets or clears. */
  #down = (event: PointerEvent) => {
    if (this.disabled || event.button !== 0) return;
    this.paper!.setPointerCapture(event.pointerId);
    this.pen = null;
    const place = this.#placeOf(event);
    const { side } = this.field;
    const isSet = bitsOf(this.value)[Math.min(side - 1, place.y) * side + Math.min(side - 1, place.x)] === 1;
    this.#stroke = { last: place, value: isSet ? 0 : 1 };
    this.#extend(place);
  };

  #move = (event: PointerEvent) => {
    if (this.#stroke) this.#extend(this.#placeOf(event));
  };

  #extend(place: Point): void {
    const stroke = this.#stroke!;
    this.draft = withStroke(this.#bits(), this.field.side, stroke.last, place, penWidth, stroke.value);
    stroke.last = place;
  }

  #up = () => {
    const { draft } = this;
    this.#stroke = null;
    this.draft = null;
    if (draft) this.#change(draft);
  };

  #key = (event: KeyboardEvent) => {
    const { side } = this.field;
    const step = steps[event.key];
    if (this.disabled || (!step && event.key !== ' ')) return;
    event.preventDefault();
    event.stopPropagation();
    const pen = this.pen ?? { x: side / 2, y: side / 2 };
    const hold = (at: number) => Math.min(side - 1, Math.max(0, at));
    if (step) {
      this.pen = { x: hold(pen.x + step[0]), y: hold(pen.y + step[1]) };
      return;
    }
    this.pen = pen;
    const bits = bitsOf(this.value);
    bits[pen.y * side + pen.x] = 1 - bits[pen.y * side + pen.x];
    this.#change(bits);
  };

  #over = (event: DragEvent) => {
    if (this.disabled) return;
    event.preventDefault();
    this.isOver = true;
  };

  #drop = (event: DragEvent) => {
    event.preventDefault();
    this.isOver = false;
    const file = event.dataTransfer?.files[0];
    if (file) void this.#load(file);
  };

  #chosen = () => {
    const file = this.file?.files?.[0];
    if (file) void this.#load(file);
    // Allows choosing the same file again.
    if (this.file) this.file.value = '';
  };

  async #load(file: File): Promise<void> {
    try {
      this.#change(await readImage(file, this.field.side));
    } catch (error) {
      this.refusal = error instanceof Error ? error.message : String(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-mask-field': MaskField;
  }
}
