import { and, eq, inArray, isNull, notExists, or, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { prepared } from '../../prepared.ts';
import { universes } from '../../schema.ts';
import { moments } from '../../schema/history-schema.ts';
import { serverProcesses } from '../../schema/process-schema.ts';
import { isAlive, processColumns, type ClusterProcess } from '../processes/processes.ts';

const lastMoment = sql<number | null>`(select max(${moments.sequence}) from ${moments} where ${moments.universeId} = ${universes}.id)`;

/** The condition that no other living process than `me` has the universe open. */
const isFree = (db: Database) =>
  or(
    isNull(universes.holder),
    eq(universes.holder, sql.placeholder('me')),
    notExists(
      db
        .select({ id: serverProcesses.id })
        .from(serverProcesses)
        .where(and(eq(serverProcesses.id, universes.holder), isAlive)),
    ),
  );

const claimed = (name: string, keeps: boolean) =>
  prepared((db) =>
    db
      .update(universes)
      .set({ epoch: sql`${universes.epoch} + 1`, ...(keeps && { holder: sql`${sql.placeholder('me')}` }) })
      .where(and(eq(universes.id, sql.placeholder('id')), isFree(db)))
      .returning({ epoch: universes.epoch, lastMoment })
      .prepare(name),
  );
const claimedToHold = claimed('claim to hold', true);
const claimedToVisit = claimed('claim to visit', false);

/** A run that may write to a universe, until another one is claimed. */
export interface Claim {
  epoch: number;
  /** Sequence of the last document in its history, or null if it has none. */
  lastMoment: number | null;
}

/**
 * Claims a universe for a run: from now on a run with an older epoch can't write to its journal. `keeps`: the process holds it from now on.
 * @returns null if there is no such universe, or another living process holds it.
 */
export async function claimUniverse(db: Database, id: string, me: string, keeps: boolean): Promise<Claim | null> {
  const [row] = await (keeps ? claimedToHold : claimedToVisit)(db).execute({ id, me });
  return row ?? null;
}

const holder = prepared((db) =>
  db
    .select(processColumns)
    .from(universes)
    .innerJoin(serverProcesses, eq(serverProcesses.id, universes.holder))
    .where(and(eq(universes.id, sql.placeholder('id')), isAlive))
    .prepare('holder of a universe'),
);

/** Returns the living process that holds a universe, or null. */
export async function selectHolder(db: Database, id: string): Promise<ClusterProcess | null> {
  const [row] = await holder(db).execute({ id });
  return row ?? null;
}

/** Returns those of the universes that a process holds. */
export async function selectHeld(db: Database, me: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: universes.id })
    .from(universes)
    .where(and(eq(universes.holder, me), inArray(universes.id, [...ids])));
  return rows.map(({ id }) => id);
}

/** Lets others open a universe, if the run with this epoch still holds it. */
export async function releaseUniverse(db: Database, id: string, me: string, epoch: number): Promise<void> {
  await db
    .update(universes)
    .set({ holder: null })
    .where(and(eq(universes.id, id), eq(universes.holder, me), eq(universes.epoch, epoch)));
}
