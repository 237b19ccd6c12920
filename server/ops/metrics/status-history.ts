import type { StatusSample } from '../../../shared/api/operations/status-schemas.ts';
import { bucketsOf, countsBy, growthSince, quantileOf, sumOf, valuesOf } from './metric-values.ts';
import type { Metrics } from './metrics.ts';

type Counts = ReadonlyMap<string, number>;

/** The last minutes of a process. */
export interface StatusHistory {
  readonly samples: readonly StatusSample[];
  /** Sums of all samples: refusals by code, and errors of pages by kind. */
  errors(): Counts;
  clientErrors(): Counts;
  /** Takes a sample now. */
  sample(): Promise<void>;
  stop(): void;
}

/** What counters have counted since the start of the process. */
interface Totals {
  cpuMicroseconds: number;
  atMs: number;
  requests: number;
  errors: Counts;
  clientErrors: Counts;
  lags: Counts;
}

interface Taken {
  sample: StatusSample;
  errors: Counts;
  clientErrors: Counts;
}

export const sampleSeconds = 10;
/** A quarter of an hour. */
export const maxSamples = 90;

/** Begins to watch the metrics of a process: those of Prometheus are totals, so what happened lately is the difference of two readings. */
export function watchStatus({ registry }: Metrics): StatusHistory {
  const taken: Taken[] = [];
  let before: Totals | null = null;

  const readTotals = async (): Promise<Totals> => {
    const { user, system } = process.cpuUsage();
    const requests = await valuesOf(registry, 'harmonic_http_request_duration_seconds');
    return {
      cpuMicroseconds: user + system,
      atMs: performance.now(),
      requests: sumOf(requests, 'harmonic_http_request_duration_seconds_count'),
      errors: countsBy(await valuesOf(registry, 'harmonic_errors_total'), 'code'),
      clientErrors: countsBy(await valuesOf(registry, 'harmonic_client_errors_total'), 'kind'),
      lags: bucketsOf(await valuesOf(registry, 'harmonic_tick_lag_seconds')),
    };
  };

  const sample = async () => {
    const now = await readTotals();
    const last = before ?? { ...now, atMs: now.atMs - 1 };
    before = now;
    const errors = growthSince(now.errors, last.errors);
    const lags = new Map([...now.lags].map(([bound, upTo]) => [bound, upTo - (last.lags.get(bound) ?? 0)]));
    const rooms = sumOf(await valuesOf(registry, 'harmonic_rooms'));
    const members = sumOf(await valuesOf(registry, 'harmonic_connections'));
    taken.push({
      errors,
      clientErrors: growthSince(now.clientErrors, last.clientErrors),
      sample: {
        at: new Date().toISOString(),
        rooms,
        members,
        lagMs: Math.round(quantileOf(lags, 0.95) * 10_000) / 10,
        load: Math.round((now.cpuMicroseconds - last.cpuMicroseconds) / (now.atMs - last.atMs)) / 1000,
        requests: now.requests - last.requests,
        refusals: [...errors.values()].reduce((sum, count) => sum + count, 0),
      },
    });
    if (taken.length > maxSamples) taken.shift();
  };

  const sum = (of: (one: Taken) => Counts): Counts => {
    const sums = new Map<string, number>();
    for (const one of taken) for (const [key, count] of of(one)) sums.set(key, (sums.get(key) ?? 0) + count);
    return sums;
  };

  const timer = setInterval(() => void sample(), sampleSeconds * 1000);
  timer.unref();
  return {
    get samples() {
      return taken.map((one) => one.sample);
    },
    errors: () => sum((one) => one.errors),
    clientErrors: () => sum((one) => one.clientErrors),
    sample,
    stop: () => clearInterval(timer),
  };
}
