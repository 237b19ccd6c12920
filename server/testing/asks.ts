import type { ErrorCode } from '../../shared/api/errors.ts';
import type { Visitor } from './test-server.ts';
import type { Ask, World } from './world.ts';

export interface Scenario {
  /** Prepares a valid request. */
  done(world: World): Promise<Ask>;
  /** Prepares requests that fail for reasons which the form of the route does not show. */
  refused?: Partial<Record<ErrorCode, (world: World) => Promise<Ask>>>;
}

export type WithUniverse = (world: World, owned: { by: Visitor; id: string }) => Promise<Omit<Ask, 'by'>>;

/** Prepares a request by the owner of a universe, with a body and parameters beside its id. */
export const onOwn = (more: WithUniverse = async () => ({})): Scenario['done'] => {
  return async (world) => {
    const owned = await world.owned();
    const { params, ...rest } = await more(world, owned);
    return { by: owned.by, params: { id: owned.id, ...params }, ...rest };
  };
};

export const asGuest =
  (body?: unknown): Scenario['done'] =>
  async (world) => ({ by: await world.guest(), body });
export const asStranger =
  (body?: unknown): Scenario['done'] =>
  async (world) => ({ by: world.stranger(), body });
export const asMember =
  (body?: unknown): Scenario['done'] =>
  async (world) => ({ by: (await world.member()).visitor, body });

export const withStoryboard: WithUniverse = async (world, { by, id }) => ({
  params: { storyboardId: (await world.storyboard(by, id)).id },
});
/** Changes the universe once, and gives the sequence of that edit. */
export const withMoment: WithUniverse = async (world, { by, id }) => {
  await world.call(by, 'updateParameters', { id, group: 'physics' }, { gravity: 2 });
  return { params: { sequence: '1' } };
};
export const withVersion: WithUniverse = async (world, { by, id }) => {
  const { params } = await withMoment(world, { by, id });
  await world.call(by, 'nameVersion', { id, ...params }, { name: 'First' });
  return { params };
};
export const withCollaborator: WithUniverse = async (world, { by, id }) => ({
  params: { userId: await world.bring(by, id, await world.guest(), 'viewer') },
});

/** Prepares a request by an editor about a universe of another owner. */
export const onOthers =
  (more: Omit<Ask, 'by'> = {}): Scenario['done'] =>
  async (world) => ({ by: await world.guest(), params: { id: (await world.owned()).id }, ...more });

export const withThread: WithUniverse = async (world, { by, id }) => ({
  params: { commentId: (await world.call(by, 'writeComment', { id }, { text: 'A thread.' })).id },
});
export const withNote: WithUniverse = async (world, { by, id }) => (await world.call(by, 'writeNote', { id }, { text: 'Mine.' }), {});
export const withReply: WithUniverse = async (world, { by, id }) => {
  const thread = await withThread(world, { by, id });
  const reply = await world.call(by, 'replyToComment', { id, ...thread.params }, { text: 'A reply.' });
  return { params: { commentId: reply.id } };
};
export const withDeleted: WithUniverse = async (world, { by, id }) => {
  const thread = await withThread(world, { by, id });
  await world.call(by, 'deleteComment', { id, ...thread.params });
  return thread;
};
/** Prepares a universe, then fills it with comments. */
export const thenFull =
  (prepare: WithUniverse): WithUniverse =>
  async (world, owned) => {
    const prepared = await prepare(world, owned);
    await world.fillWithComments(owned.id);
    return prepared;
  };
export const withBody =
  (prepare: WithUniverse, body: object): WithUniverse =>
  async (...given) => ({ ...(await prepare(...given)), body });

export const templateBody = { name: 'A start', sentence: 'To go on from.', category: 'calm' };

/** Prepares a request by the author of a template. */
export const onOwnTemplate =
  (more: Omit<Ask, 'by'> = {}): Scenario['done'] =>
  async (world) => {
    const by = await world.guest();
    return { by, params: { id: (await world.template(by)).id }, ...more };
  };
