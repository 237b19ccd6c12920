import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../../testing/documents-of.ts';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import { createCommentService } from '../feedback/comment-service.ts';
import { createCountsService } from './counts-service.ts';
import { createFavouriteService } from '../feedback/favourite-service.ts';
import { createNotificationService } from '../accounts/notification-service.ts';
import { createReviewService } from '../feedback/review-service.ts';
import { createUniverseService } from '../universes/universe-service.ts';
import { createServerEvents } from '../../ops/events/server-events.ts';
import { createUserService } from '../accounts/user-service.ts';

describe.each(testDatabases)('on $kind', ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it('finds no wrong counts after ordinary changes, and corrects wrong ones', async () => {
    const { db, query } = database.connection;
    const notifications = createNotificationService(db);
    const universes = createUniverseService(db, documentsOf(db), createServerEvents(null));
    const [users, counts] = [createUserService(db), createCountsService(db)];
    const [favourites, comments, reviews] = [
      createFavouriteService(db, notifications),
      createCommentService(db, notifications, createServerEvents(null)),
      createReviewService(db, notifications),
    ];
    const [owner, other, third] = [await users.createGuest(), await users.createGuest(), await users.createGuest()];
    const [{ id }, { id: quiet }] = [await universes.createEmpty(owner.id), await universes.createEmpty(owner.id)];
    for (const somebody of [other, third]) {
      await favourites.add(somebody.id, id);
      await reviews.write(somebody.id, id, { stars: 4, text: '' });
    }
    const thread = await comments.write(other.id, id, { text: 'A thread.' });
    await comments.reply(third.id, id, thread.id, 'A reply.');
    await comments.remove(other.id, thread);
    const right = await universes.get(id);
    expect(right).toMatchObject({ favouriteCount: 2, commentCount: 1, ratingCount: 2, ratingSum: 8 });
    expect(await counts.mend()).toEqual([]);

    await query('update universes set favourite_count = 7, popularity = 0, comment_count = 0 where id = $1', [id]);
    await query('update universes set rating_count = 1, rating_sum = 5 where id = $1', [quiet]);
    expect((await counts.mend()).toSorted()).toEqual([id, quiet].toSorted());
    const { popularity, ...mended } = await universes.get(id);
    expect({ ...mended, popularity: right.popularity }).toEqual(right);
    expect(popularity).toBeCloseTo(right.popularity, 9);
    expect(await universes.get(quiet)).toMatchObject({ ratingCount: 0, ratingSum: 0 });
    expect(await counts.mend()).toEqual([]);
  });
});
