import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Rating, Review } from '../../../shared/api/feedback/review-schemas.ts';
import { reviewLimits } from '../../../shared/api/feedback/feedback.ts';
import type { Store } from '../../store/store.ts';
import type { ReviewsView, CommentAct } from '../../store/comments.ts';
import { html } from '../../words/html.ts';
import { language } from '../../words/languages.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { laterIcon } from '../parts/more-icons.ts';
import { profileLink } from '../parts/profile-link.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import '../parts/ago.ts';
import { reviewStyles } from './review-styles.ts';
import { showStars, starChoices, starWords } from './stars.ts';
import { commentsStyles } from './comments-styles.ts';

const meanOf = ({ mean }: NonNullable<Rating>) => Number(mean.toFixed(1)).toLocaleString(language(), { minimumFractionDigits: 1 });

/** The rating of the open universe, the user's own review, and the reviews of others. */
@customElement('hu-reviews')
export class Reviews extends LitElement {
  static override styles = [base, commentsStyles, reviewStyles];

  @property({ attribute: false }) store!: Store;
  /** The user is writing the text of a review. */
  @state() isWriting = false;
  @query('textarea') field!: HTMLTextAreaElement;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.reviews.value, this.store?.universe.value?.role]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const view = this.store.reviews.value;
    if (!view) return nothing;
    const role = this.store.universe.value?.role;
    const { rating, reviews } = view;
    return html`<div class="row mean">
        ${
          rating
            ? html`${showStars(rating.mean, 18)}<b class="number">${meanOf(rating)}</b>
                <span class="soft">${rating.count === 1 ? say('by one person') : say('by {count} people', { count: rating.count })}</span>`
            : html`<span class="soft">Nobody has rated this universe yet.</span>`
        }
      </div>
      ${role === 'editor' || role === 'viewer' ? this.#renderOwn(view) : nothing}
      ${reviews.some(({ text }) => text !== '') ? this.#renderAll(view) : nothing}`;
  }

  #renderOwn({ mine, isPending }: NonNullable<ReviewsView>): TemplateResult {
    return html`<fieldset ?disabled=${isPending}>
        <legend class="unseen">Your rating</legend>
        <span class="soft">${mine ? say('Your rating:') : say('What do you think?')}</span>
        <span class="choose">
          ${starChoices.map(
            (stars) =>
              html`<label class=${mine && stars <= mine.stars ? 'full' : ''} title=${starWords(stars)}
                ><input
                  type="radio"
                  name="stars"
                  class="unseen"
                  aria-label=${starWords(stars)}
                  .checked=${mine?.stars === stars}
                  @change=${() => this.#want({ kind: 'rate', stars, text: mine?.text ?? '' })}
                />${laterIcon('star', 20)}</label
              >`,
          )}
        </span>
        ${
          mine && !this.isWriting
            ? html`<button
                  class="icon small"
                  title=${mine.text ? say('Edit your review') : say('Write a review')}
                  aria-label=${mine.text ? say('Edit your review') : say('Write a review')}
                  @click=${() => (this.isWriting = true)}
                >
                  ${icon('pencil', 15)}
                </button>
                <button
                  class="icon small"
                  title="Delete your review"
                  aria-label="Delete your review"
                  @click=${() => this.#want({ kind: 'unrate' })}
                >
                  ${icon('trash', 15)}
                </button>`
            : nothing
        }
      </fieldset>
      ${mine && this.isWriting ? this.#renderForm(mine) : nothing}`;
  }

  #renderForm({ stars, text }: Review): TemplateResult {
    return html`<textarea
        dir="auto"
        aria-label="Your review"
        placeholder="Your review"
        maxlength=${reviewLimits.text.max}
        .defaultValue=${text}
      ></textarea>
      <div class="row">
        <span class="end row">
          <button class="small" @click=${() => (this.isWriting = false)}>Cancel</button>
          <button class="primary" @click=${() => this.#save(stars)}>Save</button>
        </span>
      </div>`;
  }

  #save(stars: number): void {
    this.#want({ kind: 'rate', stars, text: this.field.value.trim() });
    this.isWriting = false;
  }

  #renderAll({ reviews, next }: NonNullable<ReviewsView>): TemplateResult {
    const worded = reviews.filter(({ text }) => text !== '');
    return html`<details>
      <summary>Reviews</summary>
      <ul>
        ${worded.map(
          ({ author, stars, text, createdAt, isEdited }) =>
            html`<li>
              <div class="row">
                <i class="dot" ${styled({ background: author.colour })}></i>${profileLink(author)} ${showStars(stars, 12)}
                <span class="soft"><hu-ago at=${createdAt}></hu-ago>${isEdited ? ` · ${say('edited')}` : nothing}</span>
              </div>
              <p class="words" dir="auto">${text}</p>
            </li>`,
        )}
      </ul>
      ${next === null ? nothing : html`<button class="small" @click=${() => this.#want({ kind: 'more-reviews' })}>More</button>`}
    </details>`;
  }

  #want(act: CommentAct): void {
    want(this, { kind: 'comments', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-reviews': Reviews;
  }
}
