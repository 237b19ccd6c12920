import { css, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type ThreadChoice, threadChoices } from '../../../shared/api/feedback/feedback.ts';
import type { Store } from '../../store/store.ts';
import { timeText } from '../../store/storyboard-edits.ts';
import { newThread, type Pinned, type CommentAct, type CommentsView } from '../../store/comments.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say, saySense } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { laterIcon } from '../parts/more-icons.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import './comment-form.ts';
import type { SayEvent } from './comment-form.ts';
import './private-note.ts';
import './reviews.ts';
import { commentsStyles } from './comments-styles.ts';
import './thread.ts';
import { timeOf } from './thread-pins.ts';

/** Names of the filters. German has other words for threads than for anything else, so each name has its sense in parentheses. */
const choiceWords: Record<ThreadChoice, Sentence> = { open: 'Open (of threads)', all: 'All (of threads)' };

/** The panel of comments on the open universe: the rating, the form of a new comment, and the threads. */
@customElement('hu-comments-panel')
export class CommentsPanel extends LitElement {
  static override styles = [
    base,
    commentsStyles,
    css`
      .list {
        display: grid;
        gap: 10px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .choices {
        margin: 14px 0 8px;
        padding-top: 10px;
        border-top: 1px solid var(--line);
      }
      hu-reviews {
        margin-bottom: 10px;
        border-bottom: 1px solid var(--line);
      }
      hu-private-note {
        margin-top: 10px;
      }
      button.small[aria-pressed='true'] {
        background: var(--hover);
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [
      this.store?.comments.value,
      this.store?.universe.value,
      this.store?.reviews.value,
      this.store?.authoredDocument.value,
    ]);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.store.universe.value && this.store.comments.value.status === 'idle') this.#want({ kind: 'look' });
  }

  protected override render(): TemplateResult {
    const { comments, universe } = this.store;
    const role = universe.value?.role;
    return html`<hu-reviews .store=${this.store}></hu-reviews> ${role && role !== 'spectator' ? this.#renderForm(comments.value) : nothing}
      <hu-private-note .store=${this.store}></hu-private-note>
      ${this.#renderChoices(comments.value)} ${this.#renderThreads(comments.value)}`;
  }

  #renderForm(draft: CommentsView): TemplateResult {
    return html`<hu-comment-form
      .store=${this.store}
      .form=${newThread}
      label="Write a comment"
      @hu-say=${(event: SayEvent) => this.#want({ kind: 'write', text: event.detail })}
    >
      ${this.#renderPlace(draft)} ${this.#renderTime(draft)} ${this.#renderMoment(draft)}
    </hu-comment-form>`;
  }

  #renderPlace({ place, isPlacing }: CommentsView): TemplateResult {
    if (place) {
      return this.#renderChip('place', say('Pinned in the scene'), html`${laterIcon('pin', 13)} here`);
    }
    return html`<button
      class="small"
      data-test="aim"
      title="Pin it to a place in the scene"
      aria-pressed=${isPlacing}
      @click=${() => this.#want({ kind: 'aim', isPlacing: !isPlacing })}
    >
      ${laterIcon('pin', 15)} Place
    </button>`;
  }

  #renderTime({ tick }: CommentsView): TemplateResult {
    if (tick !== null)
      return this.#renderChip('tick', say('At {time}', { time: timeOf(tick) }), html`${laterIcon('clock', 13)} ${timeOf(tick)}`);
    return html`<button
      class="small"
      title="Pin it to the current time of the universe"
      @click=${() => this.#want({ kind: 'pin-now', what: 'tick' })}
    >
      ${laterIcon('clock', 15)} Now
    </button>`;
  }

  /** Renders the pin to a time of the storyboard, while its playhead is on. */
  #renderMoment({ storySeconds }: CommentsView): TemplateResult | typeof nothing {
    if (storySeconds !== null) {
      const time = timeText(storySeconds);
      return this.#renderChip('storySeconds', say('At {time} of the storyboard', { time }), html`${icon('clapperboard', 13)} ${time}`);
    }
    if (!this.store.authoredDocument.value.storyboard?.playhead) return nothing;
    return html`<button
      class="small"
      title="Pin it to the current time of the storyboard"
      @click=${() => this.#want({ kind: 'pin-now', what: 'storySeconds' })}
    >
      ${icon('clapperboard', 15)} Story
    </button>`;
  }

  #renderChip(what: Pinned, words: string, content: TemplateResult): TemplateResult {
    return html`<button class="chip" aria-label="${words}, remove" @click=${() => this.#want({ kind: 'unpin', what })}>
      ${content} ${icon('x', 12)}
    </button>`;
  }

  #renderChoices({ shown, arePinsShown }: CommentsView): TemplateResult {
    return html`<div class="row choices">
      <span class="row" role="group" aria-label="Threads">
        ${threadChoices.map(
          (threads) =>
            html`<button class="small" aria-pressed=${threads === shown} @click=${() => this.#want({ kind: 'show', threads })}>
              ${saySense(choiceWords[threads])}
            </button>`,
        )}
      </span>
      <button
        class="small end"
        title="Show comment pins in the scene"
        aria-pressed=${arePinsShown}
        @click=${() => this.#want({ kind: 'pins', areShown: !arePinsShown })}
      >
        ${laterIcon('pin', 15)} Pins
      </button>
    </div>`;
  }

  #renderThreads({ status, message, threads, next, isFetchingMore, shown }: CommentsView): TemplateResult {
    if (status === 'failed') {
      return html`<p role="alert">${message}</p>
        <button class="outlined more" @click=${() => this.#want({ kind: 'look' })}>Try again</button>`;
    }
    if (threads.length === 0) {
      const words = shown === 'open' ? say('No open comments.') : say('No comments yet.');
      return html`<p class="soft empty" role="status">${status === 'ready' ? words : say('Loading comments …')}</p>`;
    }
    return html`<ul class="list">
        ${repeat(
          threads,
          ({ id }) => id,
          (thread) => html`<li><hu-thread .store=${this.store} .thread=${thread}></hu-thread></li>`,
        )}
      </ul>
      ${
        next === null
          ? nothing
          : html`<button class="outlined more" ?disabled=${isFetchingMore} @click=${() => this.#want({ kind: 'more' })}>Show older</button>`
      }`;
  }

  #want(act: CommentAct): void {
    want(this, { kind: 'comments', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-comments-panel': CommentsPanel;
  }
}
