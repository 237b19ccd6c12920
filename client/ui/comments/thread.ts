import { css, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Thread } from '../../../shared/api/feedback/comment-schemas.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import './comment.ts';
import './comment-form.ts';
import type { SayEvent } from './comment-form.ts';
import { commentsStyles } from './comments-styles.ts';
import './thread-pins.ts';

/** A thread: its first comment, its pins, and its replies. */
@customElement('hu-thread')
export class ThreadView extends LitElement {
  static override styles = [
    base,
    commentsStyles,
    css`
      article {
        padding: 8px 10px 10px 12px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--faint);
      }
      article.chosen {
        border-color: var(--accent);
      }
      .replies {
        display: grid;
        gap: 8px;
        margin: 10px 0 0;
        padding: 0 0 0 10px;
        border-left: 2px solid var(--line-strong);
        list-style: none;
      }
      .row.acts {
        margin-top: 6px;
      }
      hu-comment-form {
        margin-top: 8px;
      }
      .resolved hu-comment,
      .resolved hu-thread-pins {
        opacity: 0.7;
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) thread!: Thread;
  @state() isReplying = false;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.comments.value.chosen, this.store?.universe.value?.role]);
  }

  #shownFor: object | null = null;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { chosen } = this.store.comments.value;
    if (chosen === this.#shownFor || !this.#isChosen()) return;
    this.#shownFor = chosen;
    this.scrollIntoView({ block: 'nearest' });
  }

  #isChosen(): boolean {
    const { chosen } = this.store.comments.value;
    return chosen !== null && [this.thread, ...this.thread.replies].some(({ id }) => id === chosen.id);
  }

  protected override render(): TemplateResult {
    const { thread, store } = this;
    const { replies, isResolved, number } = thread;
    return html`<article
      class="${this.#isChosen() ? 'chosen' : ''} ${isResolved ? 'resolved' : ''}"
      aria-label=${isResolved ? say('Thread {number}, resolved', { number }) : say('Thread {number}', { number })}
    >
      <hu-comment .store=${store} .comment=${thread}></hu-comment>
      <hu-thread-pins .store=${store} .thread=${thread}></hu-thread-pins>
      ${
        replies.length > 0
          ? html`<ul class="replies">
              ${repeat(
                replies,
                ({ id }) => id,
                (reply) => html`<li><hu-comment .store=${store} .comment=${reply}></hu-comment></li>`,
              )}
            </ul>`
          : nothing
      }
      ${this.#renderActs()}
    </article>`;
  }

  #renderActs(): TemplateResult | typeof nothing {
    const role = this.store.universe.value?.role;
    if (!role || role === 'spectator') return nothing;
    const { id, isMine, isResolved, author } = this.thread;
    const mayResolve = author !== null && (isMine || role === 'owner' || role === 'editor');
    if (this.isReplying) return this.#renderForm();
    return html`<div class="row acts">
      <button class="small" @click=${this.#reply}>Reply</button>
      ${
        mayResolve
          ? html`<button
              class="small"
              @click=${() => want(this, { kind: 'comments', act: { kind: 'resolve', id, isResolved: !isResolved } })}
            >
              ${icon(isResolved ? 'restart' : 'check', 14)} ${isResolved ? say('Reopen') : say('Resolve')}
            </button>`
          : nothing
      }
      ${isResolved ? html`<span class="soft end">Resolved</span>` : nothing}
    </div>`;
  }

  #renderForm(): TemplateResult {
    const { id } = this.thread;
    const leave = () => (this.isReplying = false);
    return html`<hu-comment-form
      .store=${this.store}
      .form=${id}
      label="Your reply"
      verb=${say('Reply')}
      cancellable
      @hu-say=${(event: SayEvent) => want(this, { kind: 'comments', act: { kind: 'reply', threadId: id, text: event.detail } })}
      @hu-said=${leave}
      @hu-cancel=${leave}
    ></hu-comment-form>`;
  }

  readonly #reply = async () => {
    this.isReplying = true;
    await this.updateComplete;
    this.renderRoot.querySelector('hu-comment-form')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-thread': ThreadView;
  }
}
