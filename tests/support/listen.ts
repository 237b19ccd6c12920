import { defaultParameters, type ParameterValues } from '../../shared/parameters/index.ts';
import type { Note, Part } from '../../shared/simulation/note.ts';
import { createSimulation, type Simulation } from '../../shared/simulation/simulation.ts';
import { defaultDocument, type LoggedEdit } from '../../shared/universe/index.ts';

/** A note with its bar and its thirty-second of the bar. */
export type ListenedNote = Note & { bar: number; step: number };

/** Creates a simulation of the default universe with few particles, without a form so that all parts play, and some parameters changed. */
export function openQuietSimulation(values: Partial<ParameterValues> = {}, seed = 1): Simulation {
  const parameters = { ...defaultParameters, particleCount: 600, emissionRate: 90, form: 0, ...values };
  return createSimulation({ ...defaultDocument(), seed, parameters });
}

/** Runs a universe for some ticks, with the edits of these ticks, and returns its notes. Calls `watch` after each tick. */
export function listen(simulation: Simulation, ticks: number, edits: readonly LoggedEdit[] = [], watch?: () => void): ListenedNote[] {
  const notes: ListenedNote[] = [];
  for (let count = 0; count < ticks; count++) {
    simulation.step(edits.filter((edit) => edit.tick === simulation.tick + 1));
    const { bar, barStep } = simulation.world.stores.Clock;
    for (const note of simulation.notes) notes.push({ ...note, bar: bar[0], step: barStep[0] });
    watch?.();
  }
  return notes;
}

export const ofPart = (part: Part, notes: readonly ListenedNote[]): ListenedNote[] => notes.filter((note) => note.part === part);
