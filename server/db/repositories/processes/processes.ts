import { and, asc, eq, ne, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { serverProcesses } from '../../schema/process-schema.ts';

/** A process that uses the database, as others see it. */
export type ClusterProcess = Omit<typeof serverProcesses.$inferSelect, 'aliveUntil'>;

/** The condition that a process has renewed its row in time, by the clock of the database. */
export const isAlive: SQL = sql`${serverProcesses.aliveUntil} > clock_timestamp()`;

/** What others see of a process. */
export const processColumns = {
  id: serverProcesses.id,
  node: serverProcesses.node,
  address: serverProcesses.address,
  machine: serverProcesses.machine,
};

/** Renews the row of a process for so many seconds, and makes it if there is none. */
export async function renewProcess(db: Database, process: ClusterProcess, seconds: number): Promise<void> {
  const aliveUntil = sql`clock_timestamp() + make_interval(secs => ${seconds})` as SQL<Date>;
  await db
    .insert(serverProcesses)
    .values({ ...process, aliveUntil })
    .onConflictDoUpdate({ target: serverProcesses.id, set: { aliveUntil } });
}

export async function moveProcess(db: Database, { id, address }: ClusterProcess): Promise<void> {
  await db.update(serverProcesses).set({ address }).where(eq(serverProcesses.id, id));
}

/** Returns the other processes that live. */
export function selectOthers(db: Database, id: string): Promise<ClusterProcess[]> {
  return db
    .select(processColumns)
    .from(serverProcesses)
    .where(and(ne(serverProcesses.id, id), isAlive))
    .orderBy(asc(serverProcesses.node), asc(serverProcesses.id));
}

export async function deleteProcess(db: Database, id: string): Promise<void> {
  await db.delete(serverProcesses).where(eq(serverProcesses.id, id));
}

/** Deletes processes that have not renewed their row for a while. */
export async function deleteLongDead(db: Database): Promise<void> {
  await db.delete(serverProcesses).where(sql`${serverProcesses.aliveUntil} < clock_timestamp() - interval '1 hour'`);
}
