import { count, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { prepared } from '../../prepared.ts';
import { editJournal, universes } from '../../schema.ts';

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

/** Writes only what `holder` allows. Drizzle prepares no bare SQL, so the two writes are parts of a query that counts the rows. */
const insert = prepared((db) => {
  const epoch = sql`${sql.placeholder('epoch')}::integer`;
  const holder = db.$with('holder', { id: universes.id }).as(sql`
    update ${universes} set edit_count = edit_count + ${sql.placeholder('added')}::integer, updated_at = now()
    where id = ${sql.placeholder('id')} and epoch = ${epoch} returning id`);
  const written = db.$with('written', { sequence: editJournal.sequence }).as(sql`
    insert into ${editJournal} (universe_id, sequence, epoch, tick, user_id, client_id, client_sequence, edit)
    select holder.id, row.sequence, ${epoch}, row.tick, row.user_id, row.client_id, row.client_sequence, row.edit
    from holder cross join jsonb_to_recordset(${sql.placeholder('rows')}::jsonb) as row
      (sequence integer, tick integer, user_id varchar, client_id varchar, client_sequence integer, edit jsonb)
    returning sequence`);
  return db.with(holder, written).select({ rows: count() }).from(written).prepare('insert-journal');
});

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
  const [written] = await insert(db).execute({ id: universeId, epoch, added: rows.length, rows: JSON.stringify(payload) });
  return written!.rows === rows.length;
}
