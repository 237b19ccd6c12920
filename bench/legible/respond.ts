import { type ParameterValues } from '../../shared/parameters/index.ts';
import { restoreSimulation } from '../../shared/simulation/restore-simulation.ts';
import { createSimulation, type Simulation } from '../../shared/simulation/simulation.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { mean } from '../statistics.ts';

/** Seconds after which a universe has its usual motion and sound. */
const settleSeconds = 20;
/** Bars within which a change has to be heard, and bars that are then listened to. */
const barsUntilHeard = 2;
const barsHeard = 4;

/** The music of some bars. */
export interface Heard {
  notesPerSecond: number;
  /** Mean MIDI pitch of the melody and the texture; NaN without any. */
  register: number;
}

/** Returns a snapshot of a universe that has settled. */
export function settle(document: UniverseDocument): Uint8Array {
  const simulation = createSimulation(document);
  while (simulation.tick < settleSeconds * ticksPerSecond) simulation.step();
  return simulation.snapshot();
}

/** Returns a restored universe after an edit of its parameters. */
export function withChange(snapshot: Uint8Array, values: Partial<ParameterValues>): Simulation {
  const simulation = restoreSimulation(snapshot);
  simulation.step([{ sequence: 1, tick: simulation.tick + 1, edit: { kind: 'parameters.set', values } }]);
  return simulation;
}

/** Listens to whole bars, which begin two bars after a change. */
export function hearChange(snapshot: Uint8Array, values: Partial<ParameterValues>): Heard {
  const simulation = withChange(snapshot, values);
  const bar = () => simulation.world.stores.Clock.bar[0];
  const first = bar() + 1 + barsUntilHeard;
  while (bar() < first) simulation.step();
  const begun = simulation.tick;
  const pitches: number[] = [];
  let notes = 0;
  while (bar() < first + barsHeard) {
    notes += simulation.notes.length;
    for (const { part, midi } of simulation.notes) if (part === 'lead' || part === 'texture') pitches.push(midi);
    simulation.step();
  }
  return { notesPerSecond: (notes * ticksPerSecond) / (simulation.tick - begun), register: mean(pitches) };
}
