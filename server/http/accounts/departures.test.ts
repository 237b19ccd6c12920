import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteName } from '../../../shared/api/contract/contract.ts';
import type { ErrorBody } from '../../../shared/api/errors.ts';
import { filled, password, startWorld, type World } from '../../testing/world.ts';
import { thumbnailJpeg } from '../../testing/thumbnail-jpeg.ts';
import type { TestServer, Visitor } from '../../testing/test-server.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  ({ server, world } = await startWorld());
});
afterAll(() => server.stop());

/** Makes a private universe of an account, with an editor who has an account and a viewer who is a guest. */
async function shared() {
  const { visitor: owner } = await world.member();
  const { id } = await world.universe(owner, { templateId: 'pulsar' });
  await world.call(owner, 'updateUniverse', { id }, { isPublic: false, name: 'Ours' });
  const [{ visitor: editor }, viewer] = [await world.member(), await world.guest()];
  const [editorId, viewerId] = [await world.bring(owner, id, editor, 'editor'), await world.bring(owner, id, viewer, 'viewer')];
  const { document } = await world.call(owner, 'getUniverse', { id });
  return { owner, id, editor, viewer, editorId, viewerId, document };
}
const leave = (owner: Visitor, heirs?: Record<string, string>) => world.call(owner, 'deleteMe', {}, { password, heirs });
const told = async (visitor: Visitor) => (await world.call(visitor, 'listNotifications')).notifications;
const copyable = async (visitor: Visitor) => (await world.call(visitor, 'listTrash')).copyable;

