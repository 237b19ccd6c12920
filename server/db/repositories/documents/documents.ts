import { isDeepStrictEqual } from 'node:util';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { parameterKeys } from '../../../../shared/parameters/index.ts';
import { type Emitter, emitterFields, type UniverseDocument, type Well, wellFields } from '../../../../shared/universe/index.ts';
import type { Database } from '../../database.ts';
import { prepared } from '../../prepared.ts';
import { editJournal, emitters, universes, wells } from '../../schema.ts';
import type { JournalRow } from './journal.ts';
import { differs, parameterTables, groupValuesOf } from './parameter-groups.ts';

type LaterEdit = Pick<JournalRow, 'sequence' | 'tick' | 'edit'>;

/** A document as the tables have it, and the edits of the journal after `sequence`, oldest first. */
export interface StoredDocument {
  /** The document version. */
  version: number;
  /** The whole document as JSON. */
  text: string;
  sequence: number;
  later: LaterEdit[];
}

/** Includes the name of the table, since other tables have columns of that name too. */
const here = sql`${universes}.id`;
const rowOf = (table: PgTable) => sql`(select row_to_json(t) from ${table} t where t.universe_id = ${here})`;
const listOf = (table: PgTable) =>
  sql`(select coalesce(json_agg(row_to_json(t) order by t.position), '[]'::json) from ${table} t where t.universe_id = ${here})`;

/** A single statement, so that the result is consistent during concurrent writes. */
const stored = prepared((db) =>
  db
    .select({
      text: sql<string>`json_build_object(
        'version', ${universes.documentVersion}, 'seed', ${universes.seed}, 'affinities', ${universes.affinities}, 'storyboard', ${universes.storyboard},
        'groups', json_build_array(${sql.join(parameterTables.map(rowOf), sql`, `)}), 'emitters', ${listOf(emitters)}, 'wells', ${listOf(wells)})::text`,
      version: universes.documentVersion,
      sequence: universes.checkpointSequence,
      later: sql<LaterEdit[]>`(
        select coalesce(json_agg(json_build_object('sequence', t.sequence, 'tick', t.tick, 'edit', t.edit) order by t.sequence), '[]'::json)
        from ${editJournal} t where t.universe_id = ${here} and t.sequence > ${universes.checkpointSequence})`,
    })
    .from(universes)
    .where(eq(universes.id, sql.placeholder('id')))
    .prepare('document'),
);

export async function selectDocument(db: Database, universeId: string): Promise<StoredDocument | null> {
  const [found] = await stored(db).execute({ id: universeId });
  return found ?? null;
}

type Row = Readonly<Record<string, unknown>>;

interface StoredRows {
  groups: readonly (Row | null)[];
  emitters: readonly Row[];
  wells: readonly Row[];
}

/** Returns the document in the text of a stored one, without validation. A missing group of parameters is left out. */
export function documentIn(text: string): unknown {
  const { groups: rows, ...universe } = JSON.parse(text) as StoredRows;
  return {
    ...universe,
    parameters: Object.assign({}, ...rows.map((row, index) => row && parameterFields[index]!(row))) as object,
    emitters: universe.emitters.map(emitterFieldsIn),
    wells: universe.wells.map(wellFieldsIn),
  };
}

/** Returns a function that picks the fields of a document from a row, by their names in a document. */
function reader(table: PgTable, keys: readonly string[]): (row: Row) => Row {
  const columns = getTableColumns(table);
  const named = keys.filter((key) => key in columns).map((key) => [key, columns[key]!.name] as const);
  return (row) => Object.fromEntries(named.map(([key, name]) => [key, row[name]]));
}

const parameterFields = parameterTables.map((table) => reader(table, parameterKeys));
const emitterFieldsIn = reader(emitters, ['id', ...Object.keys(emitterFields)]);
const wellFieldsIn = reader(wells, ['id', ...Object.keys(wellFields)]);

/** Writes a document to the tables: all of it, or only the difference to `before` if that is given. To be called in a transaction. */
export async function writeDocument(
  db: Database,
  universeId: string,
  document: UniverseDocument,
  before: UniverseDocument | null,
): Promise<void> {
  const isOther = (part: (of: UniverseDocument) => unknown) => !before || !isDeepStrictEqual(part(document), part(before));
  const single = ({ version, seed, affinities, storyboard }: UniverseDocument) => ({
    documentVersion: version,
    seed,
    affinities,
    storyboard,
  });
  if (isOther(single)) await db.update(universes).set(single(document)).where(eq(universes.id, universeId));
  for (const table of parameterTables) {
    if (before && !differs(table, document, before)) continue;
    const values = groupValuesOf(table, document.parameters);
    await db
      .insert(table)
      .values({ universeId, ...values })
      .onConflictDoUpdate({ target: table.universeId, set: values });
  }
  if (isOther((of) => of.emitters)) {
    await db.delete(emitters).where(eq(emitters.universeId, universeId));
    if (document.emitters.length > 0) await db.insert(emitters).values(placed<Emitter>(universeId, document.emitters));
  }
  if (isOther((of) => of.wells)) {
    await db.delete(wells).where(eq(wells.universeId, universeId));
    if (document.wells.length > 0) await db.insert(wells).values(placed<Well>(universeId, document.wells));
  }
}

const placed = <T extends Emitter | Well>(universeId: string, list: readonly T[]) =>
  list.map((entry, position) => ({ universeId, position, ...entry }));
