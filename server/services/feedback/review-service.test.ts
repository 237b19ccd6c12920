import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewQuerySchema } from '../../../shared/api/feedback/review-schemas.ts';
import { lockUniversesAround } from '../../db/repositories/universes/universe-locks.ts';
import { insertUniverse, moveUniverses } from '../../db/repositories/universes/universes.ts';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import { newId } from '../ids.ts';
import { createNotificationService } from '../accounts/notification-service.ts';
import { createReviewService, dropReviews, mergeReviews } from './review-service.ts';
import { createUserService } from '../accounts/user-service.ts';

describe.each(testDatabases)('on $kind', ({ open }) => {
  let database: TestDatabase;
  let reviews: ReturnType<typeof createReviewService>;
  let ann: string;
  let bob: string;

  const newPerson = async () => (await createUserService(database.connection.db).createGuest()).id;

  beforeAll(async () => {
    database = await open();
    reviews = createReviewService(database.connection.db, createNotificationService(database.connection.db));
    [ann, bob] = [await newPerson(), await newPerson()];
  });
  afterAll(() => database.close());

  async function newUniverse(ownerId = ann): Promise<string> {
    const id = newId(10);
    await insertUniverse(database.connection.db, { id, name: 'Rated', ownerId, seed: 1, documentVersion: 1 });
    return id;
  }

  const page = (id: string, userId?: string, query: object = {}) => reviews.page({ id } as never, userId, reviewQuerySchema.parse(query));
  const ratingOf = async (id: string) => {
    const { rows } = await database.connection.query('select rating_count as count, rating_sum as sum from universes where id = $1', [id]);
    return rows[0];
  };
  const write = (userId: string, id: string, stars: number, text = '') => reviews.write(userId, id, { stars, text });

  it('counts each user once, by their latest review', async () => {
    const id = await newUniverse();
    expect(await write(bob, id, 2, 'Hm')).toEqual({ count: 1, mean: 2 });
    expect(await write(await newPerson(), id, 5)).toEqual({ count: 2, mean: 3.5 });
    expect(await write(bob, id, 4, 'Better')).toEqual({ count: 2, mean: 4.5 });
    const { mine, reviews: all } = await page(id, bob);
    expect(mine?.review).toMatchObject({ stars: 4, text: 'Better', editedAt: expect.any(Date) });
    expect(all.map(({ review }) => review.stars)).toEqual([5, 4]);
    for (let time = 0; time < 2; time += 1) expect(await reviews.remove(bob, id)).toEqual({ count: 1, mean: 5 });
    expect((await page(id, bob)).mine).toBeNull();
  });

  it('rejects a review of the author’s own universe', async () => {
    await expect(write(ann, await newUniverse(), 5)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('counts exactly during concurrent reviews and removals', async () => {
    const id = await newUniverse();
    const authors = await Promise.all(Array.from({ length: 8 }, newPerson));
    await Promise.all(authors.flatMap((person, at) => [write(person, id, 1), write(person, id, 1 + (at % 5))]));
    await Promise.all(authors.slice(0, 3).flatMap((person) => [reviews.remove(person, id), reviews.remove(person, id)]));
    const left = (await page(id)).reviews.map(({ review }) => review.stars);
    expect(left).toHaveLength(5);
    expect(await ratingOf(id)).toEqual({ count: 5, sum: left.reduce((sum, stars) => sum + stars, 0) });
  });

  it('returns each review once across pages', async () => {
    const id = await newUniverse();
    for (let at = 0; at < 5; at += 1) await write(await newPerson(), id, 3);
    await database.connection.query(`update reviews set created_at = '2026-11-01' where universe_id = $1`, [id]);
    const found = new Set<string>();
    let cursor: string | undefined;
    do {
      const { reviews: some, next } = await page(id, undefined, { limit: '2', ...(cursor ? { cursor } : {}) });
      for (const { author } of some) found.add(author.id);
      cursor = next ?? undefined;
    } while (cursor);
    expect(found.size).toBe(5);
  });

  it('moves reviews from a guest to an account, counts each once, and drops those of the account’s own universes', async () => {
    const [guest, account] = [await newPerson(), await newPerson()];
    const [both, guests, ofAccount, ofGuest] = [
      await newUniverse(),
      await newUniverse(),
      await newUniverse(account),
      await newUniverse(guest),
    ];
    await write(account, both, 5);
    for (const id of [both, guests, ofAccount]) await write(guest, id, 1);
    await write(account, ofGuest, 4);
    const { db } = database.connection;
    await db.transaction(async (tx) => {
      await lockUniversesAround(tx, guest);
      await moveUniverses(tx, guest, account);
      await mergeReviews(tx, guest, account);
    });
    expect(await Promise.all([both, guests, ofAccount, ofGuest].map(ratingOf))).toEqual([
      { count: 1, sum: 5 },
      { count: 1, sum: 1 },
      { count: 0, sum: 0 },
      { count: 0, sum: 0 },
    ]);
    expect((await reviews.allOf(account)).map(({ universeId }) => universeId).toSorted()).toEqual([both, guests].toSorted());
    await db.transaction((tx) => dropReviews(tx, account));
    expect(await Promise.all([both, guests].map(ratingOf))).toEqual([
      { count: 0, sum: 0 },
      { count: 0, sum: 0 },
    ]);
  });

  it('rejects values that break a constraint', async () => {
    const id = await newUniverse();
    const refused = (text: string, ...values: unknown[]) =>
      expect(database.connection.query(text, values), text).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
    for (const stars of [0, 6]) await refused('insert into reviews (user_id, universe_id, stars) values ($1, $2, $3)', bob, id, stars);
    await refused(`insert into reviews (user_id, universe_id, stars) values ('nobody', $1, 3)`, id);
    await write(bob, id, 3);
    await refused('insert into reviews (user_id, universe_id, stars) values ($1, $2, 3)', bob, id);
    for (const set of ['rating_count = -1', 'rating_sum = 0', 'rating_sum = 6', 'rating_count = 0']) {
      await refused(`update universes set ${set} where id = $1`, id);
    }
  });
});
