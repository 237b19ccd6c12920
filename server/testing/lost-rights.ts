import type { ClientMessageName } from '../../shared/room/names.ts';
import { routes } from '../../shared/api/contract/contract.ts';
import { hashOfSecret, newSecret } from '../services/secrets/secrets.ts';
import { askTicket, enter, type RawMember, reconnect, useTicket } from './room-access.ts';
import { createVisitor, type TestServer, type Visitor } from './test-server.ts';
import { filled, password, type World } from './world.ts';

/** Rights in a universe that are tested here. */
export type Right = 'edit' | 'watch' | 'moderate';

/** A universe, and a user with rights in it, the subject. `owner` is another user, who owns it unless the subject does. */
export interface Cell {
  server: TestServer;
  world: World;
  universeId: string;
  owner: Visitor;
  subject: Visitor;
  subjectId: string;
  /** Signs the subject in on another device, by password. */
  elsewhere(): Promise<Visitor>;
  /** The other user in the room, who receives what happens there. */
  witness: RawMember;
  /** Returns the id of a member of the subject, for actions on members. */
  memberId(): Promise<string>;
}

/** A way to lose rights. */
export interface Way {
  takes: readonly Right[];
  /** Role of the subject: an editor by name, by the link, or the owner. */
  subject: 'named' | 'link' | 'owner';
  /** Link role that is set first, for a subject by link. */
  linkRole?: 'viewer' | 'editor';
  take(cell: Cell): Promise<unknown>;
}

const person = ({ universeId, subjectId }: Cell) => ({ id: universeId, userId: subjectId });
const id = ({ universeId }: Cell) => ({ id: universeId });
const bySelfElsewhere =
  (act: (device: Visitor, cell: Cell) => Promise<unknown>): Way['take'] =>
  async (cell) =>
    act(await cell.elsewhere(), cell);
const byOwnerInRoom =
  (name: ClientMessageName, payload: object): Way['take'] =>
  async (cell) => {
    const payloadOf = { memberId: await cell.memberId(), ...payload };
    cell.witness.send(name, payloadOf);
    // A message has no answer: it is handled when the next one of the same connection is.
    await new Promise((resolve) => {
      cell.witness.room.onMessage('pong', resolve);
      cell.witness.send('ping', { sentAt: 1, needMs: null });
    });
  };

const everything = ['edit', 'watch'] as const;

/** Each way to lose rights. */
export const ways: Readonly<Record<string, Way>> = {
  'the owner removes them': {
    takes: everything,
    subject: 'named',
    take: (cell) => cell.world.call(cell.owner, 'removeCollaborator', person(cell)),
  },
  'they leave': { takes: everything, subject: 'named', take: (cell) => cell.world.call(cell.subject, 'removeCollaborator', person(cell)) },
  'the owner makes them a viewer': {
    takes: ['edit'],
    subject: 'named',
    take: (cell) => cell.world.call(cell.owner, 'changeRole', person(cell), { role: 'viewer' }),
  },
  'the owner makes the universe private': {
    takes: everything,
    subject: 'link',
    take: (cell) => cell.world.call(cell.owner, 'updateUniverse', id(cell), { isPublic: false }),
  },
  'the owner makes the link one for viewers': {
    takes: ['edit'],
    subject: 'link',
    take: (cell) => cell.world.call(cell.owner, 'updateUniverse', id(cell), { linkRole: 'viewer' }),
  },
  'the owner deletes the universe': {
    takes: everything,
    subject: 'named',
    take: (cell) => cell.world.call(cell.owner, 'deleteUniverse', id(cell)),
  },
  'the owner deletes their account': {
    takes: everything,
    subject: 'named',
    take: (cell) => cell.world.call(cell.owner, 'deleteMe', {}, {}),
  },
  'the owner kicks them': { takes: everything, subject: 'named', take: byOwnerInRoom('kick', {}) },
  'the owner makes them a viewer in the room': { takes: ['edit'], subject: 'named', take: byOwnerInRoom('role', { role: 'viewer' }) },
  'they sign out': { takes: everything, subject: 'named', take: (cell) => cell.world.call(cell.subject, 'signOut') },
  'they sign out everywhere': {
    takes: everything,
    subject: 'named',
    take: bySelfElsewhere((device, { world }) => world.call(device, 'signOutEverywhere')),
  },
  'they change their password': {
    takes: everything,
    subject: 'named',
    take: bySelfElsewhere((device, { world }) => world.call(device, 'changePassword', {}, { current: password, next: 'another horse' })),
  },
  'they reset their password': {
    takes: everything,
    subject: 'named',
    async take({ server, world, subjectId }) {
      const secret = newSecret();
      await server.query(
        `insert into mail_secrets (secret_hash, user_id, purpose, expires_at) values ($1, $2, 'reset', now() + interval '1 hour')`,
        [hashOfSecret(secret), subjectId],
      );
      await world.call(world.stranger(), 'resetPassword', {}, { secret, password: 'another horse' });
    },
  },
  'they delete their account': {
    takes: everything,
    subject: 'named',
    take: bySelfElsewhere((device, { world }) => world.call(device, 'deleteMe', {}, { password })),
  },
  'they give the universe away': {
    takes: ['moderate'],
    subject: 'owner',
    async take({ world, subject, universeId, server }) {
      const heir = await world.member();
      await world.bring(subject, universeId, heir.visitor, 'editor');
      // On another page of theirs, so that this one does not know.
      await world.call(twinOf(server, subject), 'transferUniverse', { id: universeId }, { to: await world.idOf(heir.visitor) });
    },
  },
  'an owner signs out everywhere': {
    takes: ['moderate', ...everything],
    subject: 'owner',
    take: bySelfElsewhere((device, { world }) => world.call(device, 'signOutEverywhere')),
  },
};