describe('a universe whose owner deletes their account', () => {
  it('can be copied by its collaborators, who are notified, and by nobody else', async () => {
    const { owner, id, editor, viewer, document } = await shared();
    const { visitor: left } = await world.member();
    await world.call(left, 'removeCollaborator', { id, userId: await world.bring(owner, id, left, 'editor') });
    await world.call(owner, 'writeComment', { id }, { text: 'Said by the owner.' });
    await world.call(owner, 'putThumbnail', { id }, thumbnailJpeg());
    await leave(owner);
    for (const visitor of [editor, viewer]) {
      expect(await told(visitor)).toMatchObject([{ kind: 'owner-left', universe: { id, name: 'Ours' }, actor: null, commentId: null }]);
      expect((await world.call(visitor, 'countNotifications')).unread).toBe(1);
      expect(await copyable(visitor)).toMatchObject([{ id, name: 'Ours', owner: null }]);
      const { status, body } = await visitor.call<ErrorBody>('GET', filled('getUniverse', { id }));
      expect([status, body.error.message]).toEqual([404, expect.stringContaining('you can take a copy')]);
      const copy = await world.call(visitor, 'createUniverse', {}, { forkOf: id, name: 'Mine now' });
      expect(copy).toMatchObject({ name: 'Mine now', role: 'owner', forkedFrom: null, document });
    }
    for (const visitor of [left, await world.guest(), world.stranger()]) {
      expect((await visitor.call('GET', filled('getUniverse', { id }))).status).toBe(404);
      expect((await visitor.call('POST', filled('createUniverse'), { forkOf: id })).status).toBe(404);
    }
    const { rows } = await server.query(
      `select u.display_name, u.email, un.is_public, (select count(*) from comments where universe_id = un.id)::int as comments
       from universes un join users u on u.id = un.owner_id where un.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ display_name: 'Deleted account', email: null, is_public: false, comments: 0 }]);
  });

  it('is named in notifications even after it is deleted for good', async () => {
    const { owner, id, editor } = await shared();
    await leave(owner);
    await server.query('delete from universes where id = $1', [id]);
    expect(await told(editor)).toMatchObject([{ kind: 'owner-left', universe: { id, name: 'Ours' } }]);
    expect(await copyable(editor)).toEqual([]);
  });

  it('goes to the heir that the owner names, unchanged', async () => {
    const { owner, id, editor, editorId, viewer, document } = await shared();
    const { displayName } = await world.call(editor, 'getMe');
    expect((await world.call(owner, 'listHeirs')).universes).toMatchObject([{ id, name: 'Ours', heirs: [{ id: editorId, displayName }] }]);
    await leave(owner, { [id]: editorId });
    expect(await world.call(editor, 'getUniverse', { id })).toMatchObject({ role: 'owner', document });
    expect(await world.call(viewer, 'getUniverse', { id })).toMatchObject({ role: 'viewer' });
    expect((await told(editor)).map(({ kind, actor }) => [kind, actor])).toEqual([['transferred', null]]);
    expect((await world.call(editor, 'listCollaborators', { id })).collaborators).toHaveLength(1);
  });

  it('goes to no guest, no stranger and no collaborator of another universe, and nothing is deleted then', async () => {
    const { owner, id, viewerId } = await shared();
    const other = await shared();
    for (const heirs of [{ [id]: viewerId }, { [id]: other.editorId }, { [other.id]: other.editorId }, { nowhere: viewerId }]) {
      const { status, body } = await owner.call<ErrorBody>('DELETE', filled('deleteMe'), { password, heirs });
      expect([status, body.error.issues[0]!.path]).toEqual([400, `heirs.${Object.keys(heirs)[0]!}`]);
    }
    expect(await world.call(owner, 'getUniverse', { id })).toMatchObject({ role: 'owner' });
  });

  it('is deleted at once if it has no collaborators', async () => {
    const { visitor: owner } = await world.member();
    const { id } = await world.universe(owner);
    await leave(owner);
    expect((await server.query('select id from universes where id = $1', [id])).rows).toEqual([]);
  });
});

it('notifies collaborators of a deleted universe, lets them copy it, and withdraws both when it is restored', async () => {
  const { owner, id, editor, viewer } = await shared();
  await world.call(owner, 'deleteUniverse', { id });
  const { displayName } = await world.call(owner, 'getMe');
  expect(await told(editor)).toMatchObject([{ kind: 'deleted', actor: { displayName }, universe: { id } }]);
  expect(await copyable(viewer)).toMatchObject([{ id, owner: { displayName } }]);
  expect(await told(owner)).toEqual([]);
  await world.call(editor, 'createUniverse', {}, { forkOf: id });
  await world.call(owner, 'restoreUniverse', { id });
  expect([await told(editor), await copyable(editor)]).toEqual([[], []]);
  expect(await world.call(editor, 'getUniverse', { id })).toMatchObject({ role: 'editor' });
});

describe('a user’s own contributions', () => {
  /** The content that a user can add to a universe, with the routes that make and delete it. */
  const own: Record<string, { make: [RouteName, object | undefined]; remove: RouteName; left: string }> = {
    review: { make: ['writeReview', { stars: 4 }], remove: 'deleteReview', left: 'select 1 from reviews where universe_id = $1' },
    comment: {
      make: ['writeComment', { text: 'Mine.' }],
      remove: 'deleteComment',
      left: 'select 1 from comments where universe_id = $1 and deleted_at is null',
    },
    note: { make: ['writeNote', { text: 'Mine.' }], remove: 'deleteNote', left: 'select 1 from notes where universe_id = $1' },
    favourite: { make: ['addFavourite', undefined], remove: 'removeFavourite', left: 'select 1 from favourites where universe_id = $1' },
    collaboration: {
      make: ['getUniverse', undefined],
      remove: 'removeCollaborator',
      left: 'select 1 from collaborators where universe_id = $1',
    },
  };
  /** Events of a universe after a user contributed to it. */
  const fates: Record<string, (owner: Visitor, id: string, userId: string) => Promise<unknown>> = {
    'is no longer shared with them': async (owner, id, userId) => {
      await world.call(owner, 'removeCollaborator', { id, userId });
      await world.call(owner, 'updateUniverse', { id }, { isPublic: false });
    },
    'is in the trash': (owner, id) => world.call(owner, 'deleteUniverse', { id }),
    'lost its owner': (owner) => leave(owner),
  };

  it.each(Object.keys(fates))('can be deleted when the universe %s', async (fate) => {
    const contributions = Object.entries(own).filter(([name]) => name !== 'collaboration' || fate !== 'is no longer shared with them');
    await Promise.all(
      contributions.map(async ([name, { make, remove, left }]) => {
        const { visitor: owner } = await world.member();
        const { id } = await world.universe(owner);
        const { visitor } = await world.member();
        const userId = await world.bring(owner, id, visitor, 'editor');
        const made = (await world.call(visitor, make[0], { id }, make[1] as never)) as { id?: string };
        await fates[fate]!(owner, id, userId);
        const params = { id, userId, commentId: made.id ?? '' };
        const stranger = await world.guest();
        expect([name, (await stranger.call('DELETE', filled(remove, params))).status]).toEqual([name, 404]);
        const answer = await visitor.call<Record<string, unknown>>('DELETE', filled(remove, params));
        expect([name, answer.status, answer.body]).toEqual([name, 200, expect.anything()]);
        expect([name, (await server.query(left, [id])).rows]).toEqual([name, []]);
      }),
    );
  });

  it('are exported with the ids by which they can be deleted', async () => {
    const { visitor: owner } = await world.member();
    const { id } = await world.universe(owner);
    const { visitor } = await world.member();
    const comment = await world.call(visitor, 'writeComment', { id }, { text: 'Mine.' });
    await world.call(visitor, 'writeReview', { id }, { stars: 2 });
    expect((await world.call(visitor, 'listLeftBehind')).left).toEqual([]);
    await world.call(owner, 'updateUniverse', { id }, { isPublic: false });
    const { left } = await world.call(visitor, 'listLeftBehind');
    expect(left.map(({ kind, universeId, commentId, text }) => [kind, universeId, commentId, text])).toEqual([
      ['comment', id, comment.id, 'Mine.'],
      ['review', id, null, ''],
    ]);
    const { comments, reviews } = await world.call(visitor, 'exportMe');
    expect([comments[0]!.id, comments[0]!.universeId, reviews[0]!.universeId]).toEqual([comment.id, id, id]);
    await world.call(visitor, 'deleteComment', { id, commentId: comment.id });
    await world.call(visitor, 'deleteReview', { id });
    const after = await world.call(visitor, 'exportMe');
    expect([after.comments, after.reviews, (await world.call(visitor, 'listLeftBehind')).left]).toEqual([[], [], []]);
  });
});
