import type { UniverseDocument } from '../universe/index.ts';
import { clipped } from './describe.ts';
import { type DescriptorGroup, descriptors, measure } from './descriptors.ts';
import type { Candidate } from './gallery.ts';
import { norms } from './norms.ts';
import { type Observation, type Trace, traces } from './observe/observation.ts';

/** A note in the middle of the staff, in MIDI numbers. */
const middleNote = 64;

/**
 * Returns an observation of nothing but the parameters: all else is the same for every universe, except that tempo and octave, which lead
 * through the music unchanged, are as they are set.
 */
function bare({ parameters }: UniverseDocument): Observation {
  const still = Object.fromEntries(traces.map((trace) => [trace, [1]])) as unknown as Record<Trace, readonly number[]>;
  const note = { part: 'lead', midi: middleNote + 12 * parameters.octave, velocity: 0.5, seconds: 1, bar: 0, step: 0 } as const;
  return {
    parameters,
    bursts: 0,
    music: { notes: [note], bars: [], seconds: 1 },
    notesPerSecond: 1,
    outOfScale: 0,
    traces: { ...still, tempo: [parameters.tempo] },
    glances: [],
    populated: 1,
    light: new Float64Array(1),
  };
}

/** A universe from which groups of descriptors are taken, because the parameters behind them are. */
interface Taken {
  readonly from: Candidate;
  readonly groups: readonly DescriptorGroup[];
}

/**
 * Returns what a description of a document is likely to be, without a simulation: that of the universe it descends from, with the groups
 * that it took from another, and the changes that its parameters make by themselves (sound and picture mostly). Motion is not foreseen.
 */
export function foreseen(parent: Candidate, document: UniverseDocument, taken?: Taken): Float64Array {
  const [before, after] = [measure(bare(parent.document)), measure(bare(document))];
  return parent.values.map((value, index) => {
    const { name, group } = descriptors[index];
    const change = (after[index] - before[index]) / norms.values[name][1];
    const inherited = taken?.groups.includes(group) ? taken.from.values[index] : value + change;
    return clipped(inherited);
  });
}
