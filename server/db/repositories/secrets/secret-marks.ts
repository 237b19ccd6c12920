import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { identities } from '../../schema/account-schema.ts';
import type { Database } from '../../database.ts';
import { notes } from '../../schema/note-schema.ts';
import { users } from '../../schema.ts';
import { secretMarks } from '../../schema/secret-schema.ts';
import { sealingKeyOf, type SealedRow } from './sealed-rows.ts';

export async function selectMark(db: Database, id: string): Promise<string | null> {
  const [row] = await db.select({ mark: secretMarks.mark }).from(secretMarks).where(eq(secretMarks.id, id));
  return row?.mark ?? null;
}

export async function writeMark(db: Database, id: string, mark: string): Promise<void> {
  await db.insert(secretMarks).values({ id, mark }).onConflictDoUpdate({ target: secretMarks.id, set: { mark } });
}

/** True if there are users: their cookies and addresses depend on the session secret. */
export async function hasUsers(db: Database): Promise<boolean> {
  return (await db.select({ id: users.id }).from(users).limit(1)).length > 0;
}

/** A sealed text of each key. An address comes with its `emailHash`. */
export interface SealedSample extends SealedRow {
  keyId: string;
  emailHash: string | null;
}

export async function selectSealedSamples(db: Database): Promise<SealedSample[]> {
  const [ofUsers, ofNotes] = [sealingKeyOf(users.email), sealingKeyOf(notes.text)];
  const addresses = await db
    .selectDistinctOn([ofUsers], { keyId: ofUsers, text: users.email, userId: users.id, emailHash: users.emailHash })
    .from(users)
    .where(isNotNull(users.email));
  const noted = await db
    .selectDistinctOn([ofNotes], { keyId: ofNotes, text: notes.text, userId: notes.userId, universeId: notes.universeId })
    .from(notes);
  return [
    ...addresses.map((sample) => ({ ...sample, text: sample.text!, universeId: null })),
    ...noted.map((sample) => ({ ...sample, emailHash: null })),
  ];
}

/** Returns all addresses that a key has sealed. */
export function selectAddressesOf(db: Database, keyId: string): Promise<{ id: string; email: string | null }[]> {
  return db
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(and(isNotNull(users.email), eq(sealingKeyOf(users.email), keyId)));
}

export async function writeEmailHash(db: Database, id: string, emailHash: string): Promise<void> {
  await db.update(users).set({ emailHash }).where(eq(users.id, id));
}

/** Deletes data that a lost key has sealed, of users who can still sign in with an identity provider: they could not open it. */
export async function dropSealedBy(db: Database, keyId: string): Promise<void> {
  const arrived = db.select({ id: identities.userId }).from(identities);
  await db.delete(notes).where(and(eq(sealingKeyOf(notes.text), keyId), inArray(notes.userId, arrived)));
  await db
    .update(users)
    .set({ email: null, emailHash: null, emailVerifiedAt: null, passwordHash: null })
    .where(and(eq(sealingKeyOf(users.email), keyId), inArray(users.id, arrived)));
}
