import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { editJournal } from '../../schema.ts';

export type JournalRow = Omit<typeof editJournal.$inferSelect, 'createdAt'>;

/** Returns the sequences of these clients that the journal of the universe holds. */
export function selectClientSequences(
  db: Database,
  universeId: string,
  clientIds: readonly string[],
): Promise<{ clientId: string; clientSequence: number }[]> {
  return db
    .select({ clientId: editJournal.clientId, clientSequence: editJournal.clientSequence })
    .from(editJournal)
    .where(and(eq(editJournal.universeId, universeId), inArray(editJournal.clientId, [...clientIds])));
}
