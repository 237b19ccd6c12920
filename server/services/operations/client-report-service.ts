import type { ClientError, ClientReport } from '../../../shared/api/operations/report-schemas.ts';
import type { Logger } from '../../ops/log.ts';
import type { ClientMetrics } from '../../ops/metrics/client-metrics.ts';
import type { ErrorSink, KnownError } from '../../ops/sentry.ts';
import { browserFamilyOf } from './browser-family.ts';

export type ClientReportService = ReturnType<typeof createClientReportService>;

interface ReportOptions {
  metrics: ClientMetrics;
  log: Logger;
  /** Returns whether a script of this name was built: any other name could be what somebody wrote. */
  isOwnScript(name: string): boolean;
  /** Gets each new error; null if none is sent elsewhere. */
  sink: ErrorSink | null;
  now?: () => number;
}

/** Errors that are remembered: beyond, the one that was new first is new again. */
const maxKnown = 1000;
/** New errors that are told in an hour: made-up places must not become a flood of lines. */
const maxToldPerHour = 60;
const hourMs = 60 * 60 * 1000;

/** Counts what pages report, and tells each error once. */
export function createClientReportService({ metrics, log, isOwnScript, sink, now = Date.now }: ReportOptions) {
  const known = new Set<string>();
  let hour = { endsAt: 0, told: 0 };

  const mayTell = (): boolean => {
    if (now() >= hour.endsAt) hour = { endsAt: now() + hourMs, told: 0 };
    hour.told += 1;
    return hour.told <= maxToldPerHour;
  };

  const take = (error: ClientError, browser: string) => {
    metrics.failed(error.kind);
    const place = error.place && isOwnScript(error.place.script) ? error.place : null;
    const found: KnownError = { kind: error.kind, name: error.name, place, browser };
    const key = JSON.stringify(found);
    if (known.has(key) || !mayTell()) return;
    known.add(key);
    if (known.size > maxKnown) known.delete(known.values().next().value!);
    log.info({ ...found, place: place && `${place.script}:${place.line}:${place.column}` }, 'new error of a page');
    void sink?.(found);
  };

  return {
    /** Takes a report of a page. `userAgent` tells its browser. */
    take(report: ClientReport, userAgent: string | undefined): void {
      const browser = browserFamilyOf(userAgent);
      for (const error of report.errors ?? []) take(error, browser);
      const { firstFrameMs, frameMs, underruns = 0, reconnections = 0, divergences = 0 } = report;
      if (firstFrameMs !== undefined) metrics.firstFrame(firstFrameMs / 1000);
      if (frameMs) metrics.frames({ p50: frameMs.p50 / 1000, p95: frameMs.p95 / 1000 });
      metrics.underran(underruns);
      metrics.reconnected(reconnections);
      metrics.diverged(divergences);
    },
  };
}
