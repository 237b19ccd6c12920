import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Parameter, type ParameterGroup, type ParameterKey, type ParameterPatch, registry } from '../../../shared/parameters/index.ts';
import type { FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import type { Store } from '../../store/store.ts';
import '../controls/field-control.ts';
import type { FieldChange } from '../controls/field-control.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { base } from '../tokens.ts';
import { Watch } from '../watch.ts';

/** Parameters whose effective value travels with the frames, and under which name. */
const effectiveScalars: Partial<Record<ParameterKey, keyof FrameScalars>> = { gravity: 'gravity', tempo: 'tempo' };

/** One group of the registry: what matters most at hand, the rest one step away. */
@customElement('hu-parameter-panel')
export class ParameterPanel extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .more {
        width: 100%;
        justify-content: space-between;
        margin-top: 8px;
        color: var(--text-soft);
        border-top: 1px solid var(--line);
        border-radius: 0;
      }
      .more svg {
        transition: rotate 0.15s;
      }
      .more[aria-expanded='true'] svg {
        rotate: 180deg;
      }
      .reset {
        width: 100%;
        margin-top: 10px;
        color: var(--text-soft);
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @property() group: ParameterGroup = 'physics';
  @state() expanded = false;

  constructor() {
    super();
    new Watch(this, () => [this.store?.document.value, this.store?.touches.value, this.store?.canEdit.value, this.store?.scalars.value]);
  }

  protected override render(): TemplateResult {
    const entries = Object.entries(registry[this.group]) as [ParameterKey, Parameter][];
    const rest = entries.filter(([, parameter]) => !parameter.essential);
    return html`<div @field-change=${this.#changed} @field-touch=${this.#touched}>
      ${entries.filter(([, parameter]) => parameter.essential).map(this.#renderField)}
      ${
        rest.length > 0
          ? html`<button class="more" aria-expanded=${this.expanded} @click=${() => (this.expanded = !this.expanded)}>
              ${this.expanded ? 'Less' : `${rest.length} more`} ${icon('chevron-down', 16)}
            </button>`
          : nothing
      }
      ${this.expanded ? rest.map(this.#renderField) : nothing}
      ${this.store.canEdit.value ? html`<button class="reset" @click=${this.#reset}>${icon('restart', 14)} Reset this panel</button>` : nothing}
    </div>`;
  }

  #renderField = ([key, parameter]: [ParameterKey, Parameter]) => {
    const scalar = effectiveScalars[key];
    const scalars = this.store.scalars.value;
    return html`<hu-field
      .name=${key}
      data-key=${key}
      .field=${parameter}
      .value=${this.store.document.value.parameters[key]}
      .touch=${this.store.touches.value[key] ?? null}
      .effective=${scalar && scalars ? scalars[scalar] : null}
      ?disabled=${!this.store.canEdit.value}
    ></hu-field>`;
  };

  #changed = (event: CustomEvent<FieldChange>) => {
    want(this, { kind: 'edit', edit: { kind: 'parameters.set', values: { [event.detail.name]: event.detail.value } as ParameterPatch } });
  };

  #touched = (event: CustomEvent<{ name: string; active: boolean }>) => {
    want(this, { kind: 'touch', key: event.detail.active ? event.detail.name : '' });
  };

  #reset = () => {
    const defaults = Object.fromEntries(Object.entries(registry[this.group]).map(([key, parameter]) => [key, parameter.default]));
    want(this, { kind: 'edit', edit: { kind: 'parameters.set', values: defaults as ParameterPatch } });
  };
}
