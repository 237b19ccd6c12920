import { Counter, Histogram, type Registry } from 'prom-client';
import { type ClientErrorKind, clientErrorKinds } from '../../../shared/api/operations/reports.ts';

/** What pages of users report of themselves, summed up. */
export interface ClientMetrics {
  failed(kind: ClientErrorKind): void;
  firstFrame(seconds: number): void;
  /** Takes the median and the 95th percentile of the time between pictures of one page. */
  frames(seconds: { p50: number; p95: number }): void;
  underran(times: number): void;
  reconnected(times: number): void;
  diverged(times: number): void;
}

const firstFrameBuckets = [0.25, 0.5, 1, 1.5, 2, 3, 5, 8, 15, 30];
/** The frame times of displays with 240, 144, 120, 60, 30 and fewer pictures a second lie within different buckets. */
const frameBuckets = [0.005, 0.0075, 0.01, 0.0175, 0.025, 0.035, 0.05, 0.1, 0.25, 0.5];

/** Defines the metrics of pages in the registry of a server. */
export function createClientMetrics(registry: Registry): ClientMetrics {
  const registers = [registry];
  const errors = new Counter({
    name: 'harmonic_client_errors_total',
    help: 'Errors of pages of users, by kind',
    labelNames: ['kind'] as const,
    registers,
  });
  for (const kind of clientErrorKinds) errors.inc({ kind }, 0);
  const firstFrames = new Histogram({
    name: 'harmonic_client_first_frame_seconds',
    help: 'Time from the opening of a universe to the first picture in which it moved',
    buckets: firstFrameBuckets,
    registers,
  });
  const frames = new Histogram({
    name: 'harmonic_client_frame_seconds',
    help: 'Time between pictures of a page, its median and 95th percentile over some minutes',
    labelNames: ['quantile'] as const,
    buckets: frameBuckets,
    registers,
  });
  const count = (name: string, help: string) => new Counter({ name: `harmonic_client_${name}_total`, help, registers });
  const underruns = count('audio_underruns', 'Interruptions of the sound of pages for want of data');
  const reconnections = count('reconnections', 'Connections to rooms that pages found again');
  const divergences = count('divergences', 'Simulations of pages that were told to start again, since they differed from the others');
  return {
    failed: (kind) => errors.inc({ kind }),
    firstFrame: (seconds) => firstFrames.observe(seconds),
    frames({ p50, p95 }) {
      frames.observe({ quantile: '0.5' }, p50);
      frames.observe({ quantile: '0.95' }, p95);
    },
    underran: (times) => underruns.inc(times),
    reconnected: (times) => reconnections.inc(times),
    diverged: (times) => divergences.inc(times),
  };
}
