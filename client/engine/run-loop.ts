import { type FrameScalars, particleWords } from '../../shared/simulation/frame-layout.ts';
import type { Simulation } from '../../shared/simulation/simulation.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import { createEditQueue, type EditQueue } from './edit-queue.ts';
import type { FrameOutput } from './frame-output.ts';
import { type FrameSlot, readScalars, slotBytes, viewSlot } from './frame-slot.ts';
import type { Command, DueEvent, WorkerReport } from './protocol.ts';
import { createSwarmPacker } from './pack-swarm.ts';
import { createRoomClock } from './room-clock.ts';

/** Steps are made for at most this long before commands and messages get their turn. */
const turnBudgetMs = 24;
/** Notes this far behind the playhead are history: a run that catches up does not play them. */
const stalestNoteTicks = 24;
const hashEveryTicks = 300;
const lagReportedFromSeconds = 1;
/** A snapshot of a tick to come waits for so long. */
const snapshotWaitMs = 1500;
/** What the sound follows glides for about as long. */
const pulseEveryTicks = 6;

export interface RunLoopOptions {
  simulation: Simulation;
  /** The room confirms this often. */
  batchMs: number;
  /** Highest sequence that the simulation already holds. */
  afterSequence: number;
  output: FrameOutput;
  report: (report: WorkerReport) => void;
  playNotes: (events: DueEvent[]) => void;
  /** Where to write what the swarm hums, as in `swarm-layout.ts`, and whom to tell that it is there. */
  swarm: Float32Array;
  pulse: (scalars: FrameScalars) => void;
  /** Steady time in ms. */
  now: () => number;
}

export interface RunLoop {
  accept(command: Command): void;
  /** Steps towards the playhead, publishes a frame when it moved (or rests from the beginning), and says in how many ms it wants its next turn. */
  turn(): number;
}

/** The fixed-step loop: from confirmed ticks and edits to frames, notes and hashes. */
export function createRunLoop(options: RunLoopOptions): RunLoop {
  const { simulation, output, report, now } = options;
  const clock = createRoomClock(options.batchMs);
  const queue: EditQueue = createEditQueue(options.afterSequence);
  const hashTicks = new Set<number>();
  let snapshots: { requestId: string; tick: number; untilMs: number }[] = [];
  const packer = createSwarmPacker();
  let spare: FrameSlot | null = null;
  let pulseTick = Number.NEGATIVE_INFINITY;
  let sequence = 0;
  let reportedLag = 0;
  let reportedNeed = 0;
  let stepMilliseconds = 0;

  const reportHash = () => {
    if (simulation.tick % hashEveryTicks !== 0 && !hashTicks.delete(simulation.tick)) return;
    report({ kind: 'hash', tick: simulation.tick, hash: simulation.hash() });
  };

  /** Hands out the snapshots of this tick, and those that have waited long enough. */
  const handOut = (nowMs: number) => {
    if (snapshots.length === 0) return;
    const isDue = ({ tick, untilMs }: (typeof snapshots)[number]) => tick <= simulation.tick || nowMs >= untilMs;
    const due = snapshots.filter(isDue);
    if (due.length === 0) return;
    snapshots = snapshots.filter((one) => !isDue(one));
    const { tick } = simulation;
    const hash = simulation.hash();
    for (const { requestId } of due)
      report({ kind: 'snapshot', requestId, tick, sequence: queue.lastTaken, hash, bytes: simulation.snapshot() });
  };

  const reportLag = (seconds: number) => {
    const rounded = seconds < lagReportedFromSeconds ? 0 : Math.round(seconds);
    if (rounded === reportedLag) return;
    reportedLag = rounded;
    report({ kind: 'lag', seconds: rounded });
  };

  const reportNeed = () => {
    const { needMs } = clock;
    if (needMs === null || needMs === reportedNeed) return;
    reportedNeed = needMs;
    report({ kind: 'need', needMs });
  };

  const isPulseDue = () => simulation.tick >= pulseTick + pulseEveryTicks;

  /** What nobody draws, as behind another tab, is heard all the same. */
  const spareSlot = () => {
    const { capacity } = simulation;
    if (spare?.words.length !== capacity * particleWords) spare = viewSlot(new ArrayBuffer(slotBytes(capacity)), 0, capacity);
    simulation.packFrame(spare, stepMilliseconds);
    return spare;
  };

  const pulse = (slot: FrameSlot) => {
    pulseTick = simulation.tick;
    const scalars = readScalars(slot);
    const { boundsSize } = simulation.world.document.parameters;
    packer.pack({ words: slot.words, floats: slot.floats, slots: scalars.slots, boundsSize }, options.swarm);
    options.pulse(scalars);
  };

  const publish = (atMs: number) => {
    const slot = output.slot(simulation.capacity);
    if (!slot) {
      if (isPulseDue()) pulse(spareSlot());
      return;
    }
    sequence += 1;
    const anchors = simulation.packFrame(slot, stepMilliseconds);
    slot.stamps[0] = atMs;
    slot.stamps[1] = sequence;
    slot.stamps[2] = anchors.emitters;
    slot.stamps[3] = anchors.wells;
    if (isPulseDue()) pulse(slot);
    output.publish();
  };

  const collectNotes = (due: DueEvent[], atMs: number, target: number) => {
    const dueMs = clock.dueMs(simulation.tick, atMs);
    // However late: what is not let go sounds on.
    for (const release of simulation.releases) due.push({ release, tick: simulation.tick, dueMs });
    if (target - simulation.tick > stalestNoteTicks) return;
    const { Clock, Modulation } = simulation.world.stores;
    if (Clock.onset[0] === 1) {
      due.push({ beat: Clock.beat[0], tick: simulation.tick, tempo: Modulation.tempo[0], isBar: Clock.barStep[0] === 0, dueMs });
    }
    for (const note of simulation.notes) due.push({ note: { ...note }, dueMs });
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
          if (command.tick === simulation.tick) report({ kind: 'hash', tick: simulation.tick, hash: simulation.hash() });
          else if (command.tick > simulation.tick) hashTicks.add(command.tick);
          break;
        case 'snapshot':
          snapshots.push({ requestId: command.requestId, tick: command.tick, untilMs: now() + snapshotWaitMs });
          handOut(now());
          break;
      }
    },
    turn() {
      const begunMs = now();
      const target = Math.floor(clock.playhead(begunMs));
      const due: DueEvent[] = [];
      let steps = 0;
      while (simulation.tick < target && now() - begunMs < turnBudgetMs) {
        simulation.step(queue.takeUpTo(simulation.tick + 1));
        steps += 1;
        packer.hear(simulation.notes);
        collectNotes(due, begunMs, target);
        reportHash();
        handOut(begunMs);
      }
      const endedMs = now();
      if (steps > 0) stepMilliseconds += ((endedMs - begunMs) / steps - stepMilliseconds) * 0.05;
      // Whoever comes to a universe at rest sees how it stands.
      const isFirstAtRest = sequence === 0 && !clock.isPlaying && simulation.tick >= target;
      if (steps > 0 || isFirstAtRest) publish(endedMs);
      handOut(endedMs);
      if (due.length > 0) options.playNotes(due);
      reportNeed();
      reportLag((target - simulation.tick) / ticksPerSecond);
      if (simulation.tick < target) return 0;
      return Math.max(1, Math.min(50, clock.dueMs(simulation.tick + 1, endedMs) - endedMs));
    },
  };
}
