import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { commentLimits } from '../../../shared/api/feedback/feedback.ts';
import type { Store } from '../../store/store.ts';
import type { Said } from '../../store/comments.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { commentsStyles } from './comments-styles.ts';

/** Fired when the user sends a text. */
export class SayEvent extends CustomEvent<string> {
  static readonly type = 'hu-say';
  constructor(text: string) {
    super(SayEvent.type, { detail: text });
  }
}

/** Length of a text from which the number of characters left is shown. */
const nearlyFull = commentLimits.text.max - 200;

/**
 * A form for a text, which is kept until it has been sent. Fires `hu-say` with the text, `hu-said` when it has been sent, and `hu-cancel`.
 * @slot content before the buttons
 */
@customElement('hu-comment-form')
export class CommentForm extends LitElement {
  static override styles = [base, commentsStyles];

  @property({ attribute: false }) store!: Store;
  /** Key by which the store knows whose text is being sent. */
  @property() form = '';
  @property() label = '';
  /** Label of the send button, if it is not the usual one. */
  @property() verb = '';
  /** Initial text. */
  @property() text = '';
  @property({ type: Boolean }) cancellable = false;
  @state() length = 0;
  @query('textarea') field!: HTMLTextAreaElement;
  #said: Said | null = null;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.comments.value.pending, this.store?.comments.value.said]);
  }

  override focus(): void {
    void this.updateComplete.then(() => this.field.focus());
  }

  protected override firstUpdated(): void {
    this.#said = this.store.comments.value.said;
    this.length = this.field.value.length;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { said } = this.store.comments.value;
    if (said === this.#said) return;
    this.#said = said;
    if (said?.in !== this.form) return;
    this.field.value = '';
    this.length = 0;
    this.dispatchEvent(new Event('hu-said'));
  }

  protected override render(): TemplateResult {
    const { pending } = this.store.comments.value;
    return html`<textarea
        dir="auto"
        aria-label=${this.label}
        placeholder=${this.label}
        maxlength=${commentLimits.text.max}
        rows="2"
        .defaultValue=${this.text}
        ?readonly=${pending === this.form}
        @input=${() => (this.length = this.field.value.length)}
        @keydown=${this.#key}
      ></textarea>
      <div class="row">
        <slot></slot>
        ${this.length > nearlyFull ? html`<span class="soft number">${commentLimits.text.max - this.length} left</span>` : nothing}
        <span class="end row">
          ${this.cancellable ? html`<button class="small" @click=${this.#cancel}>Cancel</button>` : nothing}
          <button class="primary send" title="Ctrl and Enter" ?disabled=${pending === this.form || this.length === 0} @click=${this.#send}>
            ${this.verb || say('Send')}
          </button>
        </span>
      </div>`;
  }

  readonly #send = () => {
    const text = this.field.value.trim();
    if (text !== '' && this.store.comments.value.pending !== this.form) this.dispatchEvent(new SayEvent(text));
  };

  readonly #cancel = () => this.dispatchEvent(new Event('hu-cancel'));

  readonly #key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#send();
    if (event.key === 'Escape' && this.cancellable) {
      event.stopPropagation();
      this.#cancel();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-comment-form': CommentForm;
  }
}
