import { sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { prepared } from '../../prepared.ts';
import { editJournal, universes } from '../../schema.ts';
import type { JournalRow } from './journal.ts';

/** Edits of one run, as a part of a batch. */
export interface JournalPart {
  universeId: string;
  epoch: number;
  /** Made by `journalRowsOf`. */
  rows: string;
}

/** What became of a part. Nothing of it is written if another run has the universe, or another transaction has locked it. */
export type PartOutcome = 'written' | 'taken-over' | 'locked';

/** Returns rows as JSON, without the brackets of a list: a text is made once, however often the batch it is in is cut. */
export function journalRowsOf(rows: readonly JournalRow[]): string {
  const texts = rows.map((row) =>
    JSON.stringify({
      universe_id: row.universeId,
      epoch: row.epoch,
      sequence: row.sequence,
      tick: row.tick,
      user_id: row.userId,
      client_id: row.clientId,
      client_sequence: row.clientSequence,
      edit: row.edit,
    }),
  );
  return texts.join(',');
}

/**
 * A single statement. It waits for no lock of a universe, so no transaction of one universe holds up the others, and no two batches lock
 * each other out.
 */
const insert = prepared((db) => {
  const asked = db.$with('asked', {}).as(sql`
    select * from jsonb_to_recordset(${sql.placeholder('rows')}::jsonb) as row (universe_id varchar, epoch integer, sequence integer,
      tick integer, user_id varchar, client_id varchar, client_sequence integer, edit jsonb)`);
  const parts = db.$with('parts', {}).as(sql`select universe_id, epoch, count(*)::integer as edits from asked group by universe_id, epoch`);
  // A row that was changed since the statement began is compared again when it is locked: the epoch is the latest.
  const held = db.$with('held', {}).as(sql`
    select ${universes.id}, ${universes.epoch}, parts.edits from ${universes}
    join parts on ${universes.id} = parts.universe_id and ${universes.epoch} = parts.epoch
    order by ${universes.id} for no key update of ${universes} skip locked`);
  const raised = db.$with('raised', {}).as(sql`
    update ${universes} set edit_count = edit_count + held.edits, updated_at = now() from held
    where ${universes.id} = held.id and ${universes.epoch} = held.epoch returning ${universes.id}, ${universes.epoch}`);
  const written = db.$with('written', {}).as(sql`
    insert into ${editJournal} (universe_id, sequence, epoch, tick, user_id, client_id, client_sequence, edit)
    select asked.universe_id, asked.sequence, asked.epoch, asked.tick, asked.user_id, asked.client_id, asked.client_sequence, asked.edit
    from asked join raised on asked.universe_id = raised.id and asked.epoch = raised.epoch`);
  const outcome = sql<PartOutcome>`case when raised.id is not null then 'written' when seen.id is null then 'taken-over' else 'locked' end`;
  return db
    .with(asked, parts, held, raised, written)
    .select({ universeId: sql<string>`parts.universe_id`, outcome })
    .from(
      sql`parts left join raised on raised.id = parts.universe_id
        left join ${universes} as seen on seen.id = parts.universe_id and seen.epoch = parts.epoch`,
    )
    .prepare('journal-batch');
});

/**
 * Appends to the journals of several universes in one transaction: to those whose epoch is still that of the part.
 * @param parts at most one of each universe
 * @returns the outcome by universe
 * @throws the error of a row, with nothing of any part written
 */
export async function insertJournalBatch(db: Database, parts: readonly JournalPart[]): Promise<Map<string, PartOutcome>> {
  const rows = `[${parts.map((part) => part.rows).join(',')}]`;
  const outcomes = await insert(db).execute({ rows });
  return new Map(outcomes.map(({ universeId, outcome }) => [universeId, outcome]));
}
