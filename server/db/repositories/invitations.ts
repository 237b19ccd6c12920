import { and, asc, desc, eq, gt, inArray, lt, lte, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { users } from '../schema.ts';
import { invitations, invitationUses } from '../sharing-schema.ts';
import { publicColumns, type PublicUser } from './users.ts';

export type InvitationRow = typeof invitations.$inferSelect;

export async function insertInvitation(db: Database, row: typeof invitations.$inferInsert): Promise<InvitationRow> {
  const [inserted] = await db.insert(invitations).values(row).returning();
  return inserted!;
}

const isOpen = (now: Date) => gt(invitations.expiresAt, now);
const isUnused = lt(invitations.uses, invitations.maxUses);

export type ListedInvitation = InvitationRow & { usedBy: PublicUser[] };

/** Those of a universe that have not expired at a moment, used up or not, the newest first, each with who came in by it. */
export async function selectInvitations(db: Database, universeId: string, now: Date): Promise<ListedInvitation[]> {
  const rows = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.universeId, universeId), isOpen(now)))
    .orderBy(desc(invitations.createdAt), desc(invitations.id));
  const used = await db
    .select({ invitationId: invitationUses.invitationId, user: publicColumns })
    .from(invitationUses)
    .innerJoin(users, eq(users.id, invitationUses.userId))
    .where(
      inArray(
        invitationUses.invitationId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(invitationUses.createdAt), asc(invitationUses.userId));
  return rows.map((row) => ({ ...row, usedBy: used.filter(({ invitationId }) => invitationId === row.id).map(({ user }) => user) }));
}

/** The one with a secret, where it still holds. */
export async function selectInvitationBySecret(db: Database, secretHash: string, now: Date): Promise<InvitationRow | null> {
  const [row] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.secretHash, secretHash), isOpen(now)));
  return row ?? null;
}

export async function hasUsedInvitation(db: Database, invitationId: string, userId: string): Promise<boolean> {
  const isThat = and(eq(invitationUses.invitationId, invitationId), eq(invitationUses.userId, userId));
  return (await db.select({ userId: invitationUses.userId }).from(invitationUses).where(isThat)).length > 0;
}

/** Counts a user who comes in by an invitation. @returns false where it does not hold any more: of many at once, as many get in as it says. */
export async function useInvitation(tx: Database, invitationId: string, userId: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(invitations)
    .set({ uses: sql`${invitations.uses} + 1` })
    .where(and(eq(invitations.id, invitationId), isOpen(now), isUnused))
    .returning({ id: invitations.id });
  if (rows.length === 0) return false;
  await tx.insert(invitationUses).values({ invitationId, userId }).onConflictDoNothing();
  return true;
}

/** Gives what a guest came in by to the account that they sign in to. */
export async function moveInvitationUses(tx: Database, fromUserId: string, toUserId: string): Promise<void> {
  const rows = await tx.delete(invitationUses).where(eq(invitationUses.userId, fromUserId)).returning();
  for (const row of rows)
    await tx
      .insert(invitationUses)
      .values({ ...row, userId: toUserId })
      .onConflictDoNothing();
}

/** Withdraws the invitations by which a user came into a universe: they know the links. */
export async function deleteInvitationsUsedBy(tx: Database, universeId: string, userId: string): Promise<void> {
  const used = tx.select({ id: invitationUses.invitationId }).from(invitationUses).where(eq(invitationUses.userId, userId));
  await tx.delete(invitations).where(and(eq(invitations.universeId, universeId), inArray(invitations.id, used)));
}

export async function deleteInvitationsOf(tx: Database, universeId: string): Promise<void> {
  await tx.delete(invitations).where(eq(invitations.universeId, universeId));
}

/** @returns false where that universe has no such invitation. */
export async function deleteInvitation(db: Database, universeId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(invitations)
    .where(and(eq(invitations.universeId, universeId), eq(invitations.id, id)))
    .returning({ id: invitations.id });
  return rows.length === 1;
}

export async function deleteExpiredInvitations(db: Database, now: Date): Promise<void> {
  await db.delete(invitations).where(lte(invitations.expiresAt, now));
}
