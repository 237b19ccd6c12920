import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { privateNoteLimits } from '../../../shared/api/feedback/feedback.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { commentsStyles } from './comments-styles.ts';

/** The user's private note on the open universe. */
@customElement('hu-private-note')
export class PrivateNoteElement extends LitElement {
  static override styles = [
    base,
    commentsStyles,
    css`
      header b {
        font-weight: 600;
      }
      header button {
        margin-left: auto;
      }
      .add {
        width: 100%;
        justify-content: flex-start;
        margin-left: -8px;
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @state() isWriting = false;
  @state() length = 0;
  @query('textarea') field!: HTMLTextAreaElement;
  #timesKept = 0;

  constructor() {
    super();
    watchSignals(this, () => this.store?.privateNote.value);
  }

  protected override willUpdate(): void {
    const timesKept = this.store.privateNote.value?.timesKept ?? 0;
    if (timesKept !== this.#timesKept) this.isWriting = false;
    this.#timesKept = timesKept;
  }

  protected override render(): TemplateResult | typeof nothing {
    const note = this.store.privateNote.value;
    if (!note) return nothing;
    if (!this.isWriting && note.text === '') {
      return html`<button class="small add" @click=${this.#write}>${icon('pencil', 15)} A note for yourself</button>`;
    }
    return html`<section aria-label="Your note">
      <header>
        <b>Your note</b><span class="soft">Only you see this</span>
        ${
          this.isWriting
            ? nothing
            : html`<button class="icon small" title="Edit" aria-label="Edit your note" @click=${this.#write}>${icon('pencil', 15)}</button>`
        }
      </header>
      ${this.isWriting ? this.#renderField(note) : html`<p class="words" dir="auto">${note.text}</p>`}
    </section>`;
  }

  #renderField({ text, isPending }: { text: string; isPending: boolean }): TemplateResult {
    const left = privateNoteLimits.text.max - this.length;
    return html`<textarea
        dir="auto"
        aria-label="Your note"
        placeholder="Something to remember"
        maxlength=${privateNoteLimits.text.max}
        rows="3"
        .defaultValue=${text}
        ?readonly=${isPending}
        @input=${() => (this.length = this.field.value.length)}
        @keydown=${this.#key}
      ></textarea>
      <div class="row">
        ${left < 200 ? html`<span class="soft number">${left} left</span>` : nothing}
        <span class="end row">
          <button class="small" @click=${this.#leave}>Cancel</button>
          ${text === '' ? nothing : html`<button class="small" ?disabled=${isPending} @click=${() => this.#keep('')}>Delete</button>`}
          <button class="primary send" title="Ctrl and Enter" ?disabled=${isPending} @click=${this.#save}>Save</button>
        </span>
      </div>`;
  }

  readonly #write = async () => {
    this.isWriting = true;
    this.length = this.store.privateNote.value?.text.length ?? 0;
    await this.updateComplete;
    this.field.focus();
  };

  readonly #leave = () => {
    this.isWriting = false;
  };

  readonly #save = () => this.#keep(this.field.value.trim());

  #keep(text: string): void {
    if (text === this.store.privateNote.value?.text) return this.#leave();
    want(this, { kind: 'comments', act: { kind: 'note', text } });
  }

  readonly #key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#save();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#leave();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-private-note': PrivateNoteElement;
  }
}
