import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notificationQuerySchema } from '../../../shared/api/accounts/notification-schemas.ts';
import { notificationLimits } from '../../../shared/api/feedback/feedback.ts';
import { mergeNotifications } from '../../db/repositories/accounts/notifications.ts';
import { insertUniverse } from '../../db/repositories/universes/universes.ts';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import { createCommentService } from '../feedback/comment-service.ts';
import { createFavouriteService } from '../feedback/favourite-service.ts';
import { newId } from '../ids.ts';
import { createNotificationService } from './notification-service.ts';
import { createReviewService } from '../feedback/review-service.ts';
import { createServerEvents } from '../../ops/events/server-events.ts';
import { createUserService } from './user-service.ts';

describe.each(testDatabases)('on $kind', ({ open }) => {
  let database: TestDatabase;
  let services: ReturnType<typeof servicesOf>;

  const servicesOf = ({ connection: { db } }: TestDatabase) => {
    const notifications = createNotificationService(db);
    return {
      notifications,
      comments: createCommentService(db, notifications, createServerEvents(null)),
      reviews: createReviewService(db, notifications),
      favourites: createFavouriteService(db, notifications),
      users: createUserService(db),
    };
  };

  beforeAll(async () => {
    database = await open();
    services = servicesOf(database);
  });
  afterAll(() => database.close());

  const newPerson = async () => (await services.users.createGuest()).id;
  const query = (text: string, ...values: unknown[]) => database.connection.query(text, values);

  /** Creates a user who owns a universe. */
  async function newOwner(): Promise<{ ann: string; id: string }> {
    const [ann, id] = [await newPerson(), newId(10)];
    await insertUniverse(database.connection.db, { id, name: 'Noticed', ownerId: ann, seed: 1, documentVersion: 1 });
    return { ann, id };
  }

  const page = (userId: string, asked: object = {}) => services.notifications.page(userId, notificationQuerySchema.parse(asked));
  const toldTo = async (userId: string) =>
    (await page(userId)).told.map(({ notification, actor }) => [notification.kind, actor?.id ?? null, notification.count]);

  it('reach the owner and the authors in a thread', async () => {
    const { ann, id } = await newOwner();
    const [bob, joe] = [await newPerson(), await newPerson()];
    const thread = await services.comments.write(bob, id, { text: 'Hello' });
    await services.comments.reply(joe, id, thread.id, 'Hello Bob');
    await services.comments.reply(ann, id, thread.id, 'Hello both');
    await services.comments.reply(bob, id, thread.id, 'Hello all');
    await services.comments.write(ann, id, { text: 'To myself' });
    expect(await toldTo(ann)).toEqual([
      ['reply', bob, 1],
      ['comment', joe, 1],
      ['comment', bob, 1],
    ]);
    expect(await toldTo(bob)).toEqual([
      ['reply', ann, 1],
      ['reply', joe, 1],
    ]);
    expect(await toldTo(joe)).toEqual([
      ['reply', bob, 1],
      ['reply', ann, 1],
    ]);
    expect((await page(bob)).told[0]).toMatchObject({ universe: { id, name: 'Noticed' }, notification: { commentId: expect.any(String) } });
  });

  it('combine the favourites of a day, and report a review once', async () => {
    const { ann, id } = await newOwner();
    const [bob, joe] = [await newPerson(), await newPerson()];
    for (const person of [bob, joe, ann]) await services.favourites.add(person, id);
    await services.favourites.add(joe, id);
    await services.reviews.write(bob, id, { stars: 4, text: '' });
    await services.reviews.write(bob, id, { stars: 5, text: 'More' });
    expect(await toldTo(ann)).toEqual([
      ['review', bob, 1],
      ['favourite', joe, 2],
    ]);
    await services.notifications.readAll(ann, new Date());
    expect(await services.notifications.unread(ann)).toBe(0);
    await services.favourites.add(await newPerson(), id);
    expect(await services.notifications.unread(ann)).toBe(1);
    expect((await toldTo(ann))[0]).toEqual(['favourite', expect.any(String), 4]);
  });

  it('are marked read one by one or all up to a time, and stay read', async () => {
    const { ann, id } = await newOwner();
    const bob = await newPerson();
    for (let at = 0; at < 3; at += 1) await services.comments.write(bob, id, { text: `${at}` });
    const [newest, middle] = (await page(ann)).told.map(({ notification }) => notification);
    for (let time = 0; time < 2; time += 1) await services.notifications.read(ann, newest!.id);
    expect(await services.notifications.unread(ann)).toBe(2);
    await expect(services.notifications.read(bob, middle!.id)).rejects.toMatchObject({ code: 'not-found' });
    await query(`update notifications set created_at = '2026-11-01T10:00:00.0005Z' where id = $1`, middle!.id);
    await services.notifications.readAll(ann, new Date('2026-11-01T10:00:00.000Z'));
    expect(await services.notifications.unread(ann)).toBe(1);
  });

  it('return each once across pages', async () => {
    const { ann, id } = await newOwner();
    const bob = await newPerson();
    for (let at = 0; at < 5; at += 1) await services.comments.write(bob, id, { text: `${at}` });
    await query(`update notifications set created_at = '2026-11-01' where user_id = $1`, ann);
    const found = new Set<string>();
    let cursor: string | undefined;
    do {
      const { told, next } = await page(ann, { limit: '2', ...(cursor ? { cursor } : {}) });
      for (const { notification } of told) found.add(notification.id);
      cursor = next ?? undefined;
    } while (cursor);
    expect(found.size).toBe(5);
    await expect(page(ann, { cursor: 'abc' })).rejects.toMatchObject({ code: 'invalid-input', issues: [{ path: 'cursor' }] });
  });

  it('are hidden while the universe is not visible or the comment is deleted, and shown again afterwards', async () => {
    const { ann, id } = await newOwner();
    const bob = await newPerson();
    const thread = await services.comments.write(bob, id, { text: 'Mine' });
    const { id: replyId } = await services.comments.reply(ann, id, thread.id, 'Seen');
    const seenBy = async (userId: string) => [(await page(userId)).told.length, await services.notifications.unread(userId)];
    for (const [hide, show] of [
      ['is_public = false', 'is_public = true'],
      ['deleted_at = now()', 'deleted_at = null'],
    ]) {
      await query(`update universes set ${hide} where id = $1`, id);
      expect([hide, await seenBy(bob)]).toEqual([hide, [0, 0]]);
      await query(`update universes set ${show} where id = $1`, id);
      expect(await seenBy(bob)).toEqual([1, 1]);
    }
    await query('update universes set is_public = false where id = $1', id);
    await query(`insert into collaborators (universe_id, user_id, role) values ($1, $2, 'viewer')`, id, bob);
    expect(await seenBy(bob)).toEqual([1, 1]);
    await services.comments.remove(ann, await services.comments.get(id, replyId));
    expect(await seenBy(bob)).toEqual([0, 0]);
    await services.comments.takeBack(ann, id, replyId);
    expect(await seenBy(bob)).toEqual([1, 1]);
  });

  it('move from a guest to an account: no user is notified twice or of their own actions', async () => {
    const { ann, id } = await newOwner();
    const [guest, account] = [await newPerson(), await newPerson()];
    const thread = await services.comments.write(guest, id, { text: 'By a guest' });
    await services.comments.reply(account, id, thread.id, 'By the account');
    await services.comments.reply(ann, id, thread.id, 'To both');
    const { db } = database.connection;
    await db.transaction((tx) => mergeNotifications(tx, guest, account));
    expect(await toldTo(account)).toEqual([['reply', ann, 1]]);
    expect(await toldTo(ann)).toEqual([
      ['comment', account, 1],
      ['comment', account, 1],
    ]);
    expect(await services.notifications.allOf(guest)).toEqual([]);
  });

  it('are deleted when old, and with their user, universe or comment', async () => {
    const { ann, id } = await newOwner();
    const bob = await newPerson();
    await services.reviews.write(bob, id, { stars: 3, text: '' });
    await services.comments.write(bob, id, { text: 'Word' });
    const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000);
    await services.notifications.forget(days(notificationLimits.days - 1));
    expect(await services.notifications.allOf(ann)).toHaveLength(2);
    await query('delete from comments where universe_id = $1', id);
    await query('delete from reviews where universe_id = $1', id);
    await query('delete from users where id = $1', bob);
    expect(await toldTo(ann)).toEqual([['review', null, 1]]);
    await services.notifications.forget(days(notificationLimits.days + 1));
    expect(await services.notifications.allOf(ann)).toEqual([]);
    await services.notifications.reviewed({ id, ownerId: 'nobody' }, ann);
  });

  it('rejects values that break a constraint', async () => {
    const { ann, id } = await newOwner();
    const columns = { id: 'x', user_id: ann, kind: 'joined', topic: 'x', universe_id: id };
    for (const wrong of [{ kind: 'comment' }, { count: 0 }, { actor_id: ann }, { actor_id: 'nobody' }, { user_id: 'nobody' }]) {
      const row = { ...columns, ...wrong };
      const names = Object.keys(row);
      const text = `insert into notifications (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`;
      await expect(query(text, ...Object.values(row)), JSON.stringify(wrong)).rejects.toMatchObject({
        code: expect.stringMatching(/^23/),
      });
    }
  });
});
