import { AppError } from '../../shared/api/errors.ts';

/** What somebody is to one universe. `spectator` is whoever asked only to watch; `anonymous` has no identity yet. */
export type Role = 'owner' | 'editor' | 'viewer' | 'spectator' | 'anonymous';

export type Action =
  | 'universe.read'
  | 'universe.fork'
  | 'universe.update'
  | 'room.join'
  | 'room.edit'
  | 'room.transport'
  | 'room.point'
  | 'room.rename';

const allowed: Readonly<Record<Role, readonly Action[]>> = {
  owner: ['universe.read', 'universe.fork', 'universe.update', 'room.join', 'room.edit', 'room.transport', 'room.point', 'room.rename'],
  editor: ['universe.read', 'universe.fork', 'room.join', 'room.edit', 'room.transport', 'room.point', 'room.rename'],
  viewer: ['universe.read', 'universe.fork', 'room.join', 'room.point', 'room.rename'],
  spectator: ['universe.read', 'universe.fork', 'room.join', 'room.rename'],
  anonymous: ['universe.read'],
};

/** The part of a universe that decides who may do what. */
export interface Guarded {
  ownerId: string;
  isPublic: boolean;
  linkRole: 'editor' | 'viewer';
}

/** The role of somebody in a universe, or null where the universe does not exist for them. */
export function roleOf(userId: string | null, universe: Guarded): Role | null {
  if (userId !== null && userId === universe.ownerId) return 'owner';
  if (!universe.isPublic) return null;
  return userId === null ? 'anonymous' : universe.linkRole;
}

export function mayDo(role: Role | null, action: Action): boolean {
  return role !== null && allowed[role].includes(action);
}

/**
 * The role with which somebody may do `action`.
 * @throws AppError `not-found` where they may not even know of the universe, `not-allowed` where they may not do this.
 */
export function authorize(userId: string | null, universe: Guarded, action: Action): Role {
  const role = roleOf(userId, universe);
  if (role === null) throw new AppError('not-found', 'There is no such universe.');
  if (!mayDo(role, action)) throw new AppError('not-allowed', 'You may look at this universe, but not do that.');
  return role;
}
