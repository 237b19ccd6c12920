import type { Rating, ReviewQuery, WriteReview } from '../../../shared/api/feedback/review-schemas.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import {
  addToRating,
  deleteReview,
  moveReviews,
  type ReviewRow,
  selectReview,
  selectReviewedByBoth,
  selectReviews,
  selectReviewsOf,
  selectReviewsOfOwn,
  upsertReview,
} from '../../db/repositories/feedback/reviews.ts';
import { lockUniverse } from '../../db/repositories/universes/universe-locks.ts';
import { holdUser, type PublicUser, selectUsersById } from '../../db/repositories/accounts/users.ts';
import { pageOf, readCursor } from '../lists/list-cursor.ts';
import type { NotificationService } from '../accounts/notification-service.ts';
import type { UniverseRow } from '../universes/universe-service.ts';

export type ReviewService = ReturnType<typeof createReviewService>;

export interface SignedReview {
  review: ReviewRow;
  author: PublicUser;
}

/** Returns the number of ratings and their mean, or null without ratings. */
export const ratingOf = ({ ratingCount, ratingSum }: Pick<UniverseRow, 'ratingCount' | 'ratingSum'>): Rating =>
  ratingCount === 0 ? null : { count: ratingCount, mean: ratingSum / ratingCount };

/** Reviews of universes: at most one per user and universe, none by the owner. Callers check the right to see a universe. */
export function createReviewService(db: Database, notifications: NotificationService) {
  /** Locks the user before the universe, as all code that locks both does: this prevents deadlocks. */
  const change = (
    userId: string,
    universeId: string,
    isRemoval: boolean,
    act: (tx: Database, before: ReviewRow | null) => Promise<number | null>,
  ) =>
    db.transaction(async (tx) => {
      if (!(await holdUser(tx, userId))) throw refuse('no-user');
      const universe = await lockUniverse(tx, universeId);
      if (!universe || (universe.deletedAt !== null && !isRemoval)) throw refuse('no-universe');
      if (universe.ownerId === userId) throw refuse('own-universe');
      const before = await selectReview(tx, userId, universeId);
      const stars = await act(tx, before);
      const difference = {
        count: (stars === null ? 0 : 1) - (before === null ? 0 : 1),
        stars: (stars ?? 0) - (before?.stars ?? 0),
      };
      await addToRating(tx, universeId, difference);
      const rating = ratingOf({
        ratingCount: universe.ratingCount + difference.count,
        ratingSum: universe.ratingSum + difference.stars,
      });
      return { rating, universe, isNew: before === null };
    });

  const signed = async (rows: readonly ReviewRow[]): Promise<SignedReview[]> => {
    if (rows.length === 0) return [];
    const authors = new Map(
      (await selectUsersById(db, [...new Set(rows.map(({ userId }) => userId))])).map((person) => [person.id, person]),
    );
    return rows.flatMap((review) => {
      const author = authors.get(review.userId);
      return author ? [{ review, author }] : [];
    });
  };

  return {
    /** @throws AppError `invalid-input` if the cursor does not belong to this list. */
    async page({ id }: UniverseRow, userId: string | undefined, { cursor, limit }: ReviewQuery) {
      const list = `reviews ${id}`;
      const after = cursor === undefined ? undefined : readCursor(list, cursor);
      const { shown, next } = pageOf(
        list,
        await selectReviews(db, { universeId: id, after, limit: limit + 1 }),
        limit,
        (review) => review.userId,
      );
      const own = userId === undefined ? null : await selectReview(db, userId, id);
      const [mine] = await signed(own ? [own] : []);
      return { reviews: await signed(shown), mine: mine ?? null, next };
    },

    /** Stores a user's review and replaces an earlier one. @throws AppError `not-found`, `not-allowed` */
    async write(userId: string, universeId: string, { stars, text }: WriteReview): Promise<Rating> {
      const { rating, universe, isNew } = await change(userId, universeId, false, async (tx) => {
        await upsertReview(tx, { userId, universeId, stars, text });
        return stars;
      });
      if (isNew) await notifications.reviewed(universe, userId);
      return rating;
    },

    /** Returns a user's review of a universe, or null. */
    find: (userId: string, universeId: string) => selectReview(db, userId, universeId),

    /** Idempotent; also for a universe in the trash. @throws AppError `not-found`, `not-allowed` */
    async remove(userId: string, universeId: string): Promise<Rating> {
      const { rating } = await change(userId, universeId, true, async (tx) => {
        await deleteReview(tx, userId, universeId);
        return null;
      });
      return rating;
    },

    /** Returns all reviews of a user, oldest first. */
    allOf: (userId: string) => selectReviewsOf(db, userId),
  };
}

/** Deletes a user's review of a universe. The caller has locked the universe. */
export async function dropReview(tx: Database, userId: string, universeId: string): Promise<void> {
  const gone = await deleteReview(tx, userId, universeId);
  if (gone) await addToRating(tx, universeId, { count: -1, stars: -gone.stars });
}

/** Deletes all reviews of a user. The caller has locked the universes around the user. */
export async function dropReviews(tx: Database, userId: string): Promise<void> {
  for (const { universeId } of await selectReviewsOf(tx, userId)) await dropReview(tx, userId, universeId);
}

/**
 * Moves a guest's reviews to an account that already has the guest's universes. If both reviewed a universe, the account's review stays;
 * reviews of universes that the account now owns are deleted. The caller has locked the universes around the guest.
 */
export async function mergeReviews(tx: Database, guestId: string, accountId: string): Promise<void> {
  for (const id of await selectReviewedByBoth(tx, guestId, accountId)) await dropReview(tx, guestId, id);
  await moveReviews(tx, guestId, accountId);
  for (const id of await selectReviewsOfOwn(tx, accountId)) await dropReview(tx, accountId, id);
}
