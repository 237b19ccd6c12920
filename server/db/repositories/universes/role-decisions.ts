import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { SharedRole } from '../../../../shared/api/universes/universe.ts';
import type { Database } from '../../database.ts';
import { invitations, invitationUses, roleDecisions } from '../../schema/sharing-schema.ts';

export interface RoleDecisionRow {
  universeId: string;
  userId: string;
  /** Null if the user was removed. */
  role: SharedRole | null;
  decidedAt: Date;
}

const isOf = (universeId: string, userId: string) => and(eq(roleDecisions.universeId, universeId), eq(roleDecisions.userId, userId));

/** Stores the owner's decision about the role of a user, at the present time if none is given, and replaces an earlier one. */
export async function putRoleDecision(tx: Database, decision: Omit<RoleDecisionRow, 'decidedAt'> & { decidedAt?: Date }): Promise<void> {
  await tx
    .insert(roleDecisions)
    .values({ ...decision, decidedAt: decision.decidedAt ?? sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: [roleDecisions.universeId, roleDecisions.userId],
      set: { role: sql`excluded.role`, decidedAt: sql`excluded.decided_at` },
    });
}

/** Returns the decision about a user that was made after an invitation. */
export async function selectDecisionSince(
  db: Database,
  invitationId: string,
  userId: string,
): Promise<Pick<RoleDecisionRow, 'role'> | null> {
  const [row] = await db
    .select({ role: roleDecisions.role })
    .from(roleDecisions)
    .innerJoin(invitations, and(eq(invitations.id, invitationId), eq(invitations.universeId, roleDecisions.universeId)))
    .where(and(eq(roleDecisions.userId, userId), lte(invitations.createdAt, roleDecisions.decidedAt)));
  return row ?? null;
}

/** Returns the decisions of owners about a user. */
export function selectRoleDecisionsOf(db: Database, userId: string): Promise<RoleDecisionRow[]> {
  return db.select().from(roleDecisions).where(eq(roleDecisions.userId, userId));
}

/** True if the user joined by an invitation that was made after a decision about another user. */
export async function cameInAfter(db: Database, userId: string, { universeId, userId: decidedAbout }: RoleDecisionRow): Promise<boolean> {
  const rows = await db
    .select({ id: invitations.id })
    .from(invitationUses)
    .innerJoin(invitations, and(eq(invitations.id, invitationUses.invitationId), eq(invitations.universeId, universeId)))
    .innerJoin(roleDecisions, isOf(universeId, decidedAbout))
    .where(and(eq(invitationUses.userId, userId), gt(invitations.createdAt, roleDecisions.decidedAt)));
  return rows.length > 0;
}
