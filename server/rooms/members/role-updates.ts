import type { MemberRole } from '../../../shared/room/messages.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { hiddenCloseCode } from '../../../shared/room/names.ts';
import type { MemberState } from '../../../shared/room/state.ts';
import type { Universe } from '../../services/universes/universe-service.ts';
import type { RoleGrants } from '../presence/role-grants.ts';
import type { Kicks } from '../presence/kicks.ts';
import type { RoomServices } from '../room-services.ts';
import type { createConnections } from './connections.ts';
import type { Admission, RoomClient } from './room-client.ts';
import type { RoomPresence } from '../presence/room-presence-contract.ts';

/** The parts of a room that hold its roles. */
export interface RoleVenue {
  readonly universeId: string;
  memberOf(client: RoomClient): MemberState | undefined;
  readonly grants: RoleGrants;
  readonly gathering: Pick<RoomPresence, 'rule'>;
  /** Sends all members all that has happened, before their role changes. */
  tellAll(): void;
}

/** Roles in a room: the stored role, or the one that was given in the room. */
interface Roles {
  /** The role that a universe gives; null where it is hidden. */
  of(universe: Universe, admission: Admission): MemberRole | null;
  /** Gives all members the roles that they have by the universe now, and closes the connections of those who have none. */
  apply(universe: Universe): void;
}

export function createRoles(
  venue: RoleVenue,
  connections: ReturnType<typeof createConnections>,
  seenOff: Pick<Kicks, 'has'>,
  storedRoleOf: RoomServices['storedRoleOf'],
): Roles {
  const roleOf = (universe: Universe, admission: Admission): MemberRole | null => {
    const stored = storedRoleOf(universe, admission);
    return stored && venue.grants.roleOf(admission.userId, stored);
  };

  return {
    of: roleOf,
    apply(universe) {
      venue.gathering.rule(universe);
      venue.grants.endUnbacked((userId) =>
        seenOff.has(venue.universeId, userId) ? null : storedRoleOf(universe, { userId, isKnown: true, asked: 'edit' }),
      );
      const changed = connections
        .all()
        .map((client) => ({ client, role: roleOf(universe, client.auth!) }))
        .filter(({ client, role }) => client.auth!.role !== role);
      if (changed.length > 0) venue.tellAll();
      for (const { client, role } of changed) {
        if (role === null) {
          connections.end(client, hiddenCloseCode, refuse('no-universe'));
          continue;
        }
        client.auth!.role = role;
        venue.memberOf(client)?.assign({ role, editing: '' });
      }
    },
  };
}
