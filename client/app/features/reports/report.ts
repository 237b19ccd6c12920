import type { ClientError, ClientReport } from '../../../../shared/api/operations/report-schemas.ts';
import { reportLimits } from '../../../../shared/api/operations/reports.ts';
import { type FoundError, reportedError } from './error-place.ts';
import { createFrameTimes, type FrameTimes } from './frame-times.ts';
import { createUnderrunCount, type UnderrunCount } from './underruns.ts';

/** Gathers what the next report tells. */
export interface ReportDraft {
  readonly frames: FrameTimes;
  readonly underruns: UnderrunCount;
  failed(found: FoundError): void;
  firstFrame(ms: number): void;
  reconnected(): void;
  diverged(): void;
  /** Returns what happened since the last call; null if nothing did. */
  take(): ClientReport | null;
}

/** Different errors that a page tells: beyond, they say nothing new. */
const maxErrors = 50;

const within = (value: number, { max }: { max: number }) => Math.min(max, Math.max(0, Math.round(value)));

/** @param host the host of the page: scripts of others are not ours to name */
export function createReportDraft(host: string): ReportDraft {
  const frames = createFrameTimes();
  const underruns = createUnderrunCount();
  const told = new Set<string>();
  let errors: ClientError[] = [];
  let firstFrameMs: number | null = null;
  let hasFirstFrame = false;
  let [reconnections, divergences] = [0, 0];
  return {
    frames,
    underruns,
    failed(found) {
      const error = reportedError(found, host);
      const key = JSON.stringify(error);
      if (told.has(key) || told.size >= maxErrors) return;
      told.add(key);
      errors.push(error);
    },
    firstFrame(ms) {
      // Later universes of a page begin with scripts and a device that are there already.
      if (!hasFirstFrame && ms <= reportLimits.firstFrameMs.max) firstFrameMs = within(ms, reportLimits.firstFrameMs);
      hasFirstFrame = true;
    },
    reconnected: () => void (reconnections += 1),
    diverged: () => void (divergences += 1),
    take() {
      const frameMs = frames.take();
      const underrunCount = underruns.take();
      const report: ClientReport = {
        ...(errors.length > 0 && { errors: errors.slice(0, reportLimits.errors.max) }),
        ...(firstFrameMs !== null && { firstFrameMs }),
        ...(frameMs && { frameMs: { p50: within(frameMs.p50, reportLimits.frameMs), p95: within(frameMs.p95, reportLimits.frameMs) } }),
        ...(underrunCount > 0 && { underruns: within(underrunCount, reportLimits.count) }),
        ...(reconnections > 0 && { reconnections: within(reconnections, reportLimits.count) }),
        ...(divergences > 0 && { divergences: within(divergences, reportLimits.count) }),
      };
      errors = errors.slice(reportLimits.errors.max);
      firstFrameMs = null;
      [reconnections, divergences] = [0, 0];
      return Object.keys(report).length > 0 ? report : null;
    },
  };
}
