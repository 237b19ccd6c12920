import { memberRoles } from '../../../shared/room/messages.ts';
import type { ServerStatus } from '../../../shared/api/operations/status-schemas.ts';
import type { JobCounts } from '../../ops/job-queue.ts';
import { countsBy, valuesOf } from '../../ops/metrics/metric-values.ts';
import type { Metrics } from '../../ops/metrics/metrics.ts';
import type { StatusHistory } from '../../ops/metrics/status-history.ts';

export type ServerStatusService = ReturnType<typeof createServerStatusService>;

interface StatusOptions {
  metrics: Pick<Metrics, 'registry'>;
  history: StatusHistory;
  countJobs(): Promise<JobCounts>;
  /** Name of the process among several; null where it is the only one. */
  processName: string | null;
}

/** Tells administrators how the process is doing. */
export function createServerStatusService({ metrics: { registry }, history, countJobs, processName }: StatusOptions) {
  const startedAt = new Date().toISOString();
  return {
    async read(): Promise<ServerStatus> {
      const [jobs, rooms, connections] = await Promise.all([
        countJobs(),
        valuesOf(registry, 'harmonic_rooms'),
        valuesOf(registry, 'harmonic_connections'),
      ]);
      const byKind = countsBy(connections, 'kind');
      return {
        process: processName ?? 'single',
        startedAt,
        memoryBytes: process.memoryUsage.rss(),
        rooms: rooms[0]?.value ?? 0,
        connections: Object.fromEntries(memberRoles.map((role) => [role, byKind.get(role) ?? 0])) as ServerStatus['connections'],
        jobs,
        sampleSeconds: history.sampleSeconds,
        samples: [...history.samples],
        errors: mostFirst(history.errors()).map(([code, count]) => ({ code: code as ServerStatus['errors'][number]['code'], count })),
        clientErrors: mostFirst(history.clientErrors()).map(([kind, count]) => ({
          kind: kind as ServerStatus['clientErrors'][number]['kind'],
          count,
        })),
      };
    },
  };
}

const mostFirst = (counts: ReadonlyMap<string, number>) => [...counts].sort(([, one], [, other]) => other - one);
