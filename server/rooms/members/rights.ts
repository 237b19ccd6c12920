import type { AppError } from '../../../shared/api/errors.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { kickedCloseCode } from '../../../shared/room/names.ts';
import { mayDo } from '../../auth/policy.ts';
import type { RoleDecision, Universe } from '../../services/universes/universe-service.ts';
import { createKicks, type Kicks } from '../presence/kicks.ts';
import { notAllowed } from '../handlers/not-allowed.ts';
import type { RoomServices } from '../room-services.ts';
import { present } from '../run/beat.ts';
import { createConnections } from './connections.ts';
import type { DroppedConnections } from './dropped-connections.ts';
import { whenFree } from '../../ops/when-free.ts';
import { createRevocations, type Revocations } from './revocations.ts';
import { decisionBetween } from './role-decision.ts';
import { createRoles, type RoleVenue } from './role-updates.ts';
import type { RoomClient } from './room-client.ts';

/** A read that failed is tried again after this time: until then the rights are unknown. */
const retryMs = 250;

/** The rights of the members of a room, and of those who may return to it: read again when they may have changed, and when they are used. */
export interface Rights {
  /** The universe as it was last read. */
  readonly universe: Universe;
  /** Reads the universe for the first time. @throws AppError `not-found` */
  open(): Promise<void>;
  /** Reads the universe after a change. A decision of the owner overrides roles that were given in the room. */
  reconsider(decision: RoleDecision): Promise<void>;
  /** Reads the universe and the sessions of the members, in case the event of a change was lost. */
  recheck(): void;
  /** Closes the connections of a user whose sessions were ended, and waits for none of them. */
  revoke(userId: string): void;
  /** Closes the connections of a user and keeps them out for a while. */
  kick(userId: string): void;
  /** The reason why a user may not edit by a request either, by decisions in the room; null where no decision is against it. */
  refusalOf(userId: string): AppError | null;
  /**
   * Checks again a member who takes the seat that they were given a while ago.
   * @throws AppError `not-allowed` or `not-found` where it is not theirs any more.
   */
  readmit(client: RoomClient): Promise<void>;
  close(): void;
}

/** The parts of a room that are needed to know and to end rights in it. */
interface Venue extends RoleVenue {
  readonly clients: Iterable<RoomClient>;
  readonly ghosts: DroppedConnections;
}

/** The users who may not enter the rooms of a process. */
export interface Exclusions {
  readonly revocations: Revocations;
  readonly seenOff: Kicks;
}

export function createExclusions({ onRevoke }: Pick<RoomServices, 'onRevoke'>): Exclusions {
  const revocations = createRevocations(present);
  onRevoke(revocations.add);
  return { revocations, seenOff: createKicks(() => Date.now()) };
}

/** To its room a universe that is gone has no owner, and is hidden. */
const gone = (universe: Universe): Universe => ({ ...universe, ownerId: '', isPublic: false, collaborators: {} });

export function createRights(venue: Venue, services: RoomServices, { revocations, seenOff }: Exclusions): Rights {
  const connections = createConnections(venue, services);
  const roles = createRoles(venue, connections, seenOff, services.storedRoleOf);
  let universe: Universe;
  let [reads, newest] = [0, 0];
  let [isOpen, isClosed] = [false, false];

  const isNamed = (userId: string) => Object.hasOwn(universe.collaborators, userId);

  /** Reads the universe. Of two reads the later counts: it includes the changes until it began. */
  const read = async (decide?: (before: Universe, after: Universe) => RoleDecision) => {
    reads += 1;
    const own = reads;
    const found = await services.find(venue.universeId);
    if (own < newest) return;
    newest = own;
    const before = universe;
    universe = found ?? gone(universe);
    if (decide) venue.grants.override(decide(before, universe), isNamed);
    roles.apply(universe);
  };

  const recheck = whenFree(async () => {
    if (!isOpen) return;
    try {
      await read(decisionBetween);
      const keys = connections.all().flatMap((client) => client.auth!.sessionKey ?? []);
      const ended = await services.endedAmong(keys);
      for (const client of connections.all()) if (ended.has(client.auth!.sessionKey ?? '')) connections.end(client);
    } catch (error) {
      services.report(error, `room ${venue.universeId}, checking the rights again`);
    }
  });

  return {
    get universe() {
      return universe;
    },

    async open() {
      universe = await services.get(venue.universeId);
      venue.gathering.rule(universe);
      isOpen = true;
    },

    async reconsider({ users, link }) {
      venue.grants.override({ users, link }, isNamed);
      while (!isClosed) {
        try {
          return await read();
        } catch (error) {
          services.report(error, `room ${venue.universeId}, reading who may do what`);
          await new Promise((resolve) => setTimeout(resolve, retryMs));
        }
      }
    },

    recheck,

    revoke(userId) {
      for (const client of connections.of(userId)) connections.end(client);
    },

    kick(userId) {
      seenOff.add(venue.universeId, userId);
      for (const client of connections.of(userId)) connections.end(client, kickedCloseCode, refuse('kicked-now'));
      venue.grants.override({ users: [userId], link: false }, () => false);
      roles.apply(universe);
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
      const role = roles.of(universe, admission);
      if (role === null || client.userData?.dismissed) throw refuse('no-universe');
      admission.role = role;
    },

    close() {
      [isOpen, isClosed] = [false, true];
    },
  };
}
