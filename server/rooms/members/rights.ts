import type { AppError } from '../../../shared/api/errors.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { hiddenCloseCode, seenOffCloseCode } from '../../../shared/room/names.ts';
import type { MemberRole } from '../../../shared/room/messages.ts';
import type { MemberState } from '../../../shared/room/state.ts';
import { mayDo } from '../../auth/policy.ts';
import type { RoleDecision, Universe } from '../../services/universes/universe-service.ts';
import { present } from '../run/beat.ts';
import type { Gathering } from '../gathering/gathering.ts';
import type { RoleGrants } from '../gathering/role-grants.ts';
import { createSeenOff, type SeenOff } from '../gathering/seen-off.ts';
import type { Ghosts } from './ghosts.ts';
import { notAllowed } from '../handlers/not-allowed.ts';
import { dismiss } from '../line.ts';
import type { Admission, RoomClient } from './room-client.ts';
import { createRevocations, type Revocations } from './revocations.ts';
import type { RoomServices } from '../room-services.ts';

/** A read that failed is tried again after so long: until then nobody knows what holds. */
const retryMs = 250;

/** What members of a room, and those who may come back to it, may do: asked anew when it may have changed, and when it is used. */
export interface Rights {
  /** The universe as it was last read. */
  readonly universe: Universe;
  /** Reads the universe for the first time. @throws AppError `not-found` */
  open(): Promise<void>;
  /** Something about the universe has changed. Roles that were given in the room give way to what the owner has decided. */
  reconsider(decision: RoleDecision): Promise<void>;
  /** Sessions of a user were ended: their connections are closed, and none is waited for. */
  revoke(userId: string): void;
  /** Closes the connections of a user and keeps them out for a while. */
  kick(userId: string): void;
  /** Why a user may not edit by a request either, by what was decided in the room; null where the room says nothing against it. */
  refusalOf(userId: string): AppError | null;
  /**
   * Asks again for somebody who takes the seat that they were given a while ago.
   * @throws AppError `not-allowed` or `not-found` where it is not theirs any more.
   */
  readmit(client: RoomClient): Promise<void>;
  close(): void;
}

/** What of a room is needed to know and to end rights in it. */
interface Venue {
  readonly universeId: string;
  memberOf(client: RoomClient): MemberState | undefined;
  readonly clients: Iterable<RoomClient>;
  readonly ghosts: Ghosts;
  readonly grants: RoleGrants;
  readonly gathering: Pick<Gathering, 'rule'>;
  /** Tells everybody all that happened, before their role changes. */
  tellAll(): void;
}

/** What the rooms of a process remember of those who may not come in. */
export interface Exclusions {
  readonly revocations: Revocations;
  readonly seenOff: SeenOff;
}

export function createExclusions({ onRevoke }: Pick<RoomServices, 'onRevoke'>): Exclusions {
  const revocations = createRevocations(present);
  onRevoke(revocations.add);
  return { revocations, seenOff: createSeenOff(() => Date.now()) };
}

/** To its room a universe that is gone is nobody's, and hidden. */
const gone = (universe: Universe): Universe => ({ ...universe, ownerId: '', isPublic: false, collaborators: {} });

export function createRights(venue: Venue, services: RoomServices, { revocations, seenOff }: Exclusions): Rights {
  let universe: Universe;
  let [reads, newest] = [0, 0];
  let isClosed = false;
  const roleOf = (admission: Admission): MemberRole | null => {
    const stored = services.storedRoleOf(universe, admission);
    return stored && venue.grants.roleOf(admission.userId, stored);
  };

  /** Those who are here, and those who are waited for. */
  const everybody = () => [...venue.clients, ...venue.ghosts.clients];
  const connectionsOf = (userId: string) => everybody().filter((client) => client.auth!.userId === userId);

  /** Ends a connection, or the wait for one. */
  const end = (client: RoomClient, code?: number, why?: AppError) => {
    if (client.userData) services.snapshots.withdraw(client.userData.memberId);
    dismiss(client, code, why);
    venue.ghosts.dispel(client);
  };

  const apply = () => {
    venue.gathering.rule(universe);
    venue.grants.endUnbacked((userId) =>
      seenOff.has(venue.universeId, userId) ? null : services.storedRoleOf(universe, { userId, isKnown: true, asked: 'edit' }),
    );
    const changed = everybody()
      .map((client) => ({ client, role: roleOf(client.auth!) }))
      .filter(({ client, role }) => client.auth!.role !== role);
    if (changed.length > 0) venue.tellAll();
    for (const { client, role } of changed) {
      if (role === null) {
        end(client, hiddenCloseCode, refuse('no-universe'));
        continue;
      }
      client.auth!.role = role;
      venue.memberOf(client)?.assign({ role, editing: '' });
    }
  };

  /** Reads who may do what. Of two reads the one that began later counts: it knows what had been changed until then. */
  const read = async () => {
    reads += 1;
    const own = reads;
    const found = await services.find(venue.universeId);
    if (own < newest) return;
    newest = own;
    universe = found ?? gone(universe);
    apply();
  };

  return {
    get universe() {
      return universe;
    },

    async open() {
      universe = await services.get(venue.universeId);
      venue.gathering.rule(universe);
    },

    async reconsider({ users, link }) {
      venue.grants.override({ users, link }, (userId) => Object.hasOwn(universe.collaborators, userId));
      while (!isClosed) {
        try {
          return await read();
        } catch (error) {
          services.report(error, `room ${venue.universeId}, reading who may do what`);
          await new Promise((resolve) => setTimeout(resolve, retryMs));
        }
      }
    },

    revoke(userId) {
      for (const client of connectionsOf(userId)) end(client);
    },

    kick(userId) {
      seenOff.add(venue.universeId, userId);
      for (const client of connectionsOf(userId)) end(client, seenOffCloseCode, refuse('kicked-now'));
      venue.grants.override({ users: [userId], link: false }, () => false);
      apply();
    },

    refusalOf(userId) {
      const isKicked = seenOff.has(venue.universeId, userId);
      return isKicked || !mayDo(venue.grants.roleOf(userId, 'editor'), 'room.edit') ? notAllowed('edit', 'room.edit') : null;
    },

    async readmit(client) {
      const admission = client.auth!;
      await read();
      if (revocations.since(admission.userId, admission.admittedAtMs)) {
        throw refuse('room-session-ended');
      }
      seenOff.refuse(venue.universeId, admission.userId);
      const role = roleOf(admission);
      if (role === null || client.userData?.dismissed) throw refuse('no-universe');
      admission.role = role;
    },

    close() {
      isClosed = true;
    },
  };
}
