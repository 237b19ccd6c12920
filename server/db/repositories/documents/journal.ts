import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { editJournal, universes } from '../../schema.ts';

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

/**
 * Appends rows in a single statement, if `epoch` is still that of the universe.
 * @returns false, with nothing written, if another server has opened the universe since.
 */
export async function insertJournal(db: Database, universeId: string, epoch: number, rows: readonly JournalRow[]): Promise<boolean> {
  const payload = rows.map((row) => ({
    sequence: row.sequence,
    tick: row.tick,
    user_id: row.userId,
    client_id: row.clientId,
    client_sequence: row.clientSequence,
    edit: row.edit,
  }));
  const result = (await db.execute(sql`
    with holder as (
      update ${universes} set edit_count = edit_count + ${rows.length}::integer, updated_at = now()
      where id = ${universeId} and epoch = ${epoch}::integer returning id
    )
    insert into ${editJournal} (universe_id, sequence, epoch, tick, user_id, client_id, client_sequence, edit)
    select holder.id, row.sequence, ${epoch}::integer, row.tick, row.user_id, row.client_id, row.client_sequence, row.edit
    from holder cross join jsonb_to_recordset(${JSON.stringify(payload)}::jsonb) as row
      (sequence integer, tick integer, user_id varchar, client_id varchar, client_sequence integer, edit jsonb)
    returning sequence`)) as unknown as { rows: unknown[] };
  return result.rows.length === rows.length;
}
