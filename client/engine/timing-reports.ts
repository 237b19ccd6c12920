import type { WorkerReport } from './protocol.ts';

const lagReportedFromSeconds = 1;

/** Reports the timing of this device where it has changed: its lag, and how far behind the room's clock it has to stay. */
export function createTimingReports(report: (report: WorkerReport) => void) {
  let reportedLag = 0;
  let reportedNeed = 0;
  return {
    lag(seconds: number) {
      const rounded = seconds < lagReportedFromSeconds ? 0 : Math.round(seconds);
      if (rounded === reportedLag) return;
      reportedLag = rounded;
      report({ kind: 'lag', seconds: rounded });
    },
    need(needMs: number | null) {
      if (needMs === null || needMs === reportedNeed) return;
      reportedNeed = needMs;
      report({ kind: 'need', needMs });
    },
  };
}
