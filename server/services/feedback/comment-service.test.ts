import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { threadQuerySchema } from '../../../shared/api/feedback/comment-schemas.ts';
import { commentLimits, commentUndoMinutes } from '../../../shared/api/feedback/feedback.ts';
import { selectThreads } from '../../db/repositories/feedback/comments.ts';
import { dropComments, moveComments } from '../../db/repositories/feedback/forget-comments.ts';
import { lockUniversesAround } from '../../db/repositories/universes/universe-locks.ts';
import { insertUniverse } from '../../db/repositories/universes/universes.ts';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import { createCommentService } from './comment-service.ts';
import { newId } from '../ids.ts';
import { createNotificationService } from '../accounts/notification-service.ts';
import { createServerEvents } from '../../ops/events/server-events.ts';
import { createUserService } from '../accounts/user-service.ts';

describe.each(testDatabases)('on $kind', ({ open }) => {
  let database: TestDatabase;
  let comments: ReturnType<typeof createCommentService>;
  let ann: string;
  let bob: string;

  const newPerson = async () => (await createUserService(database.connection.db).createGuest()).id;

  beforeAll(async () => {
    database = await open();
    comments = createCommentService(database.connection.db, createNotificationService(database.connection.db), createServerEvents(null));
    [ann, bob] = [await newPerson(), await newPerson()];
  });
  afterAll(() => database.close());

  async function newUniverse(): Promise<string> {
    const id = newId(10);
    await insertUniverse(database.connection.db, { id, name: 'Discussed', ownerId: ann, seed: 1, documentVersion: 1 });
    return id;
  }

  const rows = async <T>(text: string, ...values: unknown[]) => (await database.connection.query(text, values)).rows as T[];
  const page = (id: string, query: object = {}) => comments.page({ id } as never, threadQuerySchema.parse(query));
  const textsOf = async (id: string, query: object = {}) => (await page(id, query)).threads.map(({ comment }) => comment.text);
  const afterUndo = () => new Date(Date.now() + (commentUndoMinutes + 1) * 60_000);

  it('stores threads with their replies, numbers and places', async () => {
    const id = await newUniverse();
    const place = { x: 1.5, y: -200, z: 0 };
    const first = await comments.write(bob, id, { text: 'Listen', tick: 90, storySeconds: 8.4, place });
    await comments.write(ann, id, { text: 'Second' });
    await comments.reply(ann, id, first.id, 'I do');
    await comments.reply(bob, id, first.id, 'Good');
    const { threads } = await page(id);
    expect(threads.map(({ comment, replies }) => [comment.number, comment.text, replies.map((reply) => reply.comment.text)])).toEqual([
      [2, 'Second', []],
      [1, 'Listen', ['I do', 'Good']],
    ]);
    expect(threads[1]).toMatchObject({ author: { id: bob }, comment: { tick: 90, storySeconds: 8.4, ...place } });
    expect(await comments.countsOf(id)).toEqual({ commentCount: 4, openThreads: 2 });
  });

  it('accepts replies only to threads, and only in the same universe', async () => {
    const [id, other] = [await newUniverse(), await newUniverse()];
    const thread = await comments.write(bob, id, { text: 'Top' });
    const reply = await comments.reply(ann, id, thread.id, 'Under it');
    await expect(comments.reply(bob, id, reply.id, 'Deeper')).rejects.toMatchObject({ code: 'conflict' });
    await expect(comments.reply(bob, other, thread.id, 'Elsewhere')).rejects.toMatchObject({ code: 'not-found' });
    await expect(comments.setResolved(reply, true)).rejects.toMatchObject({ code: 'conflict' });
    expect(await comments.countsOf(other)).toEqual({ commentCount: 0, openThreads: 0 });
  });

  it('returns each thread once across pages, even if threads are added meanwhile or share a creation time', async () => {
    const id = await newUniverse();
    for (let at = 0; at < 7; at += 1) await comments.write(bob, id, { text: `${at}` });
    await rows(`update comments set created_at = '2026-11-01T10:00:00.000007Z' where universe_id = $1 and number in (2, 3, 4)`, id);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { threads, next } = await page(id, { limit: '2', ...(cursor ? { cursor } : {}) });
      found.push(...threads.map(({ comment }) => comment.text));
      await comments.write(ann, id, { text: 'Meanwhile' });
      cursor = next ?? undefined;
    } while (cursor);
    expect(found.toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6']);
    const { next } = await page(id, { limit: '2' });
    for (const query of [{ cursor: 'abc' }, { cursor: next!, threads: 'open' }]) {
      await expect(page(id, query)).rejects.toMatchObject({ code: 'invalid-input', issues: [{ path: 'cursor' }] });
    }
    await expect(page(await newUniverse(), { cursor: next! })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('omits resolved threads until they are reopened', async () => {
    const id = await newUniverse();
    const [done] = [await comments.write(bob, id, { text: 'Done' }), await comments.write(bob, id, { text: 'Open' })];
    expect(await comments.setResolved(done, true)).toEqual({ commentCount: 2, openThreads: 1 });
    expect([await textsOf(id, { threads: 'open' }), await textsOf(id)]).toEqual([['Open'], ['Open', 'Done']]);
    expect(await comments.setResolved(done, false)).toEqual({ commentCount: 2, openThreads: 2 });
  });

  it('notifies listeners of the counts after each change', async () => {
    const id = await newUniverse();
    const told: unknown[] = [];
    const stop = comments.onChange(id, (counts) => told.push(Object.values(counts)));
    const thread = await comments.write(bob, id, { text: 'Word' });
    const reply = await comments.reply(ann, id, thread.id, 'Answer');
    await comments.edit(reply, 'Other answer');
    await comments.setResolved(thread, true);
    await comments.remove(ann, reply);
    stop();
    await comments.write(bob, id, { text: 'Unheard' });
    expect(told).toEqual([
      [1, 1],
      [2, 1],
      [2, 1],
      [2, 0],
      [1, 0],
    ]);
  });

  it('counts exactly during concurrent comments and deletions', async () => {
    const id = await newUniverse();
    const made = await Promise.all(Array.from({ length: 12 }, (_, at) => comments.write(at % 2 ? ann : bob, id, { text: `${at}` })));
    expect(made.map(({ number }) => number).toSorted((a, b) => a! - b!)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
    const settled = await Promise.allSettled([
      ...made.slice(0, 6).flatMap((comment) => [comments.remove(bob, comment), comments.remove(ann, comment)]),
      ...made.slice(6).map(({ id: thread }) => comments.reply(bob, id, thread, 'Yes')),
    ]);
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(6);
    expect(await comments.countsOf(id)).toEqual({ commentCount: 12, openThreads: 6 });
  });

  it('limits the comments of a universe, also when a deletion is undone', async () => {
    const id = await newUniverse();
    const thread = await comments.write(bob, id, { text: 'Kept' });
    await comments.remove(bob, thread);
    await rows('update universes set comment_count = $2 where id = $1', id, commentLimits.perUniverse.max);
    const full = { code: 'conflict', message: `A universe has at most ${commentLimits.perUniverse.max} comments. Delete some first.` };
    await expect(comments.write(bob, id, { text: 'Too many' })).rejects.toMatchObject(full);
    await expect(comments.takeBack(bob, id, thread.id)).rejects.toMatchObject(full);
    await rows('update universes set comment_count = 0 where id = $1', id);
    expect(await comments.takeBack(bob, id, thread.id)).toMatchObject({ text: 'Kept', deletedAt: null });
  });

  it('limits the replies of a thread', async () => {
    const id = await newUniverse();
    const thread = await comments.write(bob, id, { text: 'Busy' });
    await rows(
      `insert into comments (id, universe_id, thread_id, author_id, text) select $1 || n, $1, $2, $3, 'x' from generate_series(1, $4::int) as n`,
      id,
      thread.id,
      bob,
      commentLimits.repliesPerThread.max,
    );
    await expect(comments.reply(bob, id, thread.id, 'One more')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('shows the place of a deleted thread only as long as it has replies', async () => {
    const id = await newUniverse();
    const thread = await comments.write(bob, id, { text: 'Secret' });
    const reply = await comments.reply(ann, id, thread.id, 'Answer');
    await comments.remove(bob, thread);
    const [shown] = (await page(id)).threads;
    expect([shown!.author, shown!.replies.map(({ comment }) => comment.text)]).toEqual([null, ['Answer']]);
    expect(await comments.countsOf(id)).toEqual({ commentCount: 1, openThreads: 0 });
    await comments.reply(bob, id, thread.id, 'Still here');
    await comments.forget(afterUndo());
    expect(await rows('select text, author_id from comments where id = $1', thread.id)).toEqual([{ text: '', author_id: null }]);
    for (const { comment } of (await page(id)).threads[0]!.replies) await comments.remove(ann, comment);
    expect((await page(id)).threads).toEqual([]);
    await expect(comments.reply(bob, id, thread.id, 'Too late')).rejects.toMatchObject({ code: 'not-found' });
    await comments.forget(afterUndo());
    await comments.forget(afterUndo());
    expect(await rows('select id from comments where universe_id = $1', id)).toEqual([]);
    expect(reply.threadId).toBe(thread.id);
  });

  it('lets only the user who deleted a comment undo that, for a limited time', async () => {
    const id = await newUniverse();
    const thread = await comments.write(bob, id, { text: 'Wanted' });
    await comments.remove(ann, thread);
    await expect(comments.takeBack(bob, id, thread.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(comments.takeBack(ann, await newUniverse(), thread.id)).rejects.toMatchObject({ code: 'not-found' });
    await comments.takeBack(ann, id, thread.id);
    await expect(comments.takeBack(ann, id, thread.id)).rejects.toMatchObject({ code: 'not-found' });
    await comments.remove(ann, thread);
    await rows(`update comments set deleted_at = now() - $2 * interval '1 minute' where id = $1`, thread.id, commentUndoMinutes + 1);
    await expect(comments.takeBack(ann, id, thread.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await comments.countsOf(id)).toEqual({ commentCount: 0, openThreads: 0 });
  });

  it('keeps the counts exact when comments move to another account or are deleted with it', async () => {
    const id = await newUniverse();
    const [guest, heir] = [await newPerson(), await newPerson()];
    const [answered, alone] = [await comments.write(guest, id, { text: 'Answered' }), await comments.write(guest, id, { text: 'Alone' })];
    await comments.reply(bob, id, answered.id, 'By Bob');
    await comments.reply(guest, id, answered.id, 'By the guest');
    const { db } = database.connection;
    await db.transaction((tx) => moveComments(tx, guest, heir));
    expect((await comments.allOf(heir)).map(({ text }) => text)).toEqual(['Answered', 'Alone', 'By the guest']);
    await db.transaction(async (tx) => {
      await lockUniversesAround(tx, heir);
      await dropComments(tx, heir);
    });
    const { threads } = await page(id);
    expect(threads.map(({ comment, author, replies }) => [comment.id, author, replies.length])).toEqual([[answered.id, null, 1]]);
    expect(await rows('select 1 from comments where id = $1', alone.id)).toEqual([]);
    expect(await comments.countsOf(id)).toEqual({ commentCount: 1, openThreads: 0 });
    await rows('delete from users where id = $1', heir);
  });

  it('reads threads and counts open ones by an index alone', async () => {
    const id = await newUniverse();
    const { id: thread } = await comments.write(bob, id, { text: 'Long' });
    await rows(
      `insert into comments (id, universe_id, number, author_id, text, created_at)
       select $1 || n, $1, n, $2, 'x', now() - n * interval '1 minute' from generate_series(2, 3000) as n`,
      id,
      bob,
    );
    await rows(
      `insert into comments (id, universe_id, thread_id, author_id, text) select $1 || 'r' || n, $1, $2, $3, 'x' from generate_series(1, 2000) as n`,
      id,
      thread,
      bob,
    );
    await rows('analyze comments');
    const query = selectThreads(database.connection.db, { universeId: id, threads: 'open', after: { value: 60, id }, limit: 21 });
    const { sql, params } = (query as unknown as { toSQL(): { sql: string; params: unknown[] } }).toSQL();
    const plan = (await rows<object>(`explain ${sql}`, ...params)).map((row) => Object.values(row)[0]).join('\n');
    expect(plan).toContain('Index Scan Backward using comments_threads_index');
    expect(plan).not.toContain('Sort');
  });

  it('rejects values that break a constraint', async () => {
    const [id, other] = [await newUniverse(), await newUniverse()];
    const { id: thread } = await comments.write(bob, id, { text: 'Right' });
    const columns = { id: 'x', universe_id: id, number: 7, author_id: bob, text: 'x' };
    for (const wrong of [
      { text: '' },
      { number: null },
      { number: 1 },
      { number: 0 },
      { number: null, thread_id: thread, universe_id: other },
      { thread_id: thread },
      { number: null, thread_id: thread, tick: 3 },
      { number: null, thread_id: thread, story_seconds: 3 },
      { tick: -1 },
      { story_seconds: -1 },
      { story_seconds: 601 },
      { x: 1 },
      { x: 1, y: 2, z: 201 },
      { x: 1, y: 2, z: 'NaN' },
      { author_id: null },
      { author_id: 'nobody' },
      { deleted_at: 'now' },
    ]) {
      const row = { ...columns, ...wrong };
      const names = Object.keys(row);
      const text = `insert into comments (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`;
      await expect(database.connection.query(text, Object.values(row)), JSON.stringify(wrong)).rejects.toMatchObject({
        code: expect.stringMatching(/^23/),
      });
    }
    for (const text of ['comment_count = -1', `comment_count = ${commentLimits.perUniverse.max + 1}`, 'threads_begun = -1']) {
      await expect(rows(`update universes set ${text} where id = $1`, id)).rejects.toMatchObject({ code: '23514' });
    }
  });
});
