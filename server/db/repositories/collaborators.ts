import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { SharedRole } from '../../../shared/api/universes/universe.ts';
import type { Database } from '../database.ts';
import { universes, users } from '../schema.ts';
import { collaborators } from '../sharing-schema.ts';
import { moveInvitationUses } from './invitations.ts';
import { cameInAfter, putRoleDecision, selectRoleDecisionsOf } from './role-decisions.ts';
import { publicColumns, type PublicUser } from './users.ts';

export type CollaboratorRow = PublicUser & { role: SharedRole; since: Date };

/** Who has a role of their own in a universe, the first first. */
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

/** The role of their own that somebody has in a universe, or null. */
export async function selectCollaboratorRole(db: Database, universeId: string, userId: string): Promise<SharedRole | null> {
  const [row] = await db.select({ role: collaborators.role }).from(collaborators).where(isOf(universeId, userId));
  return row?.role ?? null;
}

/** What two roles of the same person come to: the one that allows more. */
const higherRole = sql`case when 'editor' in (${collaborators.role}, excluded.role) then 'editor' else 'viewer' end`;

/** Gives somebody a role in a universe; one that allows more is kept. */
export async function addCollaborator(db: Database, universeId: string, userId: string, role: SharedRole): Promise<void> {
  await db
    .insert(collaborators)
    .values({ universeId, userId, role })
    .onConflictDoUpdate({ target: [collaborators.universeId, collaborators.userId], set: { role: higherRole } });
}

const isOf = (universeId: string, userId: string) => and(eq(collaborators.universeId, universeId), eq(collaborators.userId, userId));

/** @returns false where they have no role of their own there. */
export async function setCollaboratorRole(db: Database, universeId: string, userId: string, role: SharedRole): Promise<boolean> {
  const rows = await db.update(collaborators).set({ role }).where(isOf(universeId, userId)).returning({ userId: collaborators.userId });
  return rows.length === 1;
}

/** @returns false where they had no role of their own there. */
export async function removeCollaborator(db: Database, universeId: string, userId: string): Promise<boolean> {
  const rows = await db.delete(collaborators).where(isOf(universeId, userId)).returning({ userId: collaborators.userId });
  return rows.length === 1;
}

/**
 * Gives the roles of one user to another, to be called when the universes have changed hands. What an owner has decided about either holds:
 * nobody gets back by signing in what was taken from them. @returns the universes they are in.
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
  // Whoever has become the owner needs no role beside that.
  const own = db.select({ id: universes.id }).from(universes).where(eq(universes.ownerId, toUserId));
  await db.delete(collaborators).where(and(eq(collaborators.userId, toUserId), inArray(collaborators.universeId, own)));
  return rows.map(({ universeId }) => universeId);
}
