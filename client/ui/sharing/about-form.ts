import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RouteBody } from '../../../shared/api/contract/contract.ts';
import { universeLimits } from '../../../shared/api/universes/universe.ts';
import type { Store } from '../../store/store.ts';
import { tagsOf } from '../../store/tags.ts';
import { html } from '../../words/html.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { touched } from '../screens.ts';

/** The description and the tags of the open universe, by which it is found. Each is saved when its field loses focus. */
@customElement('hu-about')
export class AboutForm extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 12px;
        margin-top: 18px;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: 14px;
        font-weight: 600;
      }
      textarea,
      input {
        width: 100%;
        min-height: 40px;
        padding: 8px 10px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--well);
        color: inherit;
        font: inherit;
        font-weight: 400;
      }
      textarea {
        min-height: 68px;
        resize: vertical;
      }
      small {
        font-size: 12px;
        font-weight: 400;
        color: var(--text-soft);
      }
      @media ${touched} {
        textarea,
        input {
          min-height: 44px;
          /* A smaller font makes a phone zoom in on the field. */
          font-size: 16px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => this.store?.universe.value);
  }

  protected override render(): TemplateResult | typeof nothing {
    const universe = this.store.universe.value;
    if (!universe) return nothing;
    const { description, tags } = universe;
    return html`<label
        >Description
        <textarea
          dir="auto"
          maxlength=${universeLimits.description.max}
          .value=${description}
          @change=${(event: Event) => this.#keep({ description: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      <label
        >Tags
        <input
          .value=${tags.join(', ')}
          @change=${(event: Event) => this.#keep({ tags: tagsOf((event.target as HTMLInputElement).value) })}
        />
        <small>Separated by commas, at most ${universeLimits.tags.max}. The search finds them.</small>
      </label>`;
  }

  #keep(patch: RouteBody<'updateUniverse'>): void {
    want(this, { kind: 'share', patch });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-about': AboutForm;
  }
}
