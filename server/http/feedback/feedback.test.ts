import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comment, Thread } from '../../../shared/api/feedback/comment-schemas.ts';
import { type RouteResponse, routes, type UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import { rates } from '../../../shared/api/rates.ts';
import { commentLimits } from '../../../shared/api/feedback/feedback.ts';
import { createVisitor, join, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';

let server: TestServer;
let visitors = 0;
const arrive = () => createVisitor(server.url, { 'x-forwarded-for': `10.2.${Math.floor(visitors / 250)}.${(visitors += 1) % 250}` });

beforeAll(async () => {
  server = await startTestServer({ TRUST_PROXY: '1' });
});
afterAll(() => server.stop());

const pathOf = (id: string, rest = '') => `/api/v1/universes/${id}${rest}`;

/** A guest. */
async function somebody(): Promise<Visitor> {
  const visitor = arrive();
  await visitor.call('GET', '/api/v1/me');
  return visitor;
}

async function make(owner: Visitor, patch: object = {}): Promise<string> {
  const { id } = (await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
  if (Object.keys(patch).length > 0) await owner.call('PATCH', pathOf(id), patch);
  return id;
}

async function say(visitor: Visitor, id: string, body: object = { text: 'Hello' }): Promise<Thread> {
  const answer = await visitor.call('POST', pathOf(id, '/comments'), body);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return routes.writeComment.response.parse(answer.body);
}

const reply = async (visitor: Visitor, id: string, thread: string) =>
  (await visitor.call<Comment>('POST', pathOf(id, `/comments/${thread}/replies`), { text: 'Indeed' })).body;
const threadsOf = async (visitor: Visitor, id: string, search = '') =>
  routes.listComments.response.parse((await visitor.call('GET', pathOf(id, `/comments${search}`))).body);
const detailOf = async (visitor: Visitor, id: string) => (await visitor.call<UniverseDetail>('GET', pathOf(id))).body;
const statusOf = async (visitor: Visitor, method: string, path: string, body?: object) => (await visitor.call(method, path, body)).status;

/** Adds a collaborator by an invitation. */
async function bring(owner: Visitor, id: string, role: 'editor' | 'viewer'): Promise<Visitor> {
  const visitor = await somebody();
  const { body } = await owner.call<RouteResponse<'invite'>>('POST', pathOf(id, '/invitations'), { role, days: 1 });
  await visitor.call('POST', '/api/v1/invitations/accept', { secret: body.secret });
  return visitor;
}

describe('comments', () => {
  it('are plain text, can be pinned anywhere, and are counted in the universe', async () => {
    const [ann, bob] = [await somebody(), await somebody()];
    const id = await make(ann);
    const text = '<b>bold</b>\n\t& "quoted" 🪐';
    const place = { x: -1.25, y: 200, z: 0 };
    const thread = await say(bob, id, { text: `  ${text.replace('\n', '\r\n')} `, tick: 61, storySeconds: 8.4, place });
    expect(thread).toMatchObject({
      text,
      tick: 61,
      storySeconds: 8.4,
      place,
      number: 1,
      isMine: true,
      isEdited: false,
      isResolved: false,
      replies: [],
    });
    await reply(ann, id, thread.id);
    expect(await threadsOf(arrive(), id)).toMatchObject({
      commentCount: 2,
      openThreads: 1,
      threads: [{ id: thread.id, isMine: false, replies: [{ text: 'Indeed' }] }],
    });
    expect(await detailOf(bob, id)).toMatchObject({ commentCount: 2, openThreads: 1, rating: null });
    const edited = await bob.call('PATCH', pathOf(id, `/comments/${thread.id}`), { text: 'Other words' });
    expect(routes.editComment.response.parse(edited.body)).toMatchObject({ text: 'Other words', isEdited: true });
  });

  it('are rejected with path, rule and value if invalid', async () => {
    const ann = await somebody();
    const id = await make(ann);
    const long = 'x'.repeat(commentLimits.text.max + 1);
    for (const [body, path] of [
      [{ text: '  \n ' }, 'text'],
      [{ text: long }, 'text'],
      [{ text: 'nul\0' }, 'text'],
      [{ text: '\ud800' }, 'text'],
      [{}, 'text'],
      [{ text: 'x', tick: -1 }, 'tick'],
      [{ text: 'x', tick: 0.5 }, 'tick'],
      [{ text: 'x', storySeconds: -0.1 }, 'storySeconds'],
      [{ text: 'x', storySeconds: 600.1 }, 'storySeconds'],
      [{ text: 'x', place: { x: 201, y: 0, z: 0 } }, 'place.x'],
      [{ text: 'x', place: { x: 0, y: 0 } }, 'place.z'],
      [{ text: 'x', resolved: true }, 'resolved'],
    ] as const) {
      const answer = await ann.call<ErrorBody>('POST', pathOf(id, '/comments'), body);
      expect([answer.status, answer.body.error.issues[0]?.path]).toEqual([400, path]);
    }
    const list = await ann.call<ErrorBody>('GET', pathOf(id, '/comments?threads=none&limit=51&cursor=x&more=1'));
    expect(list.body.error.issues.map(({ path }) => path).toSorted()).toEqual(['limit', 'more', 'threads']);
    expect((await threadsOf(ann, id)).threads).toEqual([]);
  });

  it('can be read, written, resolved and deleted as each role allows', async () => {
    const ann = await somebody();
    const id = await make(ann, { linkRole: 'viewer' });
    const [eve, bob, stranger] = [await bring(ann, id, 'editor'), await bring(ann, id, 'viewer'), arrive()];
    const joe = await somebody();
    const write = (visitor: Visitor) => statusOf(visitor, 'POST', pathOf(id, '/comments'), { text: 'Hello' });
    expect(await Promise.all([ann, eve, bob, joe, stranger].map(write))).toEqual([201, 201, 201, 201, 403]);
    expect(stranger.cookie).toBe('');
    const { id: thread } = await say(bob, id);
    const on = (rest = '') => pathOf(id, `/comments/${thread}${rest}`);
    const each = (method: string, path: string, body?: object) =>
      Promise.all([ann, eve, joe, stranger].map((visitor) => statusOf(visitor, method, path, body)));
    expect(await each('GET', pathOf(id, '/comments'))).toEqual([200, 200, 200, 200]);
    expect(await each('PATCH', on(), { text: 'Mine now' })).toEqual([403, 403, 403, 403]);
    expect(await each('PUT', on('/resolved'), { isResolved: true })).toEqual([200, 200, 403, 403]);
    expect(await statusOf(bob, 'PUT', on('/resolved'), { isResolved: false })).toBe(200);
    expect(await each('POST', on('/replies'), { text: 'So?' })).toEqual([201, 201, 201, 403]);
    for (const visitor of [eve, joe, stranger]) expect(await statusOf(visitor, 'DELETE', on())).toBe(403);
    expect(await statusOf(ann, 'DELETE', on())).toBe(200);
    expect(await statusOf(bob, 'POST', on('/restore'))).toBe(404);
    expect(await statusOf(ann, 'POST', on('/restore'))).toBe(200);
    expect(await statusOf(bob, 'DELETE', on())).toBe(200);
    expect((await threadsOf(joe, id)).threads.find((found) => found.id === thread)).toMatchObject({ author: null, text: '' });
  });

  it('do not exist for users who may not see the universe', async () => {
    const [ann, bob] = [await somebody(), await somebody()];
    const id = await make(ann);
    const { id: thread } = await say(bob, id);
    const { id: others } = await say(ann, id);
    await ann.call('PATCH', pathOf(id), { isPublic: false });
    // Users can still delete their own (server/http/accounts/departures.test.ts).
    for (const [method, rest, body] of [
      ['GET', '/comments'],
      ['POST', '/comments', { text: 'x' }],
      ['PATCH', `/comments/${thread}`, { text: 'x' }],
      ['DELETE', `/comments/${others}`],
      ['POST', `/comments/${thread}/restore`],
      ['POST', `/comments/${thread}/replies`, { text: 'x' }],
      ['PUT', `/comments/${thread}/resolved`, { isResolved: true }],
      ['GET', '/reviews'],
      ['PUT', '/review', { stars: 3 }],
      ['DELETE', '/review'],
    ] as const) {
      expect([method, rest, await statusOf(bob, method, pathOf(id, rest), body)]).toEqual([method, rest, 404]);
    }
    const other = await make(ann);
    expect(await statusOf(ann, 'DELETE', pathOf(other, `/comments/${thread}`))).toBe(404);
  });

  it('update the counts in the room at once', async () => {
    const [ann, bob] = [await somebody(), await somebody()];
    const id = await make(ann);
    const listener = await join(server.url, bob, { universeId: id, as: 'spectate' });
    expect(listener.heard.welcome[0]!.universe).toMatchObject({ commentCount: 0, openThreads: 0 });
    const { id: thread } = await say(ann, id);
    await ann.call('PUT', pathOf(id, `/comments/${thread}/resolved`), { isResolved: true });
    await listener.until(() => listener.heard.comments.length === 2);
    expect(listener.heard.comments).toEqual([
      { commentCount: 1, openThreads: 1 },
      { commentCount: 1, openThreads: 0 },
    ]);
    await listener.room.leave();
  });

  it('are rate limited per user and per address', async () => {
    const ann = await somebody();
    const id = await make(ann);
    const statuses = async (visitor: Visitor, times: number) =>
      Promise.all(Array.from({ length: times }, () => statusOf(visitor, 'POST', pathOf(id, '/comments'), { text: 'Again' })));
    const own = await statuses(ann, rates.feedback.perAccount.points + 1);
    expect(own.filter((status) => status === 429)).toHaveLength(1);
    const address = { 'x-forwarded-for': '10.9.9.9' };
    const crowd = Array.from({ length: 4 }, () => createVisitor(server.url, address));
    for (const visitor of crowd) await visitor.call('GET', '/api/v1/me');
    const all = (await Promise.all(crowd.map((visitor) => statuses(visitor, 16)))).flat();
    expect(all.filter((status) => status === 201)).toHaveLength(rates.feedback.perAddress.points);
  });

  it('move to the account of a guest, are exported, and lose text and author when the account is deleted', async () => {
    const [ann, bob] = [await somebody(), await somebody()];
    const id = await make(ann);
    const { id: thread } = await say(bob, id, { text: 'By a guest' });
    await reply(ann, id, thread);
    const account = { email: 'commenter@example.org', password: 'correct horse' };
    const elsewhere = arrive();
    await elsewhere.call('POST', '/api/v1/auth/register', account);
    await bob.call('POST', '/api/v1/auth/login', account);
    expect((await threadsOf(elsewhere, id)).threads[0]).toMatchObject({ id: thread, isMine: true });
    await elsewhere.call('PUT', pathOf(id, '/review'), { stars: 4, text: 'Fine' });
    const exported = routes.exportMe.response.parse((await elsewhere.call('GET', '/api/v1/me/export')).body);
    expect(exported).toMatchObject({
      comments: [{ universeId: id, text: 'By a guest' }],
      reviews: [{ universeId: id, stars: 4, text: 'Fine' }],
    });
    expect(await statusOf(elsewhere, 'DELETE', '/api/v1/me', { password: account.password })).toBe(200);
    expect(await threadsOf(ann, id)).toMatchObject({ commentCount: 1, threads: [{ author: null, text: '', replies: [{ isMine: true }] }] });
    expect((await detailOf(ann, id)).rating).toBeNull();
  });

  it('are hidden while their universe is in the trash, and return with it', async () => {
    const ann = await somebody();
    const id = await make(ann);
    await say(ann, id);
    await ann.call('DELETE', pathOf(id));
    expect(await statusOf(ann, 'GET', pathOf(id, '/comments'))).toBe(404);
    await ann.call('POST', pathOf(id, '/restore'));
    expect((await threadsOf(ann, id)).threads).toHaveLength(1);
  });
});

describe('reviews', () => {
  const rate = (visitor: Visitor, id: string, body: object) => visitor.call<ErrorBody>('PUT', pathOf(id, '/review'), body);

  it('are limited to one per user, and to users other than the owner and strangers', async () => {
    const [ann, bob, joe, stranger] = [await somebody(), await somebody(), await somebody(), arrive()];
    const id = await make(ann);
    expect((await rate(ann, id, { stars: 5 })).status).toBe(403);
    expect((await rate(stranger, id, { stars: 5 })).status).toBe(403);
    expect((await rate(bob, id, { stars: 2 })).body).toEqual({ rating: { count: 1, mean: 2 } });
    await rate(joe, id, { stars: 5, text: ' Lovely ' });
    expect((await rate(bob, id, { stars: 4, text: 'Grew on me' })).body).toEqual({ rating: { count: 2, mean: 4.5 } });
    const page = routes.listReviews.response.parse((await bob.call('GET', pathOf(id, '/reviews'))).body);
    expect(page).toMatchObject({
      rating: { count: 2, mean: 4.5 },
      mine: { stars: 4, isEdited: true },
      reviews: [
        { stars: 5, text: 'Lovely', isMine: false },
        { stars: 4, text: 'Grew on me', isMine: true },
      ],
    });
    expect((await detailOf(stranger, id)).rating).toEqual({ count: 2, mean: 4.5 });
    expect((await bob.call('DELETE', pathOf(id, '/review'))).body).toEqual({ rating: { count: 1, mean: 5 } });
  });

  it('are rejected with their path if invalid', async () => {
    const [ann, bob] = [await somebody(), await somebody()];
    const id = await make(ann);
    for (const [body, path] of [
      [{ stars: 0 }, 'stars'],
      [{ stars: 6 }, 'stars'],
      [{ stars: 2.5 }, 'stars'],
      [{ stars: 3, text: 'x'.repeat(2001) }, 'text'],
      [{ stars: 3, mood: 'good' }, 'mood'],
    ] as const) {
      expect((await rate(bob, id, body)).body.error.issues[0]).toMatchObject({ path });
    }
    expect((await detailOf(bob, id)).rating).toBeNull();
  });

  it('of a user who becomes the owner are deleted', async () => {
    const ann = await somebody();
    const id = await make(ann);
    const heir = await bring(ann, id, 'editor');
    const { body } = await heir.call<{ id: string }>('POST', '/api/v1/auth/register', {
      email: 'rater@example.org',
      password: 'correct horse',
    });
    await rate(heir, id, { stars: 5 });
    expect(await statusOf(ann, 'POST', pathOf(id, '/transfer'), { to: body.id })).toBe(200);
    expect((await detailOf(ann, id)).rating).toBeNull();
  });
});
