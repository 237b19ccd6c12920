import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  isParameterKey,
  type ParameterGroup,
  parameterGroups,
  type ParameterKey,
  parameterKeys,
  parameterOf,
  type ParameterValues,
  registry,
} from '../../../shared/parameters/index.ts';
import { templateLimits } from '../../../shared/universe/index.ts';
import type { TemplateDraft } from '../../store/templates.ts';
import { html } from '../../words/html.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import { say } from '../../words/words.ts';
import '../controls/field-control.ts';
import type { FieldChange } from '../controls/field-control.ts';
import { icon } from '../parts/icon.ts';
import { styled } from '../parts/styled.ts';
import { ruledHeadings } from '../panels/ruled-heading.ts';
import { groupTitles } from '../panels/group-titles.ts';
import { base } from '../tokens.ts';

/** The parameters that a template puts forward, each with the value that its universes begin with. Fires `put-forward`. */
@customElement('hu-put-forward')
export class PutForward extends LitElement {
  static override styles = [
    base,
    ruledHeadings,
    css`
      :host {
        display: block;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 6px;
        align-items: center;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li button {
        color: var(--text-soft);
      }
      .add {
        display: grid;
        gap: 6px;
        margin-top: 16px;
        font-size: 13px;
        font-weight: 500;
      }
      select {
        width: 100%;
        height: 44px;
        padding: 0 10px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--well);
        font-weight: 400;
      }
      option,
      optgroup {
        background: var(--menu);
        color: var(--text);
      }
      .empty {
        color: var(--text-soft);
      }
    `,
  ];

  @property({ attribute: false }) chosen: readonly ParameterKey[] = [];
  @property({ attribute: false }) values!: ParameterValues;

  protected override render(): TemplateResult {
    const isFull = this.chosen.length >= templateLimits.putForward.max;
    return html`<div @field-change=${this.#changed}>
        ${
          this.chosen.length === 0
            ? html`<p class="empty">None: the panels have their usual parameters at hand.</p>`
            : parameterGroups.map((group) => this.#renderGroup(group))
        }
      </div>
      <label class="add"
        >${isFull ? say('At most {count}', { count: templateLimits.putForward.max }) : say('Add a parameter')}
        <select data-test="put-forward" ?disabled=${isFull} @change=${this.#add}>
          <option value="">Choose a parameter …</option>
          ${parameterGroups.map((group) => this.#renderOptions(group))}
        </select>
      </label>`;
  }

  #renderGroup(group: ParameterGroup): TemplateResult | typeof nothing {
    const keys = this.chosen.filter((key) => Object.hasOwn(registry[group], key));
    if (keys.length === 0) return nothing;
    return html`<section ${styled({ '--accent': `var(--hue-${group})` })}>
      <h3>${say(groupTitles[group])}</h3>
      <ul>
        ${keys.map((key) => {
          const field = parameterOf(key);
          return html`<li>
            <hu-field .name=${key} data-key=${key} .field=${field} .value=${this.values[key]}></hu-field>
            <button
              class="icon"
              title="Remove"
              aria-label="Remove ${sayOfRegistry(field.label)}"
              @click=${() => this.#tell({ putForward: this.chosen.filter((other) => other !== key) })}
            >
              ${icon('x', 16)}
            </button>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #renderOptions(group: ParameterGroup): TemplateResult {
    const keys = (Object.keys(registry[group]) as ParameterKey[]).filter((key) => !this.chosen.includes(key));
    return html`<optgroup label=${say(groupTitles[group])}>
      ${keys.map((key) => html`<option value=${key}>${sayOfRegistry(parameterOf(key).label)}</option>`)}
    </optgroup>`;
  }

  #add = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    const { value } = select;
    select.value = '';
    if (!isParameterKey(value) || this.chosen.includes(value)) return;
    const chosen = new Set([...this.chosen, value]);
    // In the order of the registry, as in panels.
    this.#tell({ putForward: parameterKeys.filter((key) => chosen.has(key)) });
  };

  #changed = (event: CustomEvent<FieldChange>) => {
    this.#tell({ parameters: { ...this.values, [event.detail.name]: event.detail.value } });
  };

  #tell(change: Pick<Partial<TemplateDraft>, 'putForward' | 'parameters'>): void {
    this.dispatchEvent(new CustomEvent('put-forward', { detail: change }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-put-forward': PutForward;
  }
}
