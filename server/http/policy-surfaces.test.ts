import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RouteName, type RouteResponse, routes } from '../../shared/api/contract/contract.ts';
import { universeLists } from '../../shared/api/universes/lists.ts';
import type { JoinOptions } from '../../shared/room/messages.ts';
import { clientMessageNames } from '../../shared/room/names.ts';
import { type Action, actions, mayDo, type Role } from '../auth/policy.ts';
import { messageSurfaces } from '../testing/message-surfaces.ts';
import { thumbnailJpeg } from '../testing/thumbnail-jpeg.ts';
import { startWorld, filled, story, type World } from '../testing/world.ts';
import { join, type TestServer, type Visitor } from '../testing/test-server.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  ({ server, world } = await startWorld('<!doctype html>page'));
});
afterAll(() => server.stop());

/** A visitor, a universe, and the visitor's role in it. */
interface Situation {
  /** Unique word by which lists find the universe. */
  word: string;
  id: string;
  owner: Visitor;
  visitor: Visitor;
  /** Role of the visitor once they have an identity. */
  role: Role | null;
  /** Role of the visitor before they become a guest. */
  roleAtFirst: Role | null;
}

type SetUp = (world: World, owner: Visitor, id: string) => Promise<Pick<Situation, 'visitor' | 'role'> & Partial<Situation>>;

const open = { isPublic: true, linkRole: 'editor' } as const;
const watched = { isPublic: true, linkRole: 'viewer' } as const;
const hidden = { isPublic: false } as const;

const change = (patch: object, then: SetUp): SetUp => {
  return async (at, owner, id) => {
    await at.call(owner, 'updateUniverse', { id }, patch);
    return then(at, owner, id);
  };
};
const byLink =
  (role: Role): SetUp =>
  async (at) => ({ visitor: await at.guest(), role });
const asCollaborator =
  (role: 'editor' | 'viewer'): SetUp =>
  async (at, owner, id) => {
    const visitor = await at.guest();
    await at.bring(owner, id, visitor, role);
    return { visitor, role };
  };
const unknown =
  (role: Role | null): SetUp =>
  async (at) => ({ visitor: at.stranger(), role, roleAtFirst: role === null ? null : 'anonymous' });

/** Users by their role in a universe, or without one. */
const setUps: Readonly<Record<string, SetUp>> = {
  'the owner': async (_at, owner) => ({ visitor: owner, role: 'owner' }),
  'the owner of a private universe': change(hidden, async (_at, owner) => ({ visitor: owner, role: 'owner' })),
  'an editor by link': change(open, byLink('editor')),
  'a collaborator who is an editor': change(hidden, asCollaborator('editor')),
  'a viewer by link': change(watched, byLink('viewer')),
  'a collaborator who is a viewer': change(hidden, asCollaborator('viewer')),
  'a stranger, universe with a link for editors': change(open, unknown('editor')),
  'a stranger, universe with a link for viewers': change(watched, unknown('viewer')),
  'a guest, private universe': change(hidden, async (at) => ({ visitor: await at.guest(), role: null })),
  'a stranger, private universe': change(hidden, unknown(null)),
  'the owner, universe in the trash': async (at, owner, id) => {
    await at.call(owner, 'deleteUniverse', { id });
    return { visitor: owner, role: 'trashOwner' };
  },
  'a collaborator who is an editor, universe in the trash': async (at, owner, id) => {
    const { visitor } = await asCollaborator('editor')(at, owner, id);
    await at.call(owner, 'deleteUniverse', { id });
    return { visitor, role: 'trashCollaborator' };
  },
};

let words = 0;
async function situate(setUp: SetUp): Promise<Situation> {
  const owner = await world.guest();
  const { id } = await world.universe(owner);
  words += 1;
  const word = `word${words}x`;
  await world.call(owner, 'updateUniverse', { id }, { name: word });
  const given = await setUp(world, owner, id);
  return { word, id, owner, roleAtFirst: given.role, ...given };
}

/** Returns what the policy answers to a role for an action. */
function expected(role: Role | null, action: Action): 'done' | 'not-allowed' | 'not-found' {
  if (mayDo(role, action)) return 'done';
  return mayDo(role, 'universe.read') ? 'not-allowed' : 'not-found';
}

