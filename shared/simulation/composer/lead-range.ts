import { registerLift } from '../../coupling/index.ts';
import { midiOfDegree, nearestDegree, registerOf } from '../../music/index.ts';
import type { UniverseWorld } from '../world.ts';
import type { BarStep } from './bar-step.ts';

/** Lowest note of the melody, in semitones above the lowest note of the chord: it may dip into the chord, never under it. */
export const leadAboveChord = 5;

/** Builds the reader of the melody's range: its register, lifted by the tempo and kept above the chord, in degrees of the scale. */
export function buildLeadRange(world: UniverseWorld): (moment: BarStep, out: { low: number; high: number }) => void {
  const { Modulation, Composer } = world.stores;
  const register = { low: 0, high: 0 };
  return ({ parameters, scale, tonic }, out) => {
    registerOf('lead', parameters.octave, parameters.melodyRange, register);
    const lift = registerLift(Modulation.tempo[0], parameters.couplingMode === 'stable' ? parameters.tempoToPitch : 0);
    const floor = Composer.chord0[0] + leadAboveChord;
    out.low = nearestDegree(scale, tonic, Math.max(register.low + lift, floor));
    if (midiOfDegree(scale, tonic, out.low) < floor) out.low += 1;
    out.high = Math.max(out.low + scale.length, nearestDegree(scale, tonic, register.high + lift));
  };
}
