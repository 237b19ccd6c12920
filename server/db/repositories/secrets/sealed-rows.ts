import { and, asc, count, eq, gt, isNotNull, ne, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { users } from '../../schema.ts';
import { notes } from '../../schema/note-schema.ts';

/** A sealed text, with the place that it is bound to: a note on a universe, or the address of a user. */
export interface SealedRow {
  text: string;
  userId: string;
  universeId: string | null;
}

/** The id of the key that has sealed a text. */
export const sealingKeyOf = (column: typeof users.email | typeof notes.text) => sql<string>`split_part(${column}, '.', 1)`;

/** A table with sealed texts. */
export interface SealedTable {
  /** Returns texts that other keys have sealed, after a row in the order of the primary key. */
  notSealedBy(db: Database, keyId: string, after: SealedRow | null, limit: number): Promise<SealedRow[]>;
  /** Replaces a text, unless the row has another one by now. @returns whether it was replaced. */
  replace(db: Database, row: SealedRow, text: string): Promise<boolean>;
  /** Counts the texts of each key. */
  countByKey(db: Database): Promise<{ keyId: string; count: number }[]>;
}

const ofAddresses = sealingKeyOf(users.email);
const ofNotes = sealingKeyOf(notes.text);

export const sealedAddresses: SealedTable = {
  async notSealedBy(db, keyId, after, limit) {
    const rows = await db
      .select({ text: users.email, userId: users.id })
      .from(users)
      .where(and(ne(ofAddresses, keyId), after ? gt(users.id, after.userId) : undefined))
      .orderBy(asc(users.id))
      .limit(limit);
    return rows.map(({ text, userId }) => ({ text: text!, userId, universeId: null }));
  },
  async replace(db, { userId, text: before }, email) {
    const changed = await db
      .update(users)
      .set({ email })
      .where(and(eq(users.id, userId), eq(users.email, before)))
      .returning({ id: users.id });
    return changed.length === 1;
  },
  countByKey: (db) => db.select({ keyId: ofAddresses, count: count() }).from(users).where(isNotNull(users.email)).groupBy(ofAddresses),
};

export const sealedNotes: SealedTable = {
  notSealedBy: (db, keyId, after, limit) =>
    db
      .select({ text: notes.text, userId: notes.userId, universeId: notes.universeId })
      .from(notes)
      .where(
        and(ne(ofNotes, keyId), after ? sql`(${notes.userId}, ${notes.universeId}) > (${after.userId}, ${after.universeId})` : undefined),
      )
      .orderBy(asc(notes.userId), asc(notes.universeId))
      .limit(limit),
  async replace(db, { userId, universeId, text: before }, text) {
    const changed = await db
      .update(notes)
      .set({ text })
      .where(and(eq(notes.userId, userId), eq(notes.universeId, universeId!), eq(notes.text, before)))
      .returning({ id: notes.userId });
    return changed.length === 1;
  },
  countByKey: (db) => db.select({ keyId: ofNotes, count: count() }).from(notes).groupBy(ofNotes),
};
