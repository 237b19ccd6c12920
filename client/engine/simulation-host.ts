import { swarmLength } from '../../shared/simulation/swarm-layout.ts';
import { allocateRing, type ByteRing, openRing } from './byte-ring.ts';
import { type Command, decodeMessage, type DueEvent, type RunStart, type WorkerReport, type WorkerRequest } from './protocol.ts';
import { createCommandQueue, createLivenessWatch } from './worker-link.ts';

const commandRingBytes = 1 << 18;
const noteRingBytes = 1 << 18;
const swarmBytes = swarmLength * Float32Array.BYTES_PER_ELEMENT;

/** Reports of the simulation itself; the others are about the worker. */
export type SimulationReport = Exclude<WorkerReport, { kind: 'alive' | 'unshared' | 'notes-waiting' | 'failed' }>;

/** A worker that could not use shared memory, or that stopped. */
export type WorkerTrouble = { kind: 'unshared' } | { kind: 'failed'; message: string };

export interface WorkerEvents {
  report(report: SimulationReport): void;
  /** Shared memory, in which the worker writes the records of the swarm. */
  swarm(records: Float32Array): void;
  silent(isSilent: boolean): void;
}

/** The simulation worker of the page, at most one at a time, and the memory that it shares with the page. */
interface SimulationHost {
  /** True where the present worker has sent a report. */
  readonly hasLived: boolean;
  /** Ends the present worker and opens another. @throws where memory or the worker is refused. */
  open(run: RunStart, isSharing: boolean, onTrouble: (trouble: WorkerTrouble) => void): void;
  send(command: Command): void;
  giveBack(buffer: ArrayBuffer): void;
  end(): void;
  dispose(): void;
}

const allocateBuffers = (isSharing: boolean) =>
  isSharing
    ? { commands: allocateRing(commandRingBytes), notes: allocateRing(noteRingBytes), swarm: new SharedArrayBuffer(swarmBytes) }
    : { commands: null, notes: null, swarm: null };

function readNotes(ring: ByteRing | null): DueEvent[] {
  const due: DueEvent[] = [];
  for (let bytes = ring?.read(); bytes; bytes = ring?.read()) due.push(decodeMessage<DueEvent>(bytes));
  return due;
}

export function createSimulationHost(threads: number, events: WorkerEvents): SimulationHost {
  let worker: Worker | null = null;
  let notes: ByteRing | null = null;
  let hasLived = false;

  const post = (request: WorkerRequest, transfer: Transferable[] = []) => worker?.postMessage(request, transfer);
  const commands = createCommandQueue(post);
  const liveness = createLivenessWatch({
    isThere: () => worker !== null,
    ask: () => post({ kind: 'ping' }),
    tell: events.silent,
  });

  const end = () => {
    worker?.terminate();
    worker = null;
    liveness.answered();
  };

  const receive = (report: WorkerReport, onTrouble: (trouble: WorkerTrouble) => void) => {
    hasLived = true;
    liveness.answered();
    if (report.kind === 'unshared' || report.kind === 'failed') onTrouble(report);
    else if (report.kind === 'notes-waiting') {
      const due = readNotes(notes);
      if (due.length > 0) events.report({ kind: 'notes', notes: due });
    } else if (report.kind !== 'alive') events.report(report);
  };

  const open = (run: RunStart, isSharing: boolean, onTrouble: (trouble: WorkerTrouble) => void) => {
    end();
    commands.clear();
    hasLived = false;
    worker = new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module', name: 'simulation' });
    worker.onmessage = (event: MessageEvent<WorkerReport>) => receive(event.data, onTrouble);
    // The page can not use what the worker hands over in shared memory.
    worker.onmessageerror = () => onTrouble({ kind: 'unshared' });
    worker.onerror = (event) => onTrouble({ kind: 'failed', message: event.message || 'the simulation worker stopped' });
    const buffers = allocateBuffers(isSharing);
    commands.useRing(buffers.commands && openRing(buffers.commands));
    notes = buffers.notes && openRing(buffers.notes);
    if (buffers.swarm) events.swarm(new Float32Array(buffers.swarm));
    post({ kind: 'start', run, threads, ...buffers });
  };

  return {
    get hasLived() {
      return hasLived;
    },
    open,
    send: commands.send,
    giveBack(buffer) {
      post({ kind: 'return', buffer }, [buffer]);
    },
    end,
    dispose() {
      liveness.stop();
      worker?.terminate();
      worker = null;
    },
  };
}
