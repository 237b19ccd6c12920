import { and, asc, eq } from 'drizzle-orm';
import { identities } from '../../schema/account-schema.ts';
import type { Database } from '../../database.ts';

export type IdentityRow = typeof identities.$inferSelect;

/** Returns the identity for a subject of an identity provider. */
export async function selectIdentity(db: Database, provider: string, subject: string): Promise<IdentityRow | null> {
  const [row] = await db
    .select()
    .from(identities)
    .where(and(eq(identities.provider, provider), eq(identities.subject, subject)));
  return row ?? null;
}

/** Returns all identities of a user, oldest first. */
export function selectIdentitiesOf(db: Database, userId: string): Promise<IdentityRow[]> {
  return db.select().from(identities).where(eq(identities.userId, userId)).orderBy(asc(identities.createdAt), asc(identities.provider));
}

/** @returns false if the subject belongs to a user, or the user has another subject of that provider. */
export async function insertIdentity(db: Database, row: typeof identities.$inferInsert): Promise<boolean> {
  const rows = await db.insert(identities).values(row).onConflictDoNothing().returning({ provider: identities.provider });
  return rows.length === 1;
}

export async function deleteIdentitiesOf(db: Database, userId: string): Promise<void> {
  await db.delete(identities).where(eq(identities.userId, userId));
}

/** @returns false if the user has no identity of that provider. */
export async function deleteIdentity(db: Database, userId: string, provider: string): Promise<boolean> {
  const rows = await db
    .delete(identities)
    .where(and(eq(identities.userId, userId), eq(identities.provider, provider)))
    .returning({ provider: identities.provider });
  return rows.length === 1;
}
