import type { LockGroup } from '../../../shared/universe/index.ts';
import { type Action, authorize, type Role } from '../../auth/policy.ts';
import type { Universe, UniverseService } from '../../services/universes/universe-service.ts';
import type { User } from '../../services/accounts/user-service.ts';

/** A universe that a user may act on. */
export interface Allowed {
  universe: Universe;
  role: Role;
  /** Groups that are locked for the user; none for the owner. */
  locks: readonly LockGroup[];
}

/**
 * Returns a function that finds the universe of a path if `user` (null for a stranger) may do the action. That function throws what
 * `authorize` throws.
 */
export function allowedIn(universes: Pick<UniverseService, 'get'>) {
  return async (user: User | null, id: string | undefined, action: Action): Promise<Allowed> => {
    const universe = await universes.get(id!);
    const role = authorize(user?.id ?? null, universe, action);
    return { universe, role, locks: role === 'owner' ? [] : universe.locks };
  };
}
