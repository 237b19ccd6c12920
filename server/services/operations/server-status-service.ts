import type { ServerStatus } from '../../../shared/api/operations/status-schemas.ts';
import type { JobCounts } from '../../ops/job-queue.ts';
import { sampleSeconds } from '../../ops/metrics/status-history.ts';
import type { ProcessReports } from './process-reports.ts';
import { connectionsOf, summedCounts, summedSamples } from './process-totals.ts';

export type ServerStatusService = ReturnType<typeof createServerStatusService>;

interface StatusOptions {
  reports: Pick<ProcessReports, 'read'>;
  countJobs(): Promise<JobCounts>;
}

/** Tells administrators how all processes are doing. */
export function createServerStatusService({ reports, countJobs }: StatusOptions) {
  return {
    async read(): Promise<ServerStatus> {
      const [heard, jobs] = await Promise.all([reports.read(), countJobs()]);
      const present = heard.flatMap(({ report, silentSince }) => (silentSince === null ? [report] : []));
      return {
        processes: heard.map(({ report: { samples: _samples, errors: _errors, clientErrors: _clientErrors, ...status }, silentSince }) => ({
          ...status,
          silentSince: silentSince?.toISOString() ?? null,
        })),
        rooms: present.reduce((sum, { rooms }) => sum + rooms, 0),
        connections: connectionsOf(present),
        jobs,
        sampleSeconds,
        samples: summedSamples(heard, new Date()),
        errors: summedCounts(present.flatMap(({ errors }) => errors.map(({ code, count }) => [code, count] as const))).map(
          ([code, count]) => ({ code, count }),
        ),
        clientErrors: summedCounts(
          present.flatMap(({ clientErrors }) => clientErrors.map(({ kind, count }) => [kind, count] as const)),
        ).map(([kind, count]) => ({ kind, count })),
      };
    },
  };
}
