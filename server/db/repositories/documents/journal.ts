import { sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { prepared } from '../../prepared.ts';
import { editJournal } from '../../schema.ts';

export type JournalRow = Omit<typeof editJournal.$inferSelect, 'createdAt'>;

const ofClients = prepared((db) =>
  db
    .select({ clientId: editJournal.clientId, clientSequence: editJournal.clientSequence })
    .from(editJournal)
    .where(
      sql`${editJournal.universeId} = ${sql.placeholder('id')} and ${editJournal.clientId} = any(${sql.placeholder('clientIds')}::varchar[])`,
    )
    .prepare('client-sequences'),
);

/** Returns the sequences of these clients that the journal of the universe holds. */
export function selectClientSequences(
  db: Database,
  universeId: string,
  clientIds: readonly string[],
): Promise<{ clientId: string; clientSequence: number }[]> {
  return ofClients(db).execute({ id: universeId, clientIds: [...clientIds] });
}
