import { isDeepStrictEqual } from 'node:util';
import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import { parameterKeys, type ParameterValues } from '../../../../shared/parameters/index.ts';
import type { UniverseDocument } from '../../../../shared/universe/index.ts';
import type { Database } from '../../database.ts';
import { prepared } from '../../prepared.ts';
import {
  audioParameters,
  couplingParameters,
  musicParameters,
  physicsParameters,
  universes,
  visualizationParameters,
} from '../../schema.ts';

/** The tables of the groups of parameters. */
export const parameterTables = [physicsParameters, musicParameters, audioParameters, visualizationParameters, couplingParameters] as const;
export type ParameterTable = (typeof parameterTables)[number];

/** The parameters of each table, with the names of their columns. */
const columnsOf = new Map(
  parameterTables.map((table) => {
    const columns: Partial<Record<string, { name: string }>> = getTableColumns(table);
    return [table, parameterKeys.flatMap((key) => (columns[key] ? [[key, columns[key].name] as const] : []))];
  }),
);

/** Returns the values of a group by key. */
export function groupValuesOf(table: ParameterTable, parameters: ParameterValues): Record<string, never> {
  return Object.fromEntries(columnsOf.get(table)!.map(([key]) => [key, parameters[key]])) as Record<string, never>;
}

export const differs = (table: ParameterTable, one: UniverseDocument, other: UniverseDocument): boolean =>
  columnsOf.get(table)!.some(([key]) => one.parameters[key] !== other.parameters[key]);

/** Returns the table of the group of parameters that alone tells two documents apart, or null if they differ otherwise. */
export function changedGroup(one: UniverseDocument, other: UniverseDocument): ParameterTable | null {
  const { parameters: _one, ...rest } = one;
  const { parameters: _other, ...otherRest } = other;
  if (!isDeepStrictEqual(rest, otherRest)) return null;
  const changed = parameterTables.filter((table) => differs(table, one, other));
  return changed.length === 1 ? changed[0]! : null;
}

const writes = new Map(
  parameterTables.map((table) => {
    const columns = columnsOf.get(table)!.map(([, column]) => sql.identifier(column));
    const list = (of: (column: SQL) => SQL) =>
      sql.join(
        columns.map((column) => of(sql`${column}`)),
        sql`, `,
      );
    const write = prepared((db) => {
      const holder = db.$with('holder', { id: universes.id }).as(sql`
        update ${universes} set checkpoint_sequence = ${sql.placeholder('sequence')}::integer
        where id = ${sql.placeholder('id')} and epoch = ${sql.placeholder('epoch')}::integer returning id`);
      const written = db.$with('written', { id: table.universeId }).as(sql`
        insert into ${table} (universe_id, ${list((column) => column)}) select holder.id, ${list((column) => sql`row.${column}`)}
        from holder cross join jsonb_populate_record(null::${table}, ${sql.placeholder('values')}::jsonb) as row
        on conflict (universe_id) do update set ${list((column) => sql`${column} = excluded.${column}`)} returning universe_id`);
      return db
        .with(holder, written)
        .select({ id: written.id })
        .from(written)
        .prepare(`write-${getTableName(table)}`);
    });
    return [table, write];
  }),
);

/**
 * Moves the checkpoint of a universe and writes a group of parameters, in a single statement, as most changes are of one group. Does
 * nothing if the epoch is no longer the caller's.
 */
export async function writeGroup(
  db: Database,
  table: ParameterTable,
  universeId: string,
  epoch: number,
  { document: { parameters }, sequence }: { document: UniverseDocument; sequence: number },
): Promise<void> {
  const row = Object.fromEntries(columnsOf.get(table)!.map(([key, column]) => [column, parameters[key]]));
  await writes.get(table)!(db).execute({ id: universeId, epoch, sequence, values: JSON.stringify(row) });
}
