import type { RoleDecision, Universe } from '../../services/universes/universe-service.ts';

type Roles = Pick<Universe, 'ownerId' | 'isPublic' | 'linkRole' | 'collaborators'>;

/** Returns what an owner has decided between two states of a universe, where no event told it. */
export function decisionBetween(before: Roles, after: Roles): RoleDecision {
  const users = new Set([...Object.keys(before.collaborators), ...Object.keys(after.collaborators)]);
  const changed = [...users].filter((userId) => before.collaborators[userId] !== after.collaborators[userId]);
  const owners = before.ownerId === after.ownerId ? [] : [before.ownerId, after.ownerId];
  return { users: [...changed, ...owners], link: before.isPublic !== after.isPublic || before.linkRole !== after.linkRole };
}
