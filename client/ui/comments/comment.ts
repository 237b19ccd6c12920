import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Comment } from '../../../shared/api/feedback/comment-schemas.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { profileLink } from '../parts/profile-link.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import '../parts/ago.ts';
import './comment-form.ts';
import type { SayEvent } from './comment-form.ts';
import { commentsStyles } from './comments-styles.ts';

/**
 * A comment with its author and time, and the actions that the user may take.
 * @slot actions beside editing and deleting
 */
@customElement('hu-comment')
export class CommentView extends LitElement {
  static override styles = [
    base,
    commentsStyles,
    css`
      header .soft {
        flex: none;
      }
      header .end {
        display: flex;
        margin-left: auto;
      }
      .gone {
        color: var(--text-soft);
        font-style: italic;
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) comment!: Comment;
  @state() isEditing = false;

  constructor() {
    super();
    watchSignals(this, () => this.store?.universe.value?.role);
  }

  protected override render(): TemplateResult {
    const { author, text, createdAt, isEdited } = this.comment;
    if (!author) return html`<p class="gone">This comment was deleted.</p>`;
    return html`<header>
        <i class="dot" ${styled({ background: author.colour })}></i>
        ${profileLink(author)}
        <span class="soft"><hu-ago at=${createdAt}></hu-ago>${isEdited ? ` · ${say('edited')}` : nothing}</span>
        <span class="end">${this.#renderActs(author.displayName)}<slot></slot></span>
      </header>
      ${this.isEditing ? this.#renderForm() : html`<p class="words" dir="auto">${text}</p>`}`;
  }

  #renderActs(name: string): TemplateResult {
    const { isMine, id } = this.comment;
    const mayDelete = isMine || this.store.universe.value?.role === 'owner';
    const deletion = isMine ? say('Delete your comment') : say('Delete the comment of {name}', { name });
    return html`${
      isMine && !this.isEditing
        ? html`<button class="icon small" title="Edit" aria-label="Edit your comment" @click=${this.#edit}>${icon('pencil', 15)}</button>`
        : nothing
    }${
      mayDelete
        ? html`<button
            class="icon small"
            title="Delete"
            aria-label=${deletion}
            @click=${() => want(this, { kind: 'comments', act: { kind: 'delete', id } })}
          >
            ${icon('trash', 15)}
          </button>`
        : nothing
    }`;
  }

  #renderForm(): TemplateResult {
    const { id, text } = this.comment;
    const leave = () => (this.isEditing = false);
    return html`<hu-comment-form
      .store=${this.store}
      .form=${id}
      label="Your comment"
      verb=${say('Save')}
      cancellable
      .text=${text}
      @hu-say=${(event: SayEvent) => want(this, { kind: 'comments', act: { kind: 'edit', id, text: event.detail } })}
      @hu-said=${leave}
      @hu-cancel=${leave}
    ></hu-comment-form>`;
  }

  readonly #edit = async () => {
    this.isEditing = true;
    await this.updateComplete;
    this.renderRoot.querySelector('hu-comment-form')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-comment': CommentView;
  }
}
