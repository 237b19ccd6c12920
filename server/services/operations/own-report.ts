import { memberRoles } from '../../../shared/api/universes/universe.ts';
import { countsBy, sumOf, valuesOf } from '../../ops/metrics/metric-values.ts';
import type { Metrics } from '../../ops/metrics/metrics.ts';
import type { StatusHistory } from '../../ops/metrics/status-history.ts';
import type { ProcessReport } from './process-reports.ts';

interface OwnReportOptions {
  metrics: Pick<Metrics, 'registry'>;
  history: StatusHistory;
  /** Name of the process. */
  name: string;
}

/** Creates what reads from the metrics of a process how it is doing. */
export function createOwnReportReader({ metrics: { registry }, history, name }: OwnReportOptions): () => Promise<ProcessReport> {
  const startedAt = new Date().toISOString();
  return async () => {
    const [rooms, connections] = await Promise.all([valuesOf(registry, 'harmonic_rooms'), valuesOf(registry, 'harmonic_connections')]);
    const byRole = countsBy(connections, 'kind');
    const samples = [...history.samples];
    const last = samples.at(-1);
    return {
      process: name,
      startedAt,
      memoryBytes: process.memoryUsage.rss(),
      rooms: sumOf(rooms),
      connections: Object.fromEntries(memberRoles.map((role) => [role, byRole.get(role) ?? 0])) as ProcessReport['connections'],
      lagMs: last?.lagMs ?? 0,
      load: last?.load ?? 0,
      refusals: samples.reduce((sum, { refusals }) => sum + refusals, 0),
      samples,
      // The metrics have no other codes and kinds than the schema.
      errors: [...history.errors()].map(([code, count]) => ({ code, count })) as ProcessReport['errors'],
      clientErrors: [...history.clientErrors()].map(([kind, count]) => ({ kind, count })) as ProcessReport['clientErrors'],
    };
  };
}
