import { z } from 'zod';
import { processStatusSchema, serverStatusSchema, statusSampleSchema } from '../../../shared/api/operations/status-schemas.ts';
import type { Database } from '../../db/database.ts';
import { deleteOldReports, deleteReport, selectReports, writeReport } from '../../db/repositories/processes/process-reports.ts';
import type { ClusterProcess } from '../../db/repositories/processes/processes.ts';

/** What a process tells of itself: all of its state and its last minutes. */
export const processReportSchema = processStatusSchema.omit({ silentSince: true }).extend({
  samples: z.array(statusSampleSchema),
  errors: serverStatusSchema.shape.errors,
  clientErrors: serverStatusSchema.shape.clientErrors,
});
export type ProcessReport = z.infer<typeof processReportSchema>;

/** What a process told last, and when, if it has been silent since. */
export interface HeardReport {
  report: ProcessReport;
  silentSince: Date | null;
}

/** What processes tell administrators of themselves. */
export interface ProcessReports {
  /** Returns what all processes told last. */
  read(): Promise<HeardReport[]>;
  stop(): Promise<void>;
}

const tellMs = 5000;
/** Two reports may be late or lost before a process is silent. */
const silentSeconds = 15;

interface ReportOptions {
  self: Pick<ClusterProcess, 'id' | 'node'>;
  /** Returns what this process is to tell. */
  own(): Promise<ProcessReport>;
  report(error: unknown, where: string): void;
}

/** The report of the only process. */
export const createOwnReport = (own: () => Promise<ProcessReport>): ProcessReports => ({
  read: async () => [{ report: await own(), silentSince: null }],
  stop: async () => {},
});

/** Tells the other processes by the database how this one is doing, every few seconds. */
export function createProcessReports(db: Database, { self: { id: processId, node }, own, report }: ReportOptions): ProcessReports {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const tell = async () => {
    await writeReport(db, { node, processId }, await own());
    await deleteOldReports(db);
  };
  const tellNowAndLater = async (): Promise<void> => {
    await tell().catch((error: unknown) => report(error, 'report to administrators'));
    if (isStopped) return;
    timer = setTimeout(() => (telling = tellNowAndLater()), tellMs);
    timer.unref();
  };
  let telling = tellNowAndLater();

  return {
    async read() {
      await tell();
      const stored = await selectReports(db, silentSeconds);
      // A process of another release may tell something else.
      return stored.flatMap(({ report: told, reportedAt, isSilent }) => {
        const { data } = processReportSchema.safeParse(told);
        return data ? [{ report: data, silentSince: isSilent ? reportedAt : null }] : [];
      });
    },

    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await telling;
      await deleteReport(db, { node, processId }).catch((error: unknown) => report(error, 'end of the reports to administrators'));
    },
  };
}
