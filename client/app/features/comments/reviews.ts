import type { Rating } from '../../../../shared/api/feedback/review-schemas.ts';
import { callApi } from '../../../net/api-client.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import type { CommentAct } from '../../../store/comments.ts';
import { say } from '../../../words/words.ts';
import { createUniverseTurns } from '../../page/turns.ts';

type ReviewAct = Extract<CommentAct, { kind: 'look' | 'rate' | 'unrate' | 'more-reviews' }>;

const turns = createUniverseTurns();

/** Performs an action on the reviews of the open universe, after all earlier ones. */
export const actOnReviews = (store: Store, id: string, act: ReviewAct): Promise<void> =>
  turns(store, id, act, () => takeTurn(store, id, act));

async function takeTurn(store: Store, id: string, act: ReviewAct): Promise<void> {
  const { reviews } = store;
  const params = { id };
  if (act.kind === 'look') return look(store, id);
  if (!reviews.value) return;
  reviews.value = { ...reviews.value, isPending: true };
  try {
    if (act.kind === 'rate') {
      const { rating } = await callApi('writeReview', { params, body: { stars: act.stars, text: act.text } });
      showRating(store, id, rating);
      await look(store, id);
    } else if (act.kind === 'unrate') {
      const before = reviews.value.mine;
      const { rating } = await callApi('deleteReview', { params });
      showRating(store, id, rating);
      await look(store, id);
      if (before) {
        const { stars, text } = before;
        const run = () => void actOnReviews(store, id, { kind: 'rate', stars, text });
        showToast(store, 'info', say('Your review is deleted.'), { label: say('Undo'), run });
      }
    } else if (reviews.value.next !== null) {
      const more = await callApi('listReviews', { params, query: { cursor: reviews.value.next } });
      const known = reviews.value;
      if (store.universe.value?.id === id) reviews.value = { ...known, reviews: [...known.reviews, ...more.reviews], next: more.next };
    }
  } finally {
    if (reviews.value) reviews.value = { ...reviews.value, isPending: false };
  }
}

async function look(store: Store, id: string): Promise<void> {
  const found = await callApi('listReviews', { params: { id }, query: {} });
  if (store.universe.value?.id !== id) return;
  store.reviews.value = { ...found, isPending: false };
  showRating(store, id, found.rating);
}

function showRating({ universe }: Store, id: string, rating: Rating): void {
  if (universe.value?.id === id) universe.value = { ...universe.value, rating };
}
