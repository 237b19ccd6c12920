import type { ParameterValues } from '../../../../shared/parameters/index.ts';
import type { Replay } from '../../../../shared/recording/replay.ts';
import type { FrameScalars } from '../../../../shared/simulation/frame-layout.ts';
import type { Note } from '../../../../shared/simulation/note.ts';
import { writeNotes } from '../../../../shared/simulation/write-notes.ts';
import { swarmLength } from '../../../../shared/simulation/swarm-layout.ts';
import type { Span } from '../../../store/recording.ts';
import { createSwarmPacker } from '../../../engine/pack-swarm.ts';
import { createFrameTaker } from '../../../engine/frame-taker.ts';

/** Ticks between updates of the players' parameters and scalars, as on a page: ten per second. */
export const ticksPerMoment = 6;

/** The input of the players beside the notes. */
export interface Moment {
  readonly tick: number;
  readonly parameters: ParameterValues;
  readonly scalars: FrameScalars;
  /** The records of the swarm; see `swarm-layout.ts`. */
  readonly hum: Float32Array<ArrayBuffer>;
}

/** Everything that sounds in a span of a run. */
export interface SoundEvents {
  readonly span: Span;
  readonly notes: readonly Note[];
  readonly moments: readonly Moment[];
  /** Hash of the state at the end of the span. */
  readonly endHash: string;
}

/** Runs a replay to the beginning of a span. */
export function runTo({ simulation, advance }: Replay, tick: number, onTick: () => void): void {
  while (simulation.tick < tick) {
    advance();
    onTick();
  }
}

/** Runs a replay to the end of a span, as fast as possible, and records what sounds in it. `onTick` is called after each step. */
export function collectSoundEvents(replay: Replay, span: Span, onTick: () => void): SoundEvents {
  const { simulation, advance } = replay;
  const notes: Note[] = [];
  const moments: Moment[] = [];
  const takeFrame = createFrameTaker(simulation);
  const swarm = createSwarmPacker();
  const takeMoment = () => {
    const { parameters } = simulation.world.document;
    const { words, floats, slots, scalars } = takeFrame();
    const hum = new Float32Array(swarmLength);
    swarm.pack({ words, floats, slots, boundsSize: parameters.boundsSize }, hum);
    moments.push({ tick: simulation.tick, parameters, scalars, hum });
  };
  runTo(replay, span.fromTick, onTick);
  while (simulation.tick < span.toTick) {
    if ((simulation.tick - span.fromTick) % ticksPerMoment === 0) takeMoment();
    advance();
    swarm.hear(simulation.notes);
    writeNotes(simulation, notes);
    onTick();
  }
  return { span, notes, moments, endHash: simulation.hash() };
}
