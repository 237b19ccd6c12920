import { and, desc, eq, gt, lte } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { invitations } from '../sharing-schema.ts';

export type Invitation = typeof invitations.$inferSelect;

export async function insertInvitation(db: Database, row: typeof invitations.$inferInsert): Promise<Invitation> {
  const [inserted] = await db.insert(invitations).values(row).returning();
  return inserted!;
}

const isOpen = (now: Date) => gt(invitations.expiresAt, now);

/** Those of a universe that hold at a moment, the newest first. */
export function selectInvitations(db: Database, universeId: string, now: Date): Promise<Invitation[]> {
  return db
    .select()
    .from(invitations)
    .where(and(eq(invitations.universeId, universeId), isOpen(now)))
    .orderBy(desc(invitations.createdAt));
}

/** The one with a secret, where it still holds. */
export async function selectInvitationBySecret(db: Database, secretHash: string, now: Date): Promise<Invitation | null> {
  const [row] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.secretHash, secretHash), isOpen(now)));
  return row ?? null;
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
