import type { LockGroup } from '../../../shared/universe/index.ts';
import { type Action, authorize, type Role } from '../../auth/policy.ts';
import type { Universe, UniverseService } from '../../services/universes/universe-service.ts';
import type { User } from '../../services/accounts/user-service.ts';

/** A universe that somebody may do something with. */
export interface Allowed {
  universe: Universe;
  role: Role;
  /** What in it is locked to them; nothing is to its owner. */
  locks: readonly LockGroup[];
}

/** Finds the universe of a path where `user`, null being a stranger, may do that with it. It throws what `authorize` does. */
export function allowedIn(universes: Pick<UniverseService, 'get'>) {
  return async (user: User | null, id: string | undefined, action: Action): Promise<Allowed> => {
    const universe = await universes.get(id!);
    const role = authorize(user?.id ?? null, universe, action);
    return { universe, role, locks: role === 'owner' ? [] : universe.locks };
  };
}
