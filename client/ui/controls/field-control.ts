import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Field, fromPosition, toPosition } from '../../../shared/parameters/index.ts';
import type { Touch } from '../../store/store.ts';
import { describeValue, formatNumber, labelOfChoice } from '../format.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { type NumericField, readTyped, valueAfterKey } from './stepping.ts';

type Value = number | string | boolean;

/** Choices up to this many stand side by side; more become a list. */
const segmentedUpTo = 4;
/** Resolution of a slider. */
const positions = 1000;

/** What a control says when a hand has moved it. */
export interface FieldChange {
  name: string;
  value: Value;
}

/**
 * The control of one described field: slider with a number, choice, switch or colour.
 * Double-click resets; arrows and Page keys step.
 * @fires field-change - `FieldChange`, at every move
 * @fires field-touch - `{ name, active }`, when a hand comes and goes
 * @fires field-refused - `{ text }`, when something typed does not fit
 */
@customElement('hu-field')
export class FieldControl extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        position: relative;
        padding: 7px 0;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 24px;
      }
      label,
      .name {
        flex: 1;
        color: var(--text-soft);
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      :host(:hover) label,
      :host(:focus-within) label,
      :host(:hover) .name,
      :host(:focus-within) .name {
        color: var(--text);
      }
      .touch {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        flex: none;
      }
      input.value {
        width: 74px;
        padding: 1px 4px;
        border: 1px solid transparent;
        border-radius: 6px;
        background: none;
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      input.value:hover,
      input.value:focus {
        border-color: var(--line-strong);
        background: rgb(0 0 0 / 0.3);
      }
      .unit {
        color: var(--text-soft);
        font-size: 12px;
        min-width: 8px;
      }
      .effective {
        color: var(--warm);
        font-size: 12px;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      input[type='range'] {
        appearance: none;
        display: block;
        width: 100%;
        height: 22px;
        margin: 0;
        background: none;
        cursor: pointer;
        touch-action: pan-y;
        --fill: calc(var(--position, 0) * (100% - 16px) + 8px);
      }
      input[type='range']::-webkit-slider-runnable-track {
        height: 4px;
        border-radius: 2px;
        background: linear-gradient(to right, var(--accent) var(--fill), rgb(255 255 255 / 0.14) var(--fill));
      }
      input[type='range']::-moz-range-track {
        height: 4px;
        border-radius: 2px;
        background: linear-gradient(to right, var(--accent) var(--fill), rgb(255 255 255 / 0.14) var(--fill));
      }
      input[type='range']::-webkit-slider-thumb {
        appearance: none;
        width: 16px;
        height: 16px;
        margin-top: -6px;
        border-radius: 50%;
        background: var(--text);
        box-shadow: 0 0 0 4px rgb(157 184 255 / 0);
        transition: box-shadow 0.15s;
      }
      input[type='range']:hover::-webkit-slider-thumb {
        box-shadow: 0 0 0 5px rgb(157 184 255 / 0.22);
      }
      input[type='range']::-moz-range-thumb {
        width: 16px;
        height: 16px;
        border: 0;
        border-radius: 50%;
        background: var(--text);
      }
      select {
        width: 100%;
        height: 36px;
        padding: 0 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: rgb(0 0 0 / 0.28);
      }
      select option {
        background: #14161f;
        color: #eceef6;
      }
      .segments {
        display: flex;
        padding: 3px;
        gap: 2px;
        border-radius: var(--radius-small);
        background: rgb(0 0 0 / 0.28);
      }
      .segments button {
        flex: 1;
        min-height: 30px;
        padding: 0 6px;
        border-radius: 6px;
        color: var(--text-soft);
        font-size: 13px;
      }
      .segments button[aria-checked='true'] {
        background: rgb(157 184 255 / 0.22);
        color: var(--text);
      }
      button.switch {
        flex: none;
        width: 40px;
        min-height: 24px;
        height: 24px;
        padding: 0;
        border-radius: 12px;
        background: rgb(255 255 255 / 0.16);
        justify-content: flex-start;
      }
      button.switch::after {
        content: '';
        width: 18px;
        height: 18px;
        margin: 0 3px;
        border-radius: 50%;
        background: var(--text);
        transition: translate 0.15s;
      }
      button.switch[aria-checked='true'] {
        background: var(--accent);
      }
      button.switch[aria-checked='true']::after {
        translate: 14px 0;
      }
      input[type='color'] {
        width: 44px;
        height: 28px;
        padding: 0;
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        background: none;
        cursor: pointer;
      }
      .help {
        display: none;
        color: var(--text-soft);
        font-size: 12px;
        padding-bottom: 2px;
      }
      :host(:focus-within) .help,
      .help.shown {
        display: block;
      }
      :host([disabled]) {
        pointer-events: none;
        opacity: 0.55;
      }
      @media (pointer: coarse) {
        input[type='range'] {
          height: 36px;
        }
        .segments button {
          min-height: 40px;
        }
        select {
          height: 44px;
        }
      }
    `,
  ];

  @property() name = '';
  @property({ attribute: false }) field!: Field;
  @property({ attribute: false }) value: Value = 0;
  /** What the coupling has made of the value, where that is something else. */
  @property({ attribute: false }) effective: number | null = null;
  @property({ attribute: false }) touch: Touch | null = null;
  @property({ type: Boolean, reflect: true }) disabled = false;
  @state() helpShown = false;

  #change(value: Value): void {
    if (value === this.value) return;
    this.value = value;
    this.dispatchEvent(new CustomEvent<FieldChange>('field-change', { detail: { name: this.name, value }, bubbles: true, composed: true }));
  }

  #touched(active: boolean): void {
    this.dispatchEvent(new CustomEvent('field-touch', { detail: { name: this.name, active }, bubbles: true, composed: true }));
  }

  #reset = () => this.#change(this.field.default);

  protected override render(): TemplateResult {
    const { field } = this;
    return html`<div @focusin=${() => this.#touched(true)} @focusout=${() => this.#touched(false)}>
      ${
        field.kind === 'number' || field.kind === 'integer'
          ? this.#renderNumber(field)
          : field.kind === 'choice'
            ? this.#renderChoice(field)
            : field.kind === 'switch'
              ? this.#renderSwitch()
              : this.#renderColour()
      }
      <div class="help ${this.helpShown ? 'shown' : ''}" id="help">${field.help}</div>
    </div>`;
  }

  #renderHead(content: unknown): TemplateResult {
    return html`<div class="head">
      <label
        for="control"
        title="${this.field.help} Double-click to reset."
        @dblclick=${this.#reset}
        @click=${() => (this.helpShown = !this.helpShown)}
        >${this.field.label}</label
      >
      ${this.touch ? html`<span class="touch" title="Last moved by ${this.touch.name}" ${styled({ background: this.touch.colour })}></span>` : nothing}
      ${content}
    </div>`;
  }

  #renderNumber(field: NumericField): TemplateResult {
    const value = Number(this.value);
    const position = toPosition(field, value);
    const shifted = this.effective !== null && Math.abs(this.effective - value) > Math.max(field.step, Math.abs(value) * 0.01);
    return html`${this.#renderHead(
        html`${shifted ? html`<span class="effective" title="What the links make of it">→ ${formatNumber(this.effective!)}</span>` : nothing}
          <input
            class="value"
            inputmode="decimal"
            aria-label="${field.label} value"
            .value=${formatNumber(value).replaceAll(',', '')}
            ?disabled=${this.disabled}
            @change=${this.#typed}
            @keydown=${this.#keyOnNumber}
          /><span class="unit">${field.unit}</span>`,
      )}
      <input
        id="control"
        type="range"
        min="0"
        max=${positions}
        step="1"
        ${styled({ '--position': position })}
        .value=${String(Math.round(position * positions))}
        ?disabled=${this.disabled}
        aria-valuetext=${describeValue(field, value)}
        aria-describedby="help"
        @input=${this.#slid}
        @keydown=${this.#keyOnSlider}
        @dblclick=${this.#reset}
      />`;
  }

  #slid = (event: Event) => {
    this.#change(fromPosition(this.field as NumericField, Number((event.target as HTMLInputElement).value) / positions));
  };

  #keyOnSlider = (event: KeyboardEvent) => {
    const next = valueAfterKey(this.field as NumericField, Number(this.value), event.key);
    if (next === null) return;
    event.preventDefault();
    this.#change(next);
  };

  #keyOnNumber = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown' || event.key === 'PageUp' || event.key === 'PageDown')
      this.#keyOnSlider(event);
  };

  #typed = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const read = readTyped(this.field as NumericField, input.value);
    if ('value' in read) this.#change(read.value);
    else {
      input.value = formatNumber(Number(this.value));
      this.dispatchEvent(new CustomEvent('field-refused', { detail: { text: read.refusal }, bubbles: true, composed: true }));
    }
  };

  #renderChoice(field: Extract<Field, { kind: 'choice' }>): TemplateResult {
    if (field.choices.length > segmentedUpTo) {
      return html`${this.#renderHead(nothing)}
        <select
          id="control"
          aria-describedby="help"
          ?disabled=${this.disabled}
          @change=${(event: Event) => this.#change((event.target as HTMLSelectElement).value)}
        >
          ${field.choices.map((choice) => html`<option value=${choice} ?selected=${choice === this.value}>${labelOfChoice(choice)}</option>`)}
        </select>`;
    }
    return html`${this.#renderHead(nothing)}
      <div class="segments" role="radiogroup" aria-label=${field.label} @dblclick=${this.#reset}>
        ${field.choices.map(
          (choice) =>
            html`<button role="radio" aria-checked=${choice === this.value} ?disabled=${this.disabled} @click=${() => this.#change(choice)}>
              ${labelOfChoice(choice)}
            </button>`,
        )}
      </div>`;
  }

  #renderSwitch(): TemplateResult {
    return this.#renderHead(
      html`<button
        id="control"
        class="switch"
        role="switch"
        aria-checked=${Boolean(this.value)}
        aria-label=${this.field.label}
        ?disabled=${this.disabled}
        @click=${() => this.#change(!this.value)}
      ></button>`,
    );
  }

  #renderColour(): TemplateResult {
    return this.#renderHead(
      html`<span class="unit number">${this.value}</span>
        <input
          id="control"
          type="color"
          .value=${String(this.value)}
          ?disabled=${this.disabled}
          @input=${(event: Event) => this.#change((event.target as HTMLInputElement).value)}
        />`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-field': FieldControl;
  }
}
