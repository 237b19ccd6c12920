import type { ClientMessageName } from '../../shared/room/names.ts';
import { routes } from '../../shared/api/contract/contract.ts';
import { hashOfSecret, newSecret } from '../services/secrets/secrets.ts';
import { askTicket, enter, type RawMember, reconnect, useTicket } from './room-access.ts';
import { createVisitor, type TestServer, type Visitor } from './test-server.ts';
import { filled, password, type World } from './world.ts';

/** What somebody may do in a universe, as far as it is tried here. */
export type Right = 'edit' | 'watch' | 'moderate';

/** A universe, and somebody who has rights in it. Where the subject is not its owner, `owner` is. */
export interface Cell {
  server: TestServer;
  world: World;
  universeId: string;
  owner: Visitor;
  subject: Visitor;
  subjectId: string;
  /** The subject on another device, signed in by their password. */
  elsewhere(): Promise<Visitor>;
  /** Somebody else in the room, who hears what happens there. */
  witness: RawMember;
  /** A member who is the subject, for what is done to members. */
  memberId(): Promise<string>;
}

/** A way of losing rights. */
export interface Way {
  takes: readonly Right[];
  /** What the subject is: an editor by name, by the link, or the owner. */
  subject: 'named' | 'link' | 'owner';
  /** Where it is the link that the subject came by, it is set to this first. */
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
    // A message has no answer: it is done when the next one of the same connection is.
    await new Promise((resolve) => {
      cell.witness.room.onMessage('pong', resolve);
      cell.witness.send('ping', { sentAt: 1, needMs: null });
    });
  };

const everything = ['edit', 'watch'] as const;

/** Each way in which somebody can lose rights. */
export const ways: Readonly<Record<string, Way>> = {
  'the owner removes them': {
    takes: everything,
    subject: 'named',
    take: (cell) => cell.world.call(cell.owner, 'removePerson', person(cell)),
  },
  'they leave': { takes: everything, subject: 'named', take: (cell) => cell.world.call(cell.subject, 'removePerson', person(cell)) },
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
  'the owner kicks them': { takes: everything, subject: 'named', take: byOwnerInRoom('see-off', {}) },
  'the owner makes them a viewer in the room': { takes: ['edit'], subject: 'named', take: byOwnerInRoom('role', { role: 'viewer' }) },
  'they sign out': { takes: everything, subject: 'named', take: (cell) => cell.world.call(cell.subject, 'logOut') },
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
      // By another page of theirs: this one knows nothing of it.
      await world.call(twinOf(server, subject), 'transferUniverse', { id: universeId }, { to: await world.idOf(heir.visitor) });
    },
  },
  'an owner signs out everywhere': {
    takes: ['moderate', ...everything],
    subject: 'owner',
    take: bySelfElsewhere((device, { world }) => world.call(device, 'signOutEverywhere')),
  },
};

/** The same person on another page: the same cookie. */
const twinOf = ({ url }: TestServer, { cookie }: Visitor) => createVisitor(url, { cookie });

/** Where somebody stands when they lose a right, and how they try to use it afterwards. */
interface State {
  /** Nobody gives a role to an owner. */
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

/** A universe and those who are in its room, as a way of losing rights needs them. */
export async function createCell(server: TestServer, world: World, { subject: kind }: Way): Promise<Omit<Cell, 'memberId'>> {
  /** Somebody else, who owns the universe where the subject does not. */
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
    await world.call(device, 'logIn', {}, { email, password });
    return device;
  };
  const witness = await enter(server.url, owner, { universeId });
  return { server, world, universeId, owner, subject: visitor, subjectId, elsewhere, witness };
}

let edits = 0;
/** An edit by which it is known again whose it is. */
export const editOf = () => ({
  clientId: `client-${(edits += 1)}`,
  clientSequence: 1,
  edit: { kind: 'parameters.set', values: { gravity: 1 + (edits % 100) / 10 } },
});

/** Client ids of all edits that a universe has taken. */
export async function taken(server: TestServer, universeId: string): Promise<Set<string>> {
  const { rows } = await server.query('select client_id from edit_journal where universe_id = $1', [universeId]);
  return new Set((rows as { client_id: string }[]).map(({ client_id }) => client_id));
}

/** Whether a request that changes a parameter is let through. */
export async function mayPatch({ url }: TestServer, cookie: string, universeId: string): Promise<boolean> {
  const path = filled('updateParameters', { id: universeId, group: 'physics' });
  const { status } = await createVisitor(url).call(routes.updateParameters.method, path, { gravity: 3 }, { cookie });
  return status < 300;
}
