import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import { missingWords } from '../../store/template-draft.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say, sayText } from '../../words/words.ts';
import { formStyles } from '../account/form-styles.ts';
import { want } from '../intents.ts';
import { dialogStyles } from '../parts/dialog-styles.ts';
import { icon } from '../parts/icon.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { categoriesOf, templateFields, templateFieldStyles } from './template-fields.ts';

/** The default category, that of most templates. */
const usualCategory = 'gravity';

/** The dialog that makes a template of the open universe, and asks for its texts and its visibility. */
@customElement('hu-template-dialog')
export class TemplateDialog extends LitElement {
  static override styles = [
    base,
    formStyles,
    dialogStyles,
    templateFieldStyles,
    css`
      .words {
        margin-bottom: 16px;
        color: var(--text-soft);
        text-wrap: pretty;
      }
      .buttons {
        justify-content: flex-end;
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @query('dialog') dialog!: HTMLDialogElement | null;
  @state() said = { name: '', sentence: '', category: '', isPublic: false };
  @state() missing: Sentence | null = null;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.dialog.value, this.store?.gallery.value.templates]);
  }

  protected override willUpdate(): void {
    // An opening dialog takes name and description from the universe.
    if (this.store.dialog.value !== 'template' || this.dialog) return;
    const { name = '', description = '' } = this.store.universe.value ?? {};
    this.said = { name, sentence: description, category: sayText(usualCategory), isPublic: false };
    this.missing = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.store.dialog.value !== 'template') return nothing;
    return html`<dialog aria-labelledby="title" @close=${this.#close}>
      <div class="head">
        <h2 id="title">Save as template</h2>
        <button class="icon" aria-label="Close" @click=${this.#close}>${icon('x')}</button>
      </div>
      <p class="words">A universe made from it starts in the current state of this one. This one does not change.</p>
      <form novalidate @submit=${this.#submit}>
        ${this.missing ? html`<p class="refusal" role="alert">${say(this.missing)}</p>` : nothing}
        ${templateFields({
          said: this.said,
          categories: categoriesOf(this.store.gallery.value.templates),
          changed: (change) => (this.said = { ...this.said, ...change }),
        })}
        <div class="buttons">
          <button type="button" class="outlined" @click=${this.#close}>Cancel</button>
          <button class="primary">Save template</button>
        </div>
      </form>
    </dialog>`;
  }

  protected override updated(): void {
    if (this.dialog && !this.dialog.open) this.dialog.showModal();
  }

  #close = () => {
    if (this.store.dialog.value === 'template') want(this, { kind: 'dialog', dialog: null });
  };

  #submit = (event: SubmitEvent) => {
    event.preventDefault();
    this.missing = missingWords(this.said);
    if (this.missing !== null) return;
    const putForward = [...(this.store.universe.value?.putForward ?? [])];
    want(this, { kind: 'template', act: { kind: 'keep', content: { ...this.said, putForward } } });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-template-dialog': TemplateDialog;
  }
}
