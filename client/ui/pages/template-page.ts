import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { beginPath } from '../../store/routes.ts';
import type { Store } from '../../store/store.ts';
import type { TemplateDraft, TemplateView } from '../../store/templates.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { formStyles } from '../account/form-styles.ts';
import { want } from '../intents.ts';
import { dialogStyles } from '../parts/dialog-styles.ts';
import { followLink } from '../parts/follow-link.ts';
import { icon } from '../parts/icon.ts';
import '../templates/put-forward.ts';
import { categoriesOf, templateFields, templateFieldStyles } from '../templates/template-fields.ts';
import { templatePageStyles } from '../templates/template-page-styles.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { pageHead } from './page-head.ts';
import { pageStyles } from './page-styles.ts';
import { settingsStyles } from './settings-styles.ts';

const statusWords: Readonly<Record<Exclude<TemplateView['status'], 'refused'>, Sentence>> = {
  saved: 'Saved',
  waiting: 'Saving …',
  saving: 'Saving …',
};

/** The editor of one of the user's templates: its texts, the parameters that it puts forward, and a preview. Every change is saved. */
@customElement('hu-template-page')
export class TemplatePage extends LitElement {
  static override styles = [base, formStyles, dialogStyles, pageStyles, settingsStyles, templateFieldStyles, templatePageStyles];

  @property({ attribute: false }) store!: Store;
  @query('dialog') dialog!: HTMLDialogElement;
  @query('.preview') preview!: HTMLElement | null;
  #shown: HTMLElement | null = null;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.template.value, this.store?.gallery.value.templates]);
  }

  protected override updated(): void {
    if (this.preview === this.#shown) return;
    this.#shown = this.preview;
    if (this.preview) want(this, { kind: 'template', act: { kind: 'preview', host: this.preview } });
  }

  protected override render(): TemplateResult {
    const view = this.store.template.value;
    return html`<div class="page">
      ${pageHead(view?.saved.name ?? '', view ? this.#renderStatus(view) : nothing)}
      <main aria-busy=${view === null}>${view ? html`${this.#renderSaid(view)} ${this.#renderSeen(view)}` : nothing}</main>
    </div>`;
  }

  #renderStatus({ status, message }: TemplateView): TemplateResult {
    return html`<p class="kept ${status}" role="status">${status === 'refused' ? message : say(statusWords[status])}</p>`;
  }

  #renderSaid({ draft, saved }: TemplateView): TemplateResult {
    return html`<div class="said">
      <section aria-labelledby="about">
        <h2 id="about">About the template</h2>
        <div class="form">
          ${templateFields({
            said: draft,
            categories: categoriesOf(this.store.gallery.value.templates),
            changed: (change) => this.#change(change),
          })}
        </div>
      </section>
      <section aria-labelledby="forward">
        <h2 id="forward">Put forward</h2>
        <p class="words">The parameters that a universe made from it has at hand, and their initial values.</p>
        <hu-put-forward
          .chosen=${draft.putForward}
          .values=${draft.parameters}
          @put-forward=${(event: CustomEvent<Partial<TemplateDraft>>) => this.#change(event.detail)}
        ></hu-put-forward>
      </section>
      <section aria-labelledby="end">
        <h2 id="end">Delete</h2>
        <div class="end">
          <button class="outlined danger" @click=${() => this.dialog.showModal()}>${icon('trash', 16)} Delete this template</button>
          <span>Universes made from it stay.</span>
        </div>
      </section>
      <dialog aria-labelledby="sure">
        <div class="head"><h2 id="sure">Delete ${saved.name}?</h2></div>
        <p class="words">Nobody can use it any more. Universes made from it do not change.</p>
        <div class="buttons">
          <button class="outlined" @click=${() => this.dialog.close()}>Cancel</button>
          <button class="outlined danger" @click=${() => want(this, { kind: 'template', act: { kind: 'delete' } })}>Delete for good</button>
        </div>
      </dialog>
    </div>`;
  }

  #renderSeen({ saved }: TemplateView): TemplateResult {
    return html`<section class="seen" aria-label="Preview">
      <div class="preview" role="img" aria-label="The universe that it creates"></div>
      <div class="foot">
        <span>From the start, without sound.</span>
        <a class="button" href=${beginPath(saved.id)} @click=${followLink}>Open as a universe</a>
      </div>
    </section>`;
  }

  #change(change: Partial<TemplateDraft>): void {
    want(this, { kind: 'template', act: { kind: 'change', change } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-template-page': TemplatePage;
  }
}
