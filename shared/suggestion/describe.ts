import type { UniverseDocument } from '../universe/index.ts';
import { descriptors, measure } from './descriptors.ts';
import { norms } from './norms.ts';
import { mostFlashes } from './observe/flashes.ts';
import { describedParticles, observe } from './observe/observe.ts';
import { ticksPerSecond } from '../simulation/world.ts';

/** What a guard needs to know of a universe. */
export interface Facts {
  /** Share of the time in which particles live, 0..1. */
  readonly alive: number;
  readonly notesPerSecond: number;
  /** Share of the notes that are not in the scale, 0..1. */
  readonly notesOutOfScale: number;
  /** Flashes of the whole picture in the worst second. */
  readonly flashesPerSecond: number;
}

/** A universe in numbers. */
export interface Description {
  /** A value for each descriptor: 0 is usual, and most are between −1 and 1; clipped to ±3. */
  readonly values: Float64Array;
  readonly facts: Facts;
}

/** Clips a value of a description to ±3. */
export const clipped = (value: number): number => Math.max(-3, Math.min(3, value));

/** Returns raw values of the descriptors by what is usual; what could not be measured is usual. */
function normalised(raw: Float64Array): Float64Array {
  return raw.map((value, index) => {
    const [centre, spread] = norms.values[descriptors[index].name];
    const by = (value - centre) / spread;
    return Number.isNaN(by) ? 0 : clipped(by);
  });
}

/** Runs a universe for 16 s with few particles, at most `most`, and describes what it was. */
export function describe(document: UniverseDocument, most = describedParticles): Description {
  const observation = observe(document, most);
  const { populated, notesPerSecond, outOfScale, light } = observation;
  return {
    values: normalised(measure(observation)),
    facts: {
      alive: populated,
      notesPerSecond,
      notesOutOfScale: outOfScale,
      flashesPerSecond: mostFlashes(light, ticksPerSecond),
    },
  };
}