interface RouteSurface {
  action: Action;
  /** The answer to a role if more than the policy decides. */
  answer?(role: Role | null): string;
  /** A stranger becomes a guest by the request. */
  makesGuest?: true;
  body?: object;
  /** Prepares further parameters as the owner, before the visitor acts. */
  prepare?(at: World, owner: Visitor, id: string): Promise<Record<string, string>>;
}

const board: RouteSurface['prepare'] = async (at, owner, id) => ({ storyboardId: (await at.storyboard(owner, id)).id, version: '1' });
const thread: RouteSurface['prepare'] = async (at, owner, id) => ({
  commentId: (await at.call(owner, 'writeComment', { id }, { text: 'Mine.' })).id,
});
const deleted: RouteSurface['prepare'] = async (at, owner, id) => {
  const params = await thread!(at, owner, id);
  await at.call(owner, 'deleteComment', { id, ...params });
  return params;
};
/** Comments of the owner, deleted or not, which only the owner may change. */
const ownersAlone = (others: 'not-allowed' | 'not-found') => (role: Role | null) =>
  role !== 'owner' && mayDo(role, 'comment.write') ? others : expected(role, 'comment.write');
const moment: RouteSurface['prepare'] = async () => ({ sequence: '0' });
const person: RouteSurface['prepare'] = async (at, owner, id) => ({ userId: await at.bring(owner, id, await at.guest(), 'viewer') });

/** Every route about a universe, with the action that it requires. */
const routeSurfaces: Partial<Record<RouteName, RouteSurface>> = {
  getUniverse: { action: 'universe.read' },
  exportUniverse: { action: 'universe.export' },
  getThumbnail: {
    action: 'universe.read',
    prepare: async (at, owner, id) => (await at.call(owner, 'putThumbnail', { id }, thumbnailJpeg()), {}),
  },
  putThumbnail: { action: 'thumbnail.change', makesGuest: true, body: thumbnailJpeg() },
  getParameters: { action: 'universe.read', prepare: async () => ({ group: 'music' }) },
  updateParameters: { action: 'room.edit', makesGuest: true, prepare: async () => ({ group: 'physics' }), body: { gravity: 2 } },
  addFavourite: { action: 'universe.read', makesGuest: true },
  removeFavourite: { action: 'universe.read', makesGuest: true },
  updateUniverse: { action: 'universe.update', makesGuest: true, body: { description: 'Mine.' } },
  deleteUniverse: { action: 'universe.delete', makesGuest: true },
  restoreUniverse: { action: 'universe.restore', makesGuest: true },
  listCollaborators: { action: 'collaborators.read', makesGuest: true },
  changeRole: { action: 'collaborators.change', makesGuest: true, prepare: person, body: { role: 'editor' } },
  removeCollaborator: { action: 'collaborators.change', makesGuest: true, prepare: person },
  listInvitations: { action: 'invitations.read', makesGuest: true },
  invite: { action: 'invitations.change', makesGuest: true, body: { role: 'viewer', days: 1 } },
  withdrawInvitation: {
    action: 'invitations.change',
    makesGuest: true,
    prepare: async (at, owner, id) => ({ invitationId: (await at.invitation(owner, id)).id }),
  },
  listComments: { action: 'comment.read' },
  writeComment: { action: 'comment.write', body: { text: 'Here.' } },
  replyToComment: { action: 'comment.write', prepare: thread, body: { text: 'Yes.' } },
  editComment: { action: 'comment.write', answer: ownersAlone('not-allowed'), prepare: thread, body: { text: 'Better.' } },
  restoreComment: { action: 'comment.write', answer: ownersAlone('not-found'), prepare: deleted },
  resolveComment: { action: 'comment.resolve', prepare: thread, body: { isResolved: true } },
  deleteComment: {
    action: 'comment.moderate',
    // The comment is the owner's own, which they may delete even while the universe is in the trash.
    answer: (role) => (role === 'trashOwner' ? 'done' : expected(role, 'comment.moderate')),
    prepare: thread,
  },
  getNote: { action: 'note.write' },
  writeNote: { action: 'note.write', body: { text: 'Mine.' } },
  deleteNote: { action: 'note.write' },
  listReviews: { action: 'review.read' },
  writeReview: { action: 'review.write', body: { stars: 5 } },
  deleteReview: { action: 'review.write' },
  listHistory: { action: 'history.read', makesGuest: true },
  listVersions: { action: 'history.read', makesGuest: true },
  restoreHistoryEntry: { action: 'history.change', makesGuest: true, prepare: moment },
  nameVersion: { action: 'history.change', makesGuest: true, prepare: moment, body: { name: 'Good' } },
  unnameVersion: {
    action: 'history.change',
    makesGuest: true,
    prepare: async (at, owner, id) => {
      await at.call(owner, 'nameVersion', { id, sequence: '0' }, { name: 'Good' });
      return { sequence: '0' };
    },
  },
  listStoryboards: { action: 'storyboard.read' },
  getStoryboard: { action: 'storyboard.read', prepare: board },
  listStoryboardVersions: { action: 'storyboard.read', prepare: board },
  saveStoryboard: { action: 'storyboard.change', makesGuest: true, body: { content: story } },
  updateStoryboard: { action: 'storyboard.change', makesGuest: true, prepare: board, body: { content: story, basedOn: 1 } },
  deleteStoryboard: { action: 'storyboard.change', makesGuest: true, prepare: board },
  duplicateStoryboard: { action: 'storyboard.change', makesGuest: true, prepare: board },
  restoreStoryboardVersion: { action: 'storyboard.change', makesGuest: true, prepare: board },
};

