import { mix } from '../../math/generator.ts';
import {
  answeredBar,
  chordDegrees,
  hasOnset,
  leadRests,
  midiOfDegree,
  nearestChordDegree,
  nearestDegree,
  reflectDegree,
  registerOf,
  stepsToNextOnset,
} from '../../music/index.ts';
import type { UniverseWorld } from '../world.ts';
import type { BarStep } from './bar-step.ts';
import { buildChooseParticle, heightOfMidi } from './choose-particle.ts';
import { buildMotif, motifSteps } from './motif.ts';
import { isAudible } from './parts-that-play.ts';
import type { PartWriter } from './part-writer.ts';

/** Notes with this metrical weight or more are on the chord. */
const onChord = 0.6;

/** True when the melody rests: it leaves no bar to the answer of a part that is silent. */
export const melodyRests = ({ parameters, place, seed }: BarStep): boolean =>
  leadRests(place, seed) && (answeredBar(place, seed) < 0 || isAudible(parameters, 'texture'));

/**
 * Builds the texture's answer to the melody: where it rests, its motif of the bar before, or of two bars before, returns in the register of the
 * texture, and ends on a note of the chord. Returns true in the bars that are answers.
 */
export function buildAnswer(world: UniverseWorld, writer: PartWriter): (moment: BarStep) => boolean {
  const { Composer } = world.stores;
  const motif = buildMotif(world);
  const choose = buildChooseParticle(world);
  const chord = new Int32Array(5);
  const register = { low: 0, high: 0 };

  const midiAt = ({ parameters, scale, tonic, weight }: BarStep, index: number, isLast: boolean) => {
    registerOf('texture', parameters.octave, parameters.melodyRange, register);
    const count = chordDegrees(scale, Composer.root[0], Composer.stack[0], chord);
    const low = nearestDegree(scale, tonic, register.low);
    const high = Math.max(low + scale.length, nearestDegree(scale, tonic, register.high));
    const anchor = nearestChordDegree(Math.floor((low + high) / 2), chord, count, scale.length);
    const degree = reflectDegree(anchor + motif.heightAt(index, parameters, Composer.themeEnergy[0]), low, high);
    return midiOfDegree(scale, tonic, isLast || weight >= onChord ? nearestChordDegree(degree, chord, count, scale.length) : degree);
  };

  return (moment) => {
    const { parameters, place, seed, bar, step, weight, drive } = moment;
    const answered = answeredBar(place, seed);
    if (answered < 0 || !isAudible(parameters, 'lead')) return false;
    motif.write(moment, answered);
    const end = motifSteps(place.barInPhrase, parameters.meter);
    if (step >= end || !hasOnset(motif.rhythm, step)) return true;
    const next = stepsToNextOnset(motif.rhythm, step, end);
    const midi = midiAt(moment, motif.onsetsBefore(step), step + next === end);
    writer.add(moment, {
      midi,
      velocity: 0.42 + 0.2 * weight + 0.15 * drive,
      steps: Math.min(12, next) * 0.9,
      rule: 'answer',
      slot: choose(mix(seed ^ (bar * 64 + step + 0x6000000)), heightOfMidi(midi)),
    });
    return true;
  };
}
