import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ValueField } from '../../../shared/parameters/index.ts';
import { html } from '../../words/html.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import { say } from '../../words/words.ts';
import { inkOn } from '../format.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import type { FieldChange } from './field-control.ts';
import { touched } from '../screens.ts';
import { remarkStyles, renderRemark } from './remark.ts';

/**
 * Chooses a species by its colour.
 * @fires field-change - `FieldChange`
 */
@customElement('hu-species-field')
export class SpeciesField extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        padding: 4px 0;
      }
      .name {
        display: flex;
        align-items: center;
        min-height: 26px;
        color: var(--text-soft);
      }
      .kinds {
        display: flex;
        justify-content: space-between;
      }
      label {
        position: relative;
        display: grid;
        place-items: center;
        width: 36px;
        height: 36px;
        cursor: pointer;
      }
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: inherit;
      }
      i {
        display: grid;
        place-items: center;
        width: 26px;
        height: 26px;
        border-radius: 50%;
        font-size: 12px;
        font-style: normal;
        font-weight: 700;
      }
      label:has(:checked) i {
        outline: 2px solid var(--text);
        outline-offset: 2px;
      }
      label:has(:focus-visible) i {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
      ${remarkStyles}
      @media ${touched} {
        label {
          width: 44px;
          height: 44px;
        }
      }
    `,
  ];

  @property() name = '';
  @property({ attribute: false }) field!: ValueField;
  @property({ attribute: false }) value = 0;
  /** Colour of each species, `#rrggbb`. */
  @property({ attribute: false }) colours: readonly string[] = [];
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Why it has no effect now. */
  @property() remark = '';

  protected override render(): TemplateResult {
    return html`<span class="name" id="name">${sayOfRegistry(this.field.label)}</span>
      <div class="kinds" role="radiogroup" aria-labelledby="name" aria-describedby=${this.remark ? 'remark' : nothing}>
        ${this.colours.map((colour, species) => {
          const words = say('Species {number}', { number: species + 1 });
          return html`<label title=${words}
            ><input
              type="radio"
              name="species"
              aria-label=${words}
              .checked=${species === this.value}
              ?disabled=${this.disabled}
              @change=${() => this.#change(species)}
            /><i ${styled({ background: colour, color: inkOn(colour) })}>${species + 1}</i></label
          >`;
        })}
      </div>
      ${renderRemark(this.remark)}`;
  }

  #change(value: number): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent<FieldChange>('field-change', { detail: { name: this.name, value }, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-species-field': SpeciesField;
  }
}
