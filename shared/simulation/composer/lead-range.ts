import { registerLift } from '../../coupling/index.ts';
import { midiOfDegree, nearestDegree, registerOf } from '../../music/index.ts';
import type { UniverseWorld } from '../world.ts';
import type { BarStep } from './bar-step.ts';

/** Lowest note of the melody, in semitones above the lowest note of the chord: it may dip into the chord, never under it. */
export const leadAboveChord = 5;

/** The melody's range in degrees of the scale; `home`: its lowest one without a chord below, from which a theme counts. */
export interface LeadRange {
  low: number;
  high: number;
  home: number;
}

/** A phrase takes over the lift of the register by the tempo when it has changed by so many semitones. */
const liftChange = 1.5;

/** Builds the step that lifts the melody's register by the tempo, where a phrase begins. */
export function buildLeadLift(world: UniverseWorld): (moment: BarStep) => void {
  const { Modulation, Composer } = world.stores;
  return ({ parameters, place, step, bar }) => {
    if (step !== 0 || place.barInPhrase !== 0) return;
    const lift = registerLift(Modulation.tempo[0], parameters.couplingMode === 'stable' ? parameters.tempoToPitch : 0);
    if (bar === 0 || Math.abs(lift - Composer.themeLift[0]) > liftChange) Composer.themeLift[0] = Math.floor(lift + 0.5);
  };
}

/** Builds the reader of the melody's range: its register, lifted by the tempo and kept above the chord. */
export function buildLeadRange(world: UniverseWorld): (moment: BarStep, out: LeadRange) => void {
  const { Composer } = world.stores;
  const register = { low: 0, high: 0 };
  return ({ parameters, scale, tonic }, out) => {
    registerOf('lead', parameters.octave, parameters.melodyRange, register);
    const lift = Composer.themeLift[0];
    const floor = Composer.chord0[0] + leadAboveChord;
    out.home = nearestDegree(scale, tonic, register.low + lift);
    out.low = nearestDegree(scale, tonic, Math.max(register.low + lift, floor));
    if (midiOfDegree(scale, tonic, out.low) < floor) out.low += 1;
    out.high = Math.max(out.low + scale.length, nearestDegree(scale, tonic, register.high + lift));
  };
}
