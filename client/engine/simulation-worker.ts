import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { swarmLength } from '../../shared/simulation/swarm-layout.ts';
import { createSimulation, type Simulation, type SimulationOptions } from '../../shared/simulation/simulation.ts';
import { type ByteRing, openRing } from './byte-ring.ts';
import { createSharedOutput, createTransferOutput } from './frame-output.ts';
import {
  type Command,
  decodeMessage,
  type DueEvent,
  encodeMessage,
  type RunStart,
  type WorkerReport,
  type WorkerRequest,
} from './protocol.ts';
import { createRunLoop, type RunLoop } from './run-loop.ts';
import { canShareMemory } from './shared-memory.ts';
import { startThreadPool } from './step-threads.ts';
import { createStepTurns } from './step-turns.ts';
import { pageMs } from '../common/page-clock.ts';

/** The part of the worker's global scope that is used here; the client is typed for the window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null;
  onmessageerror: (() => void) | null;
  postMessage(report: WorkerReport, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const post = (report: WorkerReport, transfer: Transferable[] = []) => scope.postMessage(report, transfer);

let output = createTransferOutput(post);
let commands: ByteRing | null = null;
let notes: ByteRing | null = null;
/** Records of the swarm, and whether the page shares their memory. */
let swarm = { records: new Float32Array(swarmLength), isShared: false };
let loop: RunLoop | null = null;
const turns = createStepTurns(turn);

function playNotes(due: DueEvent[]): void {
  const written = notes !== null && due.every((event) => notes!.write(encodeMessage(event)));
  post(written ? { kind: 'notes-waiting' } : { kind: 'notes', notes: due });
}

function turn(): void {
  if (!loop) return;
  try {
    for (let bytes = commands?.read(); bytes; bytes = commands?.read()) loop.accept(decodeMessage<Command>(bytes));
    turns.next(loop.turn());
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  loop = null;
  post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}

/** Restores a snapshot; its validation is imported with the first one, so that a start without a snapshot does not wait for it. */
async function restore(snapshot: Uint8Array, options: SimulationOptions): Promise<Simulation> {
  const { restoreSimulation } = await import('../../shared/simulation/restore-simulation.ts');
  return restoreSimulation(snapshot, options);
}

async function start(run: RunStart, threads: number): Promise<void> {
  const allocate = commands ? (bytes: number) => new SharedArrayBuffer(bytes) : undefined;
  const threadPool = allocate && (await startThreadPool(threads, run.document.parameters.particleCount));
  const options = { allocate, threadPool };
  const simulation = run.snapshot ? await restore(run.snapshot, options) : createSimulation(run.document, options);
  const afterSequence = run.snapshot && run.edits.length > 0 ? run.edits[0].sequence - 1 : 0;
  const { records, isShared } = swarm;
  const pulse = (scalars: FrameScalars) => post({ kind: 'pulse', scalars, swarm: isShared ? null : records.slice() });
  loop = createRunLoop({
    simulation,
    batchMs: run.batchMs,
    afterSequence,
    output,
    report: post,
    playNotes,
    now: pageMs,
    swarm: records,
    pulse,
  });
  loop.accept({ kind: 'edits', edits: run.edits });
  loop.accept({ kind: 'confirm', tick: run.tick, playing: run.playing, atMs: pageMs() });
  turn();
}

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case 'start':
      if (data.commands && !canShareMemory()) {
        post({ kind: 'unshared' });
        break;
      }
      commands = data.commands && openRing(data.commands);
      notes = data.notes && openRing(data.notes);
      if (data.swarm) swarm = { records: new Float32Array(data.swarm as ArrayBufferLike as ArrayBuffer), isShared: true };
      output = commands ? createSharedOutput(post) : createTransferOutput(post);
      start(data.run, data.threads).catch(fail);
      break;
    case 'command':
      loop?.accept(data.command);
      break;
    case 'return':
      output.reclaim(data.buffer);
      break;
    case 'ping':
      post({ kind: 'alive' });
      break;
  }
};
scope.onmessageerror = () => post({ kind: 'unshared' });
post({ kind: 'alive' });
