import { and, asc, desc, eq, gt, inArray, lt, lte, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { users } from '../../schema.ts';
import { invitations, invitationUses } from '../../schema/sharing-schema.ts';
import { publicColumns, type PublicUser } from '../accounts/users.ts';

export type InvitationRow = typeof invitations.$inferSelect;

export async function insertInvitation(db: Database, row: typeof invitations.$inferInsert): Promise<InvitationRow> {
  const [inserted] = await db.insert(invitations).values(row).returning();
  return inserted!;
}

const isOpen = (now: Date) => gt(invitations.expiresAt, now);
const isUnused = lt(invitations.uses, invitations.maxUses);

export type ListedInvitation = InvitationRow & { usedBy: PublicUser[] };

/** Returns the unexpired invitations of a universe, used up or not, newest first, each with the users who accepted it. */
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

/** Returns the invitation with a secret, unless it has expired. */
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

/** Counts the use of an invitation. @returns false if it is expired or used up: concurrent uses do not exceed the limit. */
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

/** Moves the invitation uses of a guest to the account that they sign in to. */
export async function moveInvitationUses(tx: Database, fromUserId: string, toUserId: string): Promise<void> {
  const rows = await tx.delete(invitationUses).where(eq(invitationUses.userId, fromUserId)).returning();
  for (const row of rows)
    await tx
      .insert(invitationUses)
      .values({ ...row, userId: toUserId })
      .onConflictDoNothing();
}

/** Deletes the invitations by which a user joined a universe: they know the links. */
export async function deleteInvitationsUsedBy(tx: Database, universeId: string, userId: string): Promise<void> {
  const used = tx.select({ id: invitationUses.invitationId }).from(invitationUses).where(eq(invitationUses.userId, userId));
  await tx.delete(invitations).where(and(eq(invitations.universeId, universeId), inArray(invitations.id, used)));
}

export async function deleteInvitationsOf(tx: Database, universeId: string): Promise<void> {
  await tx.delete(invitations).where(eq(invitations.universeId, universeId));
}

/** @returns false if the universe has no such invitation. */
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