const outcome = ({ status, body }: { status: number; body: unknown }) =>
  status < 300 ? 'done' : (body as { error: { code: string } }).error.code;

type Prepared = Situation & { params: Partial<Record<RouteName, Record<string, string>>> };

/** A universe that is prepared for some routes. */
async function prepareFor(names: readonly RouteName[], setUp: SetUp): Promise<Prepared> {
  const params: Prepared['params'] = {};
  const situation = await situate(async (at, owner, id) => {
    for (const name of names) params[name] = (await routeSurfaces[name]!.prepare?.(at, owner, id)) ?? {};
    return setUp(at, owner, id);
  });
  return { ...situation, params };
}

describe.each(Object.keys(setUps))('%s', (user) => {
  /** Shared by requests that change nothing: those that read, and those that the policy refuses. */
  let unchanged: Prepared;
  let isUnknown = false;
  beforeAll(async () => {
    unchanged = await prepareFor(Object.keys(routeSurfaces) as RouteName[], setUps[user]!);
    isUnknown = unchanged.visitor.cookie === '';
  });

  it.each(Object.entries(routeSurfaces) as [RouteName, RouteSurface][])('gets what the policy says for %s', async (name, surface) => {
    const asked = surface.makesGuest ? unchanged.role : unchanged.roleAtFirst;
    const promised = surface.answer?.(asked) ?? expected(asked, surface.action);
    const changes = promised === 'done' && routes[name].method !== 'GET';
    const { id, visitor, params } = changes ? await prepareFor([name], setUps[user]!) : unchanged;
    // A stranger whom a request makes a guest is a stranger no more.
    const asking = isUnknown && !changes ? world.stranger() : visitor;
    const answer = await asking.call(routes[name].method, filled(name, { id, ...params[name] }), surface.body);
    expect(outcome(answer)).toBe(promised);
  });

  it('remixes, transfers and leaves as the policy says', async () => {
    const remixed = await situate(setUps[user]!);
    const remix = await remixed.visitor.call('POST', routes.createUniverse.path, { forkOf: remixed.id });
    expect(outcome(remix)).toBe(expected(remixed.role, 'universe.fork'));

    let to = '';
    const given = await situate(async (at, owner, id) => {
      to = await at.bring(owner, id, (await at.member()).visitor, 'viewer');
      return setUps[user]!(at, owner, id);
    });
    const gift = await given.visitor.call('POST', filled('transferUniverse', { id: given.id }), { to });
    expect(outcome(gift)).toBe(expected(given.role, 'universe.transfer'));

    const left = await situate(setUps[user]!);
    const userId = await world.idOf(left.visitor);
    const leaving = await left.visitor.call('DELETE', filled('removeCollaborator', { id: left.id, userId }));
    // A user by link alone may leave, but has no role of their own to give up.
    const isCollaborator = user.includes('collaborator');
    expect(outcome(leaving)).toBe(
      mayDo(left.role, 'collaborators.leave') && !isCollaborator ? 'not-found' : expected(left.role, 'collaborators.leave'),
    );
  });

  it('finds the universe in lists, by search, as a page, and as the source of a remix, if readable', async () => {
    let remix = '';
    const { id, word, visitor, roleAtFirst } = await situate(async (at, owner, universeId) => {
      remix = (await at.universe(owner, { forkOf: universeId })).id;
      return setUps[user]!(at, owner, universeId);
    });
    const mayRead = mayDo(roleAtFirst, 'universe.read');
    const found: boolean[] = [];
    for (const list of universeLists) {
      for (const query of [`?list=${list}&q=${word}`, `?list=${list}`]) {
        const { body } = await visitor.call<RouteResponse<'listUniverses'>>('GET', routes.listUniverses.path + query);
        found.push(body.universes.some((universe) => universe.id === id));
      }
    }
    expect(found.includes(true)).toBe(mayRead);
    for (const path of [`/u/${id}`, `/u/${id}/watch`]) expect((await visitor.call('GET', path)).status).toBe(mayRead ? 200 : 404);
    const { body } = await visitor.call<RouteResponse<'getUniverse'>>('GET', filled('getUniverse', { id: remix }));
    expect(body.forkedFrom?.id).toBe(mayRead ? id : undefined);
  });

  it('may send in the room what the role allows', async () => {
    const { id, visitor, role, roleAtFirst } = await situate(setUps[user]!);
    for (const as of ['edit', 'spectate'] as const) {
      const joined = await tryToJoin(visitor, { universeId: id, as });
      // Editing needs an identity, however public the universe is; watching does not.
      const isUnknown = visitor.cookie === '';
      const entered = isUnknown && as === 'edit' ? 'no-session' : expected(roleAtFirst, as === 'edit' ? 'room.join' : 'room.watch');
      expect([as, typeof joined === 'string' ? joined : 'done']).toEqual([as, entered]);
      if (typeof joined === 'string') continue;
      const actual = as === 'spectate' ? 'spectator' : role;
      for (const [index, name] of clientMessageNames.entries()) {
        const { action, payload, done = 'done' } = messageSurfaces[name];
        const before = joined.heard.refused.length;
        joined.send(name, payload);
        // The pong comes after the answer of the policy, whatever other pings there were.
        joined.send('ping', { sentAt: 1000 + index, needMs: null });
        await joined.until(() => joined.heard.pong.some(({ sentAt }) => sentAt === 1000 + index));
        // A member without an identity has no name to change.
        const answer = isUnknown && name === 'profile' ? 'not-found' : mayDo(actual, action) ? done : 'not-allowed';
        // What the database refuses may come later.
        if (answer !== 'done') await joined.until(() => joined.heard.refused[before]);
        expect([as, name, joined.heard.refused[before]?.error.code ?? 'done']).toEqual([as, name, answer]);
      }
      await joined.room.leave();
    }
  });
});

async function tryToJoin(visitor: Visitor, options: JoinOptions) {
  try {
    return await join(server.url, visitor, options);
  } catch (error) {
    const { code } = error as { code: number };
    return { 401: 'no-session', 403: 'not-allowed', 404: 'not-found' }[code] ?? String(error);
  }
}

it('covers every action of the policy, and every route about a universe', () => {
  const elsewhere: Action[] = ['universe.fork', 'universe.transfer', 'collaborators.leave', 'room.watch'];
  const tried = [...Object.values(routeSurfaces), ...Object.values(messageSurfaces)].map(({ action }) => action);
  expect(actions.filter((action) => ![...tried, ...elsewhere].includes(action))).toEqual([]);
  const about = (Object.keys(routes) as RouteName[]).filter((name) => routes[name].path.includes('/universes/:id'));
  expect(about.filter((name) => name !== 'transferUniverse' && !(name in routeSurfaces))).toEqual([]);
});
