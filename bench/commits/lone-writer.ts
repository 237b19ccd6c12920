import { sql } from 'drizzle-orm';
import type { Database } from '../../server/db/database.ts';
import { journalRowsOf } from '../../server/db/repositories/documents/journal-batch.ts';
import { prepared } from '../../server/db/prepared.ts';
import { editJournal, universes } from '../../server/db/schema.ts';
import type { JournalWriter } from '../../server/services/documents/journal-writer.ts';

const insert = prepared((db) => {
  const holder = db.$with('holder', {}).as(sql`
    update ${universes} set edit_count = edit_count + ${sql.placeholder('edits')}::integer, updated_at = now()
    where ${universes.id} = ${sql.placeholder('universeId')} and ${universes.epoch} = ${sql.placeholder('epoch')}::integer
    returning ${universes.id}`);
  const written = db.$with('written', {}).as(sql`
    insert into ${editJournal} (universe_id, sequence, epoch, tick, user_id, client_id, client_sequence, edit)
    select holder.id, row.sequence, row.epoch, row.tick, row.user_id, row.client_id, row.client_sequence, row.edit
    from holder cross join jsonb_to_recordset(${sql.placeholder('rows')}::jsonb) as row
      (epoch integer, sequence integer, tick integer, user_id varchar, client_id varchar, client_sequence integer, edit jsonb)
    returning sequence`);
  return db
    .with(holder, written)
    .select({ sequence: sql<number>`written.sequence` })
    .from(sql`written`)
    .prepare('lone-append');
});

/** The peer: commits the edits of each run by themselves, when they come. */
export const createLoneWriter = (db: Database): JournalWriter => ({
  async append(universeId, epoch, entries) {
    const rows = `[${journalRowsOf(entries.map((entry) => ({ ...entry, universeId, epoch })))}]`;
    const written = await insert(db).execute({ universeId, epoch, edits: entries.length, rows });
    if (written.length !== entries.length) throw new Error(`${universeId}: ${written.length} of ${entries.length} edits written`);
  },
});
