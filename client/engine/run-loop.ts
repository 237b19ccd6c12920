import type { Simulation } from '../../shared/simulation/simulation.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import { collectDueEvents } from './due-events.ts';
import { createEditQueue } from './edit-queue.ts';
import type { FrameOutput } from './frame-output.ts';
import { createFramePublisher, type PulseOutput } from './frame-publisher.ts';
import { createSwarmPacker } from './pack-swarm.ts';
import type { Command, DueEvent, WorkerReport } from './protocol.ts';
import { createRoomClock } from './room-clock.ts';
import { createStateReports } from './state-reports.ts';
import { createTimingReports } from './timing-reports.ts';

/** Steps are made for at most this long before commands and messages get their turn. */
const turnBudgetMs = 24;

export interface RunLoopOptions extends PulseOutput {
  simulation: Simulation;
  /** The room confirms this often. */
  batchMs: number;
  /** Highest sequence that the simulation already holds. */
  afterSequence: number;
  output: FrameOutput;
  report: (report: WorkerReport) => void;
  playNotes: (events: DueEvent[]) => void;
  /** Steady time in ms. */
  now: () => number;
}

export interface RunLoop {
  accept(command: Command): void;
  /** Steps towards the playhead, publishes a frame of a tick that has none yet (or rests from the beginning), and returns the ms until its next turn. */
  turn(): number;
}

/** The fixed-step loop: from confirmed ticks and edits to frames, notes and hashes. */
export function createRunLoop(options: RunLoopOptions): RunLoop {
  const { simulation, report, now } = options;
  const clock = createRoomClock(options.batchMs);
  const queue = createEditQueue(options.afterSequence);
  const packer = createSwarmPacker();
  const frames = createFramePublisher(simulation, options.output, packer, options);
  const state = createStateReports(simulation, queue, report);
  const timing = createTimingReports(report);
  let stepMilliseconds = 0;

  /** Steps until the tick of the playhead or the end of the budget; returns the number of steps. */
  const stepTowards = (target: number, begunMs: number, due: DueEvent[]) => {
    let steps = 0;
    while (simulation.tick < target && now() - begunMs < turnBudgetMs) {
      simulation.step(queue.takeUpTo(simulation.tick + 1));
      steps += 1;
      packer.hear(simulation.notes);
      collectDueEvents(simulation, clock.dueMs(simulation.tick, begunMs), target, due);
      state.reportHash();
      state.reportSnapshots(begunMs);
    }
    return steps;
  };

  return {
    accept(command) {
      switch (command.kind) {
        case 'edits':
          queue.add(command.edits);
          break;
        case 'confirm':
          clock.confirm(command.tick, command.playing, command.atMs);
          break;
        case 'time':
          clock.answer(command);
          break;
        case 'hash':
          state.requestHash(command.tick);
          break;
        case 'snapshot':
          state.requestSnapshot(command.requestId, command.tick, now());
          break;
      }
    },
    turn() {
      const begunMs = now();
      const target = Math.floor(clock.playhead(begunMs));
      const due: DueEvent[] = [];
      const steps = stepTowards(target, begunMs, due);
      const endedMs = now();
      if (steps > 0) stepMilliseconds += ((endedMs - begunMs) / steps - stepMilliseconds) * 0.05;
      // A user who opens a universe at rest sees its state.
      const isFirstAtRest = frames.publishedTick === null && !clock.isPlaying && simulation.tick >= target;
      // The reader may have held all memory when the last step before a pause was made.
      const isBehind = frames.publishedTick !== null && frames.publishedTick !== simulation.tick;
      if (steps > 0 || isFirstAtRest || isBehind) frames.publish(endedMs, stepMilliseconds);
      state.reportSnapshots(endedMs);
      if (due.length > 0) options.playNotes(due);
      timing.need(clock.needMs);
      timing.lag((target - simulation.tick) / ticksPerSecond);
      if (simulation.tick < target) return 0;
      return Math.max(1, Math.min(50, clock.dueMs(simulation.tick + 1, endedMs) - endedMs));
    },
  };
}
