import './trusted-types.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { swarmLength } from '../../shared/simulation/swarm-layout.ts';
import type { LoggedEdit } from '../../shared/universe/index.ts';
import { canShareMemory } from './shared-memory.ts';
import { createCommandQueue, createLivenessWatch, createQuestions, type EngineSnapshot } from './worker-link.ts';
import { allocateRing, type ByteRing, openRing } from './byte-ring.ts';
import { decodeMessage, type DueEvent, type FrameMemory, type RunStart, type WorkerReport, type WorkerRequest } from './protocol.ts';
import { pageMs } from '../common/page-clock.ts';

const commandRingBytes = 1 << 18;
const noteRingBytes = 1 << 18;
const swarmBytes = swarmLength * Float32Array.BYTES_PER_ELEMENT;
/** A worker that dies again within this time is not started again. */
const crashWindowMs = 10_000;

export interface EngineEvents {
  /** Memory of frames, for whoever draws them: one reader only. */
  frames(memory: FrameMemory): void;
  /** What sounds, in order. */
  notes(events: DueEvent[]): void;
  /** What the swarm hums: shared memory once, or a set a few times a second. Records as in `swarm-layout.ts`. */
  swarm(records: Float32Array): void;
  /** What the simulation makes of the parameters, about ten times a second while it plays, whether it is drawn or not. */
  pulse(scalars: FrameScalars): void;
  hash(tick: number, hash: string): void;
  lag(seconds: number): void;
  /** How far behind the room's clock this device has to stay. */
  need(needMs: number): void;
  /** The simulation stopped and was begun again from its log (`recovered`), or could not be. The message is for programs. */
  failed(message: string, recovered: boolean): void;
  /** The simulation has not answered for about ten seconds, or answers again. It may be hard at work on a slow device, or not be there. */
  silent(isSilent: boolean): void;
}

/** The main thread's handle on the simulation worker. */
export interface Engine {
  /** Tells of what happens from now on, to one listener; what comes before has none. */
  listen(listener: Partial<EngineEvents>): void;
  /** Begins a run, in place of the one before. */
  start(run: RunStart): void;
  applyEdits(edits: LoggedEdit[]): void;
  /** Allows the simulation to go up to `tick`. */
  confirm(tick: number, playing: boolean): void;
  /** What the room said of its time, with the moments of question and answer, in ms of `performance.timeOrigin + performance.now()`. */
  time(answer: { sentMs: number; receivedMs: number; roomMs: number; delayMs: number }): void;
  /** Takes back the memory of a frame that came by itself, when it is not needed any more. */
  giveBack(buffer: ArrayBuffer): void;
  /** Hash of the state after `tick`, once it is there; `tick` must not have passed. */
  hashAt(tick: number): Promise<string>;
  /** The state after `tick`, or the present one where that has passed or is not reached soon. */
  snapshot(tick?: number): Promise<EngineSnapshot>;
  dispose(): void;
}

/** `threads`: how many share the steps of the simulation, where the page may share memory. */
export function createEngine(threads: number): Engine {
  let events: Partial<EngineEvents> = {};
  let isSharing = canShareMemory();
  let hasLived = false;
  let worker: Worker | null = null;
  let notes: ByteRing | null = null;
  let run: RunStart | null = null;
  let lastCrashMs = Number.NEGATIVE_INFINITY;

  const post = (request: WorkerRequest, transfer: Transferable[] = []) => worker?.postMessage(request, transfer);

  const commands = createCommandQueue(post);
  const questions = createQuestions(commands.send);

  const drainNotes = () => {
    const due: DueEvent[] = [];
    for (let bytes = notes?.read(); bytes; bytes = notes?.read()) due.push(decodeMessage<DueEvent>(bytes));
    if (due.length > 0) events.notes?.(due);
  };

  const liveness = createLivenessWatch({
    isThere: () => worker !== null,
    ask: () => post({ kind: 'ping' }),
    tell: (isSilent) => events.silent?.(isSilent),
  });

  const onReport = (report: WorkerReport) => {
    hasLived = true;
    liveness.answered();
    switch (report.kind) {
      case 'alive':
        break;
      case 'unshared':
        beginUnshared();
        break;
      case 'arena':
      case 'frame':
        events.frames?.(report);
        break;
      case 'notes-waiting':
        drainNotes();
        break;
      case 'notes':
        events.notes?.(report.notes);
        break;
      case 'pulse':
        if (report.swarm) events.swarm?.(report.swarm);
        events.pulse?.(report.scalars);
        break;
      case 'hash':
        events.hash?.(report.tick, report.hash);
        questions.answerHash(report.tick, report.hash);
        break;
      case 'snapshot':
        questions.answerSnapshot(report.requestId, report);
        break;
      case 'need':
        events.need?.(report.needMs);
        break;
      case 'lag':
        events.lag?.(report.seconds);
        break;
      case 'failed':
        recover(report.message);
        break;
    }
  };

  /** What never came is not there to be begun again. */
  const recover = (message: string) => {
    const now = performance.now();
    const again = hasLived && run !== null && now - lastCrashMs > crashWindowMs;
    lastCrashMs = now;
    end();
    if (again) launch(run!);
    events.failed?.(message, again);
  };

  const beginUnshared = () => {
    if (!isSharing) return recover('shared memory can not be used');
    isSharing = false;
    if (run) launch(run);
  };

  const end = () => {
    worker?.terminate();
    worker = null;
    liveness.answered();
  };

  const launch = (next: RunStart) => {
    end();
    commands.clear();
    hasLived = false;
    try {
      begin(next);
    } catch (error) {
      // Memory may be refused where it is made, and where it is handed on.
      if (isSharing) beginUnshared();
      else recover(error instanceof Error ? error.message : String(error));
    }
  };

  const begin = (next: RunStart) => {
    worker = new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module', name: 'simulation' });
    worker.onmessage = (event: MessageEvent<WorkerReport>) => onReport(event.data);
    // What the worker hands over in shared memory can not be used here.
    worker.onmessageerror = beginUnshared;
    worker.onerror = (event) => recover(event.message || 'the simulation worker stopped');
    const buffers = isSharing
      ? { commands: allocateRing(commandRingBytes), notes: allocateRing(noteRingBytes), swarm: new SharedArrayBuffer(swarmBytes) }
      : { commands: null, notes: null, swarm: null };
    commands.useRing(buffers.commands && openRing(buffers.commands));
    notes = buffers.notes && openRing(buffers.notes);
    if (buffers.swarm) events.swarm?.(new Float32Array(buffers.swarm));
    post({ kind: 'start', run: next, threads, ...buffers });
  };

  return {
    listen(listener) {
      events = listener;
    },
    start(next) {
      run = { ...next, edits: [...next.edits] };
      launch(run);
    },
    applyEdits(edits) {
      run?.edits.push(...edits);
      for (const edit of edits) commands.send({ kind: 'edits', edits: [edit] });
    },
    confirm(tick, playing) {
      if (run) Object.assign(run, { tick, playing });
      commands.send({ kind: 'confirm', tick, playing, atMs: pageMs() });
    },
    time(answer) {
      commands.send({ kind: 'time', ...answer });
    },
    giveBack(buffer) {
      post({ kind: 'return', buffer }, [buffer]);
    },
    hashAt: questions.hashAt,
    snapshot: (tick = 0) => questions.snapshot(tick),
    dispose() {
      liveness.stop();
      worker?.terminate();
      worker = null;
    },
  };
}
