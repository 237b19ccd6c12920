import type { SharedRole } from '../../../shared/api/universes/universe.ts';
import type { MemberRole } from '../../../shared/room/messages.ts';
import { mayDo } from '../../auth/policy.ts';
import type { RoleDecision } from '../../services/universes/universe-service.ts';

/** A role given in a room, and the user who gave it. */
interface Grant {
  role: SharedRole;
  grantedBy: string;
}

/** Roles given in a room, by user id. They hold until the owner decides otherwise, or the user who gave one may no longer give it. */
export interface RoleGrants {
  /** Returns the role of a user in the room, given their stored role. An owner stays the owner. */
  roleOf(userId: string, role: MemberRole): MemberRole;
  give(userId: string, grant: Grant): void;
  /** Returns all grants, by user id. */
  all(): [userId: string, grant: Grant][];
  /**
   * Ends roles that a later decision of the owner overrides. `isNamed` tells whether a user has a stored role of their own, which no link
   * changes.
   */
  override(decision: RoleDecision, isNamed: (userId: string) => boolean): void;
  /** Ends the grants of users who may no longer give any. `storedRole` is null for a user who may not be in the room at all. */
  endUnbacked(storedRole: (userId: string) => MemberRole | null): void;
}

export function createRoleGrants(): RoleGrants {
  const grants = new Map<string, Grant>();

  const roleOf: RoleGrants['roleOf'] = (userId, role) => (role === 'owner' ? role : (grants.get(userId)?.role ?? role));

  return {
    roleOf,
    give: (userId, grant) => void grants.set(userId, grant),
    all: () => [...grants],

    override({ users, link }, isNamed) {
      for (const userId of users) grants.delete(userId);
      if (!link) return;
      for (const userId of grants.keys()) if (!isNamed(userId)) grants.delete(userId);
    },

    endUnbacked(storedRole) {
      const isBacked = ({ grantedBy }: Grant) => {
        const stored = storedRole(grantedBy);
        return stored !== null && mayDo(roleOf(grantedBy, stored), 'room.promote');
      };
      // A user who loses a given role may have given roles themselves.
      for (let ended = true; ended;) {
        const unbacked = [...grants].filter(([, grant]) => !isBacked(grant));
        for (const [userId] of unbacked) grants.delete(userId);
        ended = unbacked.length > 0;
      }
    },
  };
}
