import { and, eq, gt, lte } from 'drizzle-orm';
import type { MailSecretPurpose } from '../../../../shared/api/accounts/user.ts';
import { mailSecrets } from '../../schema/account-schema.ts';
import type { Database } from '../../database.ts';

export async function insertMailSecret(db: Database, row: typeof mailSecrets.$inferInsert): Promise<void> {
  await db.insert(mailSecrets).values(row);
}

interface Wanted {
  secretHash: string;
  purpose: MailSecretPurpose;
  now: Date;
}

const isThat = ({ secretHash, purpose, now }: Wanted) =>
  and(eq(mailSecrets.secretHash, secretHash), eq(mailSecrets.purpose, purpose), gt(mailSecrets.expiresAt, now));

/** Returns the user of a secret, unless it has expired. */
export async function selectMailSecret(db: Database, wanted: Wanted): Promise<string | null> {
  const [row] = await db.select({ userId: mailSecrets.userId }).from(mailSecrets).where(isThat(wanted));
  return row?.userId ?? null;
}

/** Uses a secret, which is valid once, and deletes all others of the same user and purpose. @returns the user */
export async function takeMailSecret(tx: Database, wanted: Wanted): Promise<string | null> {
  const [row] = await tx.delete(mailSecrets).where(isThat(wanted)).returning({ userId: mailSecrets.userId });
  if (!row) return null;
  await tx.delete(mailSecrets).where(and(eq(mailSecrets.userId, row.userId), eq(mailSecrets.purpose, wanted.purpose)));
  return row.userId;
}

export async function deleteExpiredMailSecrets(db: Database, now: Date): Promise<void> {
  await db.delete(mailSecrets).where(lte(mailSecrets.expiresAt, now));
}
