import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LeftBehind } from '../../../shared/api/accounts/left-behind-schemas.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import '../parts/ago.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { actListStyles } from './act-list-styles.ts';
import { formStyles } from './form-styles.ts';

const kinds: Readonly<Record<LeftBehind['kind'], Sentence>> = {
  comment: 'A comment',
  review: 'A review',
  note: 'A private note',
  favourite: 'A favourite',
};

/** Lists comments, reviews, private notes and favourites of universes that the user can no longer open. Only this list can remove them. */
@customElement('hu-left-behind-list')
export class LeftBehindList extends LitElement {
  static override styles = [base, formStyles, actListStyles];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.leftBehind.value]);
  }

  protected override render(): TemplateResult {
    return html`<ul>
      ${this.store.leftBehind.value.map((one) => this.#renderOne(one))}
    </ul>`;
  }

  #renderOne(one: LeftBehind): TemplateResult {
    return html`<li>
      <span
        >${one.text || say(kinds[one.kind])}<small>${say(kinds[one.kind])}, <hu-ago at=${one.createdAt}></hu-ago></small
      ></span>
      <button class="outlined" @click=${() => want(this, { kind: 'trash', act: { kind: 'remove', one } })}>Remove</button>
    </li>`;
  }
}

/** Renders the section of the list, unless the list is empty. */
export function leftBehindSection(store: Store): TemplateResult | typeof nothing {
  if (store.leftBehind.value.length === 0) return nothing;
  return html`<section aria-labelledby="left-behind">
    <h2 id="left-behind">No longer accessible</h2>
    <p class="words">You left these in universes that you can no longer open. You can still remove them.</p>
    <hu-left-behind-list .store=${store}></hu-left-behind-list>
  </section>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-left-behind-list': LeftBehindList;
  }
}
