import type { LoggedEdit } from '../../shared/universe/index.ts';
import { pageMs } from '../common/page-clock.ts';
import type { Command, RunStart } from './protocol.ts';
import { canShareMemory } from './shared-memory.ts';
import { createSimulationHost, type WorkerTrouble, type WorkerEvents } from './simulation-host.ts';

/** A worker that dies again within this time is not started again. */
const crashWindowMs = 10_000;

interface SupervisorEvents extends WorkerEvents {
  /** The worker stopped, and was started again (`recovered`) or was not. */
  failed(message: string, recovered: boolean): void;
}

/** Starts the simulation worker, and starts it again after a crash, or without shared memory where that is refused. */
interface WorkerSupervisor {
  /** Begins a run, in place of the one before. */
  start(run: RunStart): void;
  /** Sends edits, and keeps them for a worker that has to begin the run again. */
  applyEdits(edits: LoggedEdit[]): void;
  /** Allows the simulation to go up to `tick`. */
  confirm(tick: number, playing: boolean): void;
  send(command: Command): void;
  giveBack(buffer: ArrayBuffer): void;
  dispose(): void;
}

export function createWorkerSupervisor(threads: number, events: SupervisorEvents): WorkerSupervisor {
  const host = createSimulationHost(threads, events);
  let isSharing = canShareMemory();
  let run: RunStart | null = null;
  let lastCrashMs = Number.NEGATIVE_INFINITY;

  const launch = (next: RunStart, onTrouble: (trouble: WorkerTrouble) => void) => {
    try {
      host.open(next, isSharing, onTrouble);
    } catch (error) {
      // Memory may be refused where it is allocated, and where it is handed on.
      if (isSharing) onTrouble({ kind: 'unshared' });
      else onTrouble({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };

  /** Begins again without shared memory, or from the log; a worker that never answered is not started again. */
  const recover = (trouble: WorkerTrouble) => {
    if (trouble.kind === 'unshared' && isSharing) {
      isSharing = false;
      if (run) launch(run, recover);
      return;
    }
    const now = performance.now();
    const again = host.hasLived && run !== null && now - lastCrashMs > crashWindowMs;
    lastCrashMs = now;
    host.end();
    if (again) launch(run!, recover);
    events.failed(trouble.kind === 'failed' ? trouble.message : 'shared memory can not be used', again);
  };

  return {
    start(next) {
      run = { ...next, edits: [...next.edits] };
      launch(run, recover);
    },
    applyEdits(edits) {
      run?.edits.push(...edits);
      for (const edit of edits) host.send({ kind: 'edits', edits: [edit] });
    },
    confirm(tick, playing) {
      if (run) Object.assign(run, { tick, playing });
      host.send({ kind: 'confirm', tick, playing, atMs: pageMs() });
    },
    send: host.send,
    giveBack: host.giveBack,
    dispose: host.dispose,
  };
}
