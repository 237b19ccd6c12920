import type { Simulation } from '../../shared/simulation/simulation.ts';
import type { EditQueue } from './edit-queue.ts';
import type { WorkerReport } from './protocol.ts';

const hashEveryTicks = 300;
/** Time that a snapshot of a later tick waits for that tick. */
const snapshotWaitMs = 1500;

interface WaitingSnapshot {
  readonly requestId: string;
  readonly tick: number;
  readonly untilMs: number;
}

/** Hashes and snapshots of the simulation, as they are requested; hashes also at regular ticks. */
interface StateReports {
  requestHash(tick: number): void;
  requestSnapshot(requestId: string, tick: number, nowMs: number): void;
  /** Reports the hash of the tick that has just been simulated, where it is wanted. */
  reportHash(): void;
  /** Reports the snapshots of this tick, and those that have waited long enough. */
  reportSnapshots(nowMs: number): void;
}

export function createStateReports(simulation: Simulation, queue: EditQueue, report: (report: WorkerReport) => void): StateReports {
  const hashTicks = new Set<number>();
  let snapshots: WaitingSnapshot[] = [];

  const reportSnapshots = (nowMs: number) => {
    if (snapshots.length === 0) return;
    const isDue = ({ tick, untilMs }: WaitingSnapshot) => tick <= simulation.tick || nowMs >= untilMs;
    const due = snapshots.filter(isDue);
    if (due.length === 0) return;
    snapshots = snapshots.filter((waiting) => !isDue(waiting));
    const { tick } = simulation;
    const hash = simulation.hash();
    for (const { requestId } of due)
      report({ kind: 'snapshot', requestId, tick, sequence: queue.lastTaken, hash, bytes: simulation.snapshot() });
  };

  return {
    requestHash(tick) {
      if (tick === simulation.tick) report({ kind: 'hash', tick, hash: simulation.hash() });
      else if (tick > simulation.tick) hashTicks.add(tick);
    },
    requestSnapshot(requestId, tick, nowMs) {
      snapshots.push({ requestId, tick, untilMs: nowMs + snapshotWaitMs });
      reportSnapshots(nowMs);
    },
    reportHash() {
      if (simulation.tick % hashEveryTicks !== 0 && !hashTicks.delete(simulation.tick)) return;
      report({ kind: 'hash', tick: simulation.tick, hash: simulation.hash() });
    },
    reportSnapshots,
  };
}
