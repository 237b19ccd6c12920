import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { fromPosition, toPosition, type ValueField } from '../../../shared/parameters/index.ts';
import type { Touch } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import { say } from '../../words/words.ts';
import { describeValue, formatNumber, labelOfChoice, numberText } from '../format.ts';
import { styled } from '../parts/styled.ts';
import { isStill } from '../stillness.ts';
import { base } from '../tokens.ts';
import { choiceStyles } from './choice-styles.ts';
import { isOtherHand, renderHand } from './field-hand.ts';
import { fillOf, fitsSideBySide, isApart } from './field-shape.ts';
import { fieldStyles } from './field-styles.ts';
import { HandHold } from './hand-hold.ts';
import './pitch-set.ts';
import { remarkStyles, renderRemark } from './remark.ts';
import { renderSegments } from './segments.ts';
import { type NumericField, readColour, readTyped, valueAfterKey } from './stepping.ts';
import { ValueBox } from './value-box.ts';

type Value = number | string | boolean;

/** Number of positions of a slider. */
const positions = 1000;
/** A value that arrives this soon after a change by the user is treated as its echo. */
const echoMs = 400;

/** The detail of `field-change`, fired when the user changes a value. */
export interface FieldChange {
  name: string;
  value: Value;
}

/**
 * The control of one field: slider with a number, choice, switch or colour.
 * Double-click resets; arrows and Page keys step.
 * @fires field-change - `FieldChange`, on each change
 * @fires field-touch - `{ name, active }`, when the user grabs and releases the control
 * @slot head - content beside the name
 * @fires field-refused - `{ text }`, when typed text is refused, with the reason
 */
@customElement('hu-field')
export class FieldControl extends LitElement {
  static override styles = [base, fieldStyles, choiceStyles, remarkStyles];

