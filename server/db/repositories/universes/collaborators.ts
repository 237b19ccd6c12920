import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { SharedRole } from '../../../../shared/api/universes/universe.ts';
import type { Database } from '../../database.ts';
import { universes, users } from '../../schema.ts';
import { collaborators } from '../../schema/sharing-schema.ts';
import { moveInvitationUses } from './invitations.ts';
import { cameInAfter, putRoleDecision, selectRoleDecisionsOf } from './role-decisions.ts';
import { publicColumns, type PublicUser } from '../accounts/users.ts';

export type CollaboratorRow = PublicUser & { role: SharedRole; since: Date };

/** Returns the collaborators of a universe, in the order in which they joined. */
export function selectCollaborators(db: Database, universeId: string): Promise<CollaboratorRow[]> {
  return db
    .select({ ...publicColumns, role: collaborators.role, since: collaborators.createdAt })
    .from(collaborators)
    .innerJoin(users, eq(users.id, collaborators.userId))
    .where(eq(collaborators.universeId, universeId))
    .orderBy(asc(collaborators.createdAt), asc(users.id));
}

export async function countCollaborators(db: Database, universeId: string): Promise<number> {
  return db.$count(collaborators, eq(collaborators.universeId, universeId));
}

/** Returns the role of a collaborator, or null. */
export async function selectCollaboratorRole(db: Database, universeId: string, userId: string): Promise<SharedRole | null> {
  const [row] = await db.select({ role: collaborators.role }).from(collaborators).where(isOf(universeId, userId));
  return row?.role ?? null;
}

/** The higher of two roles of a user. */
const higherRole = sql`case when 'editor' in (${collaborators.role}, excluded.role) then 'editor' else 'viewer' end`;

/** Gives a user a role in a universe; a higher role is kept. */
export async function addCollaborator(db: Database, universeId: string, userId: string, role: SharedRole): Promise<void> {
  await db
    .insert(collaborators)
    .values({ universeId, userId, role })
    .onConflictDoUpdate({ target: [collaborators.universeId, collaborators.userId], set: { role: higherRole } });
}

const isOf = (universeId: string, userId: string) => and(eq(collaborators.universeId, universeId), eq(collaborators.userId, userId));

/** @returns false if the user is not a collaborator. */
export async function setCollaboratorRole(db: Database, universeId: string, userId: string, role: SharedRole): Promise<boolean> {
  const rows = await db.update(collaborators).set({ role }).where(isOf(universeId, userId)).returning({ userId: collaborators.userId });
  return rows.length === 1;
}

/** @returns false if the user was not a collaborator. */
export async function removeCollaborator(db: Database, universeId: string, userId: string): Promise<boolean> {
  const rows = await db.delete(collaborators).where(isOf(universeId, userId)).returning({ userId: collaborators.userId });
  return rows.length === 1;
}

/**
 * Moves the roles of a user to another, after the universes have moved. The owner's decisions about either user stay in effect: a removed
 * user does not regain a role by signing in. @returns the universes concerned.
 */
export async function moveCollaborations(db: Database, fromUserId: string, toUserId: string): Promise<string[]> {
  const decisions = new Map((await selectRoleDecisionsOf(db, toUserId)).map((decision) => [decision.universeId, decision]));
  const rows = await db.delete(collaborators).where(eq(collaborators.userId, fromUserId)).returning();
  for (const { universeId, role } of rows) {
    const decision = decisions.get(universeId);
    const given = decision && !(await cameInAfter(db, fromUserId, decision)) ? decision.role : role;
    if (given !== null) await addCollaborator(db, universeId, toUserId, given);
  }
  for (const decision of await selectRoleDecisionsOf(db, fromUserId)) {
    const other = decisions.get(decision.universeId);
    if (!other || other.decidedAt < decision.decidedAt) await putRoleDecision(db, { ...decision, userId: toUserId });
  }
  await moveInvitationUses(db, fromUserId, toUserId);
  // An owner has no role as a collaborator.
  const own = db.select({ id: universes.id }).from(universes).where(eq(universes.ownerId, toUserId));
  await db.delete(collaborators).where(and(eq(collaborators.userId, toUserId), inArray(collaborators.universeId, own)));
  return rows.map(({ universeId }) => universeId);
}