/** Returns the same user on another page, with the same cookie. */
const twinOf = ({ url }: TestServer, { cookie }: Visitor) => createVisitor(url, { cookie });

/** State of a connection when its user loses a right, and a way to use the right afterwards. */
interface State {
  /** True if the state needs a given role, which an owner cannot get. */
  notForOwners?: true;
  prepare(cell: Cell): Promise<{ memberId?: string; use(): Promise<RawMember | null> }>;
}

const asEditor = ({ universeId }: Cell) => ({ universeId });
const nobody = () => null;

export const states: Readonly<Record<string, State>> = {
  connected: {
    async prepare(cell) {
      const member = await enter(cell.server.url, cell.subject, asEditor(cell));
      return { memberId: member.memberId, use: async () => member };
    },
  },
  disconnected: {
    async prepare(cell) {
      const { cookie } = cell.subject;
      const member = await enter(cell.server.url, cell.subject, asEditor(cell));
      member.cut();
      return { memberId: member.memberId, use: () => reconnect(cell.server.url, cookie, member.room.reconnectionToken).catch(nobody) };
    },
  },
  'holding a ticket': {
    async prepare(cell) {
      const { cookie } = cell.subject;
      const ticket = await askTicket(cell.server.url, cell.subject, asEditor(cell));
      return { use: () => useTicket(cell.server.url, cookie, ticket).catch(nobody) };
    },
  },
  'deaf to the close frame': {
    async prepare(cell) {
      const member = await enter(cell.server.url, cell.subject, asEditor(cell));
      member.deafen();
      return { memberId: member.memberId, use: async () => member };
    },
  },
  'watching, with a role given in the room': {
    notForOwners: true,
    async prepare(cell) {
      const member = await enter(cell.server.url, cell.subject, { ...asEditor(cell), as: 'spectate' });
      cell.witness.send('role', { memberId: member.memberId, role: 'editor' });
      await until(() => member.room.state.members.get(member.memberId)?.role === 'editor');
      return { memberId: member.memberId, use: async () => member };
    },
  },
};

export async function until(holds: () => unknown): Promise<void> {
  const deadline = performance.now() + 8000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('Waited in vain.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Creates a universe and the members of its room, for one way to lose rights. */
export async function createCell(server: TestServer, world: World, { subject: kind }: Way): Promise<Omit<Cell, 'memberId'>> {
  /** The other user, who owns the universe unless the subject does. */
  const owner = await world.guest();
  const { visitor, email } = await world.member();
  const { id: universeId } = await world.universe(kind === 'owner' ? visitor : owner);
  const isOwner = kind === 'owner';
  const sharing = kind === 'link' ? ({ isPublic: true, linkRole: 'editor' } as const) : { isPublic: false };
  await world.call(isOwner ? visitor : owner, 'updateUniverse', { id: universeId }, sharing);
  if (isOwner) await world.bring(visitor, universeId, owner, 'editor');
  if (kind === 'named') await world.bring(owner, universeId, visitor, 'editor');
  const subjectId = await world.idOf(visitor);
  const elsewhere = async () => {
    const device = world.stranger();
    await world.call(device, 'signIn', {}, { email, password });
    return device;
  };
  const witness = await enter(server.url, owner, { universeId });
  return { server, world, universeId, owner, subject: visitor, subjectId, elsewhere, witness };
}

let edits = 0;
/** Creates an edit whose client id identifies its author. */
export const editOf = () => ({
  clientId: `client-${(edits += 1)}`,
  clientSequence: 1,
  edit: { kind: 'parameters.set', values: { gravity: 1 + (edits % 100) / 10 } },
});

/** Returns the client ids of all edits in the journal of a universe. */
export async function taken(server: TestServer, universeId: string): Promise<Set<string>> {
  const { rows } = await server.query('select client_id from edit_journal where universe_id = $1', [universeId]);
  return new Set((rows as { client_id: string }[]).map(({ client_id }) => client_id));
}

/** Returns whether a request may change a parameter. */
export async function mayPatch({ url }: TestServer, cookie: string, universeId: string): Promise<boolean> {
  const path = filled('updateParameters', { id: universeId, group: 'physics' });
  const { status } = await createVisitor(url).call(routes.updateParameters.method, path, { gravity: 3 }, { cookie });
  return status < 300;
}