  @property() name = '';
  @property({ attribute: false }) field!: ValueField;
  @property({ attribute: false }) value: Value = 0;
  /** The effective value, where the coupling changes the value. */
  @property({ attribute: false }) effective: number | null = null;
  /** The member who moved it last. */
  @property({ attribute: false, hasChanged: isOtherHand }) touch: Touch | null = null;
  /** The other member who holds it now. */
  @property({ attribute: false, hasChanged: isOtherHand }) hand: Touch | null = null;
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Why it has no effect now, or less than its range promises; `idle`: it has none. */
  @property() remark = '';
  @property({ type: Boolean, reflect: true }) idle = false;
  @query('.row') row!: HTMLElement | null;
  @query('input.value') number!: HTMLInputElement | null;
  #movedAtMs = -Infinity;
  readonly #handHold = new HandHold(this, (active) =>
    this.dispatchEvent(new CustomEvent('field-touch', { detail: { name: this.name, active }, bubbles: true, composed: true })),
  );
  readonly #box = new ValueBox(this, {
    shown: () => (typeof this.value === 'number' ? numberText(this.value) : String(this.value)),
    enter: (text) => this.#read(text),
    step: (event) => this.field.kind !== 'colour' && this.#keyOnSlider(event),
  });

  #change(value: Value): void {
    this.#box.settle();
    if (value === this.value) return;
    this.#movedAtMs = performance.now();
    this.#handHold.hold();
    this.value = value;
    this.dispatchEvent(new CustomEvent<FieldChange>('field-change', { detail: { name: this.name, value }, bubbles: true, composed: true }));
  }

  /** Applies the typed text, or returns the reason why it is refused. */
  #read(text: string): string | null {
    const read = this.field.kind === 'colour' ? readColour(this.field.label, text) : readTyped(this.field as NumericField, text);
    if ('refusal' in read) return read.refusal;
    this.#change(read.value);
    return null;
  }

  #reset = () => {
    if (!this.disabled) this.#change(this.field.default);
  };

  protected override updated(changed: PropertyValues<this>): void {
    this.toggleAttribute('data-held', this.hand !== null);
    this.#keepSelected(changed);
    const isFirst = changed.get('value') === undefined;
    if (!changed.has('value') || isFirst || performance.now() - this.#movedAtMs < echoMs || !(this.hand ?? this.touch)) return;
    if (isStill()) return;
    this.row?.animate([{ background: 'color-mix(in oklab, var(--peer) 26%, transparent)' }, { background: 'transparent' }], 900);
  }

  /** Keeps a focused number selected when its value changes, so that typing replaces it. */
  #keepSelected(changed: PropertyValues<this>): void {
    const { number } = this;
    if (changed.has('value') && this.#box.isSettled && number && number === this.shadowRoot?.activeElement) number.select();
  }

  protected override render(): TemplateResult {
    const { field, hand, touch } = this;
    return html`<div
      class="row"
      ${styled({ '--peer': (hand ?? touch)?.colour ?? 'var(--accent)' })}
      @pointerdown=${() => !this.disabled && this.#handHold.hold()}
      @focusout=${() => this.#handHold.release()}
    >
      ${
        field.kind === 'number' || field.kind === 'integer'
          ? this.#renderNumber(field)
          : field.kind === 'choice'
            ? this.#renderChoice(field)
            : field.kind === 'switch'
              ? this.#renderSwitch()
              : field.kind === 'pitches'
                ? this.#renderPitches()
                : this.#renderColour()
      }
      <span class="unseen" id="help">${sayOfRegistry(field.help)}</span>
      ${renderRemark(this.remark)}
    </div>`;
  }

  /** The texts that describe the control to screen readers. */
  get #describedBy(): string {
    return this.remark ? 'help remark' : 'help';
  }

  #renderHead(content: unknown): TemplateResult {
    const isChanged = this.value !== this.field.default;
    return html`<div class="head">
      <label for="control" class="name ${isChanged ? 'changed' : ''}" @dblclick=${this.#reset}>${sayOfRegistry(this.field.label)}</label>
      ${renderHand(this.hand, this.touch)}<slot name="head"></slot>
      <span class="gap"></span>
      ${content}
    </div>`;
  }

  #renderNumber(field: NumericField): TemplateResult {
    const value = Number(this.value);
    const position = toPosition(field, value);
    const { from, to } = fillOf(field, position);
    const { effective } = this;
    const unit = sayOfRegistry(field.unit);
    const isShifted = isApart(effective, value, field.step);
    const heard = isShifted ? Math.min(1, Math.max(0, toPosition(field, effective))) : 0;
    return html`${this.#renderHead(
        html`${isShifted ? html`<span class="effective" title="Value with the links">→ ${formatNumber(effective)}</span>` : nothing}
          ${this.#box.render({ label: say('{name} value', { name: sayOfRegistry(field.label) }), kind: 'value', disabled: this.disabled })}<span
            class="unit"
            >${unit}</span
          >`,
      )}
      <div class="slider">
        <span class="rail" ${styled({ '--from': from, '--to': to, '--usual': toPosition(field, field.default), '--heard': heard })}>
          <i class="usual"></i><i class="fill"></i>${isShifted ? html`<i class="heard"></i>` : nothing}
        </span>
        <input
          id="control"
          type="range"
          min="0"
          max=${positions}
          step="1"
          .value=${live(String(Math.round(position * positions)))}
          ?disabled=${this.disabled}
          aria-valuetext=${describeValue(field, value)}
          aria-describedby=${this.#describedBy}
          @input=${this.#slid}
          @keydown=${this.#keyOnSlider}
          @dblclick=${this.#reset}
        />
      </div>`;
  }

  #slid = (event: Event) => {
    this.#change(fromPosition(this.field as NumericField, Number((event.target as HTMLInputElement).value) / positions));
  };

  #keyOnSlider = (event: KeyboardEvent) => {
    const next = valueAfterKey(this.field as NumericField, Number(this.value), event.key);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#change(next);
  };

  #renderChoice(field: Extract<ValueField, { kind: 'choice' }>): TemplateResult {
    if (!fitsSideBySide(field.choices)) {
      return this.#renderHead(
        html`<select
          id="control"
          aria-describedby=${this.#describedBy}
          .value=${live(String(this.value))}
          ?disabled=${this.disabled}
          @change=${(event: Event) => this.#change((event.target as HTMLSelectElement).value)}
        >
          ${field.choices.map((choice) => html`<option value=${choice} ?selected=${choice === this.value}>${sayOfRegistry(labelOfChoice(choice))}</option>`)}
        </select>`,
      );
    }
    return html`${this.#renderHead(nothing)}${renderSegments(field, String(this.value), {
      disabled: this.disabled,
      describedBy: this.#describedBy,
      pick: (choice) => this.#change(choice),
      reset: this.#reset,
    })}`;
  }

  #renderSwitch(): TemplateResult {
    return this.#renderHead(
      html`<button
        id="control"
        class="switch"
        role="switch"
        aria-checked=${Boolean(this.value)}
        aria-label=${sayOfRegistry(this.field.label)}
        aria-describedby=${this.#describedBy}
        ?disabled=${this.disabled}
        @click=${() => this.#change(!this.value)}
      ></button>`,
    );
  }

  #renderPitches(): TemplateResult {
    return html`${this.#renderHead(nothing)}<hu-pitch-set
        .label=${sayOfRegistry(this.field.label)}
        .value=${String(this.value)}
        ?disabled=${this.disabled}
        @pitches-change=${(event: CustomEvent<string>) => this.#change(event.detail)}
      ></hu-pitch-set>`;
  }

  #renderColour(): TemplateResult {
    return this.#renderHead(
      html`${this.#box.render({ label: say('{name} value', { name: sayOfRegistry(this.field.label) }), kind: 'value', disabled: this.disabled, maxLength: 7, inputMode: 'text' })}
        <input
          id="control"
          type="color"
          aria-describedby=${this.#describedBy}
          .value=${live(String(this.value))}
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
