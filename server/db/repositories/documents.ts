import { asc, eq, getTableColumns } from 'drizzle-orm';
import { parameterKeys, type ParameterValues } from '../../../shared/parameters/index.ts';
import { type Emitter, emitterFields, type UniverseDocument, type Well, wellFields } from '../../../shared/universe/index.ts';
import type { Database } from '../database.ts';
import {
  audioParameters,
  couplingParameters,
  emitters,
  musicParameters,
  physicsParameters,
  universes,
  visualizationParameters,
  wells,
} from '../schema.ts';

const parameterTables = [physicsParameters, musicParameters, audioParameters, visualizationParameters, couplingParameters] as const;

/** The document as the tables have it, not checked, or null where there is no such universe. */
export async function selectDocument(db: Database, universeId: string): Promise<unknown> {
  const [universe] = await db
    .select({ version: universes.documentVersion, seed: universes.seed, affinities: universes.affinities })
    .from(universes)
    .where(eq(universes.id, universeId));
  if (!universe) return null;
  const parameters: Record<string, unknown> = {};
  for (const table of parameterTables) {
    const [row] = await db.select().from(table).where(eq(table.universeId, universeId));
    Object.assign(parameters, row);
  }
  delete parameters.universeId;
  return {
    ...universe,
    parameters,
    emitters: (await db.select().from(emitters).where(eq(emitters.universeId, universeId)).orderBy(asc(emitters.position))).map((row) =>
      picked(row, ['id', ...Object.keys(emitterFields)]),
    ),
    wells: (await db.select().from(wells).where(eq(wells.universeId, universeId)).orderBy(asc(wells.position))).map((row) =>
      picked(row, ['id', ...Object.keys(wellFields)]),
    ),
  };
}

/** Writes the whole document over what the tables have. To be called inside a transaction. */
export async function writeDocument(db: Database, universeId: string, document: UniverseDocument): Promise<void> {
  await db
    .update(universes)
    .set({ documentVersion: document.version, seed: document.seed, affinities: document.affinities })
    .where(eq(universes.id, universeId));
  for (const table of parameterTables) {
    const values = valuesOf(document.parameters, new Set(Object.keys(getTableColumns(table))));
    await db
      .insert(table)
      .values({ universeId, ...values })
      .onConflictDoUpdate({ target: table.universeId, set: values });
  }
  await db.delete(emitters).where(eq(emitters.universeId, universeId));
  if (document.emitters.length > 0) await db.insert(emitters).values(placed<Emitter>(universeId, document.emitters));
  await db.delete(wells).where(eq(wells.universeId, universeId));
  if (document.wells.length > 0) await db.insert(wells).values(placed<Well>(universeId, document.wells));
}

const placed = <T extends Emitter | Well>(universeId: string, list: readonly T[]) =>
  list.map((entry, position) => ({ universeId, position, ...entry }));

function valuesOf(parameters: ParameterValues, columns: ReadonlySet<string>): Record<string, never> {
  return picked(
    parameters,
    parameterKeys.filter((key) => columns.has(key)),
  ) as Record<string, never>;
}

function picked(row: object, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, (row as Record<string, unknown>)[key]]));
}
