import './trusted-types.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import type { LoggedEdit } from '../../shared/universe/index.ts';
import type { DueEvent, FrameMemory, RunStart } from './protocol.ts';
import { createQuestions, type EngineSnapshot } from './worker-link.ts';
import type { SimulationReport } from './simulation-host.ts';
import { createWorkerSupervisor } from './worker-supervisor.ts';

export interface EngineEvents {
  /** Memory of frames, for the renderer: it has one reader only. */
  frames(memory: FrameMemory): void;
  /** Note events and beats, in order. */
  notes(events: DueEvent[]): void;
  /** The voices of the swarm: shared memory once, or a set a few times a second. Records as in `swarm-layout.ts`. */
  swarm(records: Float32Array): void;
  /** The values that the simulation derives from the parameters, about ten times a second while it plays, drawn or not. */
  pulse(scalars: FrameScalars): void;
  hash(tick: number, hash: string): void;
  lag(seconds: number): void;
  /** The delay that this device needs behind the room's clock. */
  need(needMs: number): void;
  /** The simulation stopped, and began again from its log (`recovered`) or could not. The message is for programs. */
  failed(message: string, recovered: boolean): void;
  /** The simulation has not answered for about ten seconds, or answers again. It may be busy on a slow device, or be gone. */
  silent(isSilent: boolean): void;
}

/** The main thread's handle on the simulation worker. */
export interface Engine {
  /** Sets the one listener; what happens before it is set has none. */
  listen(listener: Partial<EngineEvents>): void;
  /** Begins a run, in place of the one before. */
  start(run: RunStart): void;
  applyEdits(edits: LoggedEdit[]): void;
  /** Allows the simulation to go up to `tick`. */
  confirm(tick: number, playing: boolean): void;
  /** Takes the room's time, with the times of question and answer, in ms of `performance.timeOrigin + performance.now()`. */
  time(answer: { sentMs: number; receivedMs: number; roomMs: number; delayMs: number }): void;
  /** Takes back the memory of a frame that came without an arena, when it is not needed any more. */
  giveBack(buffer: ArrayBuffer): void;
  /** Hash of the state after `tick`, once it is there; `tick` must not have passed. */
  hashAt(tick: number): Promise<string>;
  /** The state after `tick`, or the present state where that tick has passed or is not reached soon. */
  snapshot(tick?: number): Promise<EngineSnapshot>;
  dispose(): void;
}

/** `threads`: number of threads that share the steps of the simulation, where the page may share memory. */
export function createEngine(threads: number): Engine {
  let events: Partial<EngineEvents> = {};
  const questions = createQuestions();
  const supervisor = createWorkerSupervisor(threads, {
    report: (report) => tell(report, events, questions),
    swarm: (records) => events.swarm?.(records),
    failed: (message, recovered) => events.failed?.(message, recovered),
    silent: (isSilent) => events.silent?.(isSilent),
  });

  return {
    listen(listener) {
      events = listener;
    },
    start: supervisor.start,
    applyEdits: supervisor.applyEdits,
    confirm: supervisor.confirm,
    time: (answer) => supervisor.send({ kind: 'time', ...answer }),
    giveBack: supervisor.giveBack,
    hashAt: (tick) => questions.hashAt(tick, supervisor.send),
    snapshot: (tick = 0) => questions.snapshot(tick, supervisor.send),
    dispose: supervisor.dispose,
  };
}

/** Hands a report to the listener, and to the questions that it answers. */
function tell(report: SimulationReport, events: Partial<EngineEvents>, questions: ReturnType<typeof createQuestions>): void {
  switch (report.kind) {
    case 'arena':
    case 'frame':
      events.frames?.(report);
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
  }
}
