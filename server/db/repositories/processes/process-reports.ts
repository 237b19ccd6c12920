import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { processReports } from '../../schema/process-schema.ts';

/** A process, and the name under which the proxy knows it, which outlives it. */
interface ReportingProcess {
  node: string;
  processId: string;
}

/** Replaces what a process told last; also that of one of the same name that died. */
export async function writeReport(db: Database, process: ReportingProcess, report: unknown): Promise<void> {
  const told = { ...process, report, reportedAt: sql`clock_timestamp()` };
  await db.insert(processReports).values(told).onConflictDoUpdate({ target: processReports.node, set: told });
}

export interface StoredReport {
  report: unknown;
  reportedAt: Date;
  isSilent: boolean;
}

/** Returns what each process told last, sorted by name. It is silent if that was more than `silentSeconds` ago. */
export function selectReports(db: Database, silentSeconds: number): Promise<StoredReport[]> {
  const isSilent = sql<boolean>`${processReports.reportedAt} < clock_timestamp() - make_interval(secs => ${silentSeconds})`;
  return db
    .select({ report: processReports.report, reportedAt: processReports.reportedAt, isSilent })
    .from(processReports)
    .orderBy(asc(processReports.node));
}

export async function deleteReport(db: Database, { node, processId }: ReportingProcess): Promise<void> {
  await db.delete(processReports).where(and(eq(processReports.node, node), eq(processReports.processId, processId)));
}

/** Deletes what processes told that have been silent for a while. */
export async function deleteOldReports(db: Database): Promise<void> {
  await db.delete(processReports).where(sql`${processReports.reportedAt} < clock_timestamp() - interval '1 hour'`);
}
