import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CopyableUniverse } from '../../../shared/api/contract/contract.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { locale } from '../../words/languages.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { actListStyles } from './act-list-styles.ts';
import { formStyles } from './form-styles.ts';
import { given } from '../parts/given.ts';

/** Lists universes that other users deleted. Users who took part in them can copy them for a limited time. */
@customElement('hu-copyable-list')
export class CopyableList extends LitElement {
  static override styles = [base, formStyles, actListStyles];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.copyable.value]);
  }

  protected override render(): TemplateResult {
    return html`<ul>
      ${this.store.copyable.value.map((one) => this.#renderOne(one))}
    </ul>`;
  }

  #renderOne({ id, name, owner, heldUntil }: CopyableUniverse): TemplateResult {
    const day = new Date(heldUntil).toLocaleDateString(locale());
    const why = owner
      ? say('{who} deleted it. You can copy it until {day}.', { who: owner.displayName, day })
      : say('Its owner deleted their account. You can copy it until {day}.', { day });
    return html`<li>
      <span>${given(name)}<small>${why}</small></span>
      <button class="outlined" aria-label="Copy ${name}" @click=${() => want(this, { kind: 'trash', act: { kind: 'copy', id, name } })}>
        Copy
      </button>
    </li>`;
  }
}

/** Renders the section of the list, unless the list is empty. */
export function copyableSection(store: Store): TemplateResult | typeof nothing {
  if (store.copyable.value.length === 0) return nothing;
  return html`<section aria-labelledby="copyable">
    <h2 id="copyable">Deleted by others</h2>
    <p class="words">You took part in these. A copy becomes your own universe, which nobody else can delete.</p>
    <hu-copyable-list .store=${store}></hu-copyable-list>
  </section>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-copyable-list': CopyableList;
  }
}
