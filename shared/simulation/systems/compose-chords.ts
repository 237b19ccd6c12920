import { mix, uniformAt } from '../../math/generator.ts';
import { chordFigure, createRhythm, groupsPerBar, hasOnset, stepsPerBar, stepsToNextOnset, writeRhythm } from '../../music/index.ts';
import { buildChooseParticle, heightOfMidi } from '../composer/choose-particle.ts';
import { buildBarStep, type BarStep } from '../composer/bar-step.ts';
import { buildPartWriter, partReads, partWrites } from '../composer/part-writer.ts';
import { stepSeconds, type System } from '../world.ts';

/** The ways to play the chord: held through the bar, struck together, or broken into single notes. */
type Manner = 'held' | 'struck' | 'broken';

/** Manner by the letter of the phrase, from plain to busy. */
const manners: readonly (readonly Manner[])[] = [
  ['held', 'broken', 'held'],
  ['struck', 'broken', 'held'],
  ['broken', 'struck', 'broken'],
];
/** Chords with a slower attack than this are always held. */
const slowAttackSeconds = 0.35;
/** Most struck chords in a second. */
const strikesPerSecond = 2;

/** The accompaniment: the bar's chord in the manner of its phrase. */
export const composeChords: System = {
  name: 'compose-chords',
  reads: partReads,
  writes: partWrites('chords'),
  build: (world) => {
    const { Composer } = world.stores;
    const readMoment = buildBarStep(world);
    const writer = buildPartWriter(world, 'chords');
    const choose = buildChooseParticle(world);
    const chord = [Composer.chord0, Composer.chord1, Composer.chord2, Composer.chord3];
    const rhythm = createRhythm();

    const mannerOf = ({ parameters, place, drive, formDensity }: BarStep): Manner => {
      if (parameters.attack > slowAttackSeconds) return 'held';
      const busy = parameters.rhythmComplexity * (0.7 + 0.6 * drive) * formDensity;
      return manners[busy < 0.3 ? 0 : busy < 0.7 ? 1 : 2][place.letter];
    };

    const setRhythm = ({ parameters, place, drive, grid, ticksPerStep, formDensity, bar }: BarStep, manner: Manner) => {
      const { meter, rhythmComplexity, noteDensity } = parameters;
      const groups = groupsPerBar(meter);
      const busy = rhythmComplexity * (0.5 + drive) * formDensity;
      const barSeconds = stepsPerBar(meter) * ticksPerStep * stepSeconds;
      const broken = Math.min(stepsPerBar(meter) / 4, groups * (1 + busy) * Math.min(1.5, Math.sqrt(noteDensity) + 0.3));
      rhythm.meter = meter;
      rhythm.grid = Math.max(4, grid);
      rhythm.seed = chordFigure(bar, place);
      rhythm.syncopation = manner === 'broken' ? 0.3 * rhythmComplexity : Math.min(1, 1.2 * rhythmComplexity);
      rhythm.complexity = rhythmComplexity;
      rhythm.pattern = Composer.pattern[0];
      rhythm.count = Math.floor(
        manner === 'broken' ? broken : Math.max(1, Math.min(strikesPerSecond * barSeconds, 1 + groups * 0.8 * busy)),
      );
      writeRhythm(rhythm);
    };

    const sound = (moment: BarStep, voice: number, voices: number, velocity: number, steps: number) => {
      const midi = chord[voice][0];
      const key = mix(moment.seed ^ (moment.bar * 256 + moment.step * 4 + voice + 0x2000000));
      writer.add(moment, { midi, velocity, steps, rule: 'chord', slot: choose(key, heightOfMidi(midi)), voice, voices });
    };

    const soundAll = (moment: BarStep, velocity: number, steps: number) => {
      for (let voice = 0; voice < Composer.chordNotes[0]; voice++) sound(moment, voice, Composer.chordNotes[0], velocity, steps);
    };

    /** Plays up and down through the chord; the phrase sets the direction. */
    const soundBroken = (moment: BarStep, steps: number) => {
      const notes = Composer.chordNotes[0];
      const turn = Math.max(1, 2 * (notes - 1));
      const at = (moment.step / rhythm.grid) % turn;
      const voice = at < notes ? at : turn - at;
      sound(
        moment,
        uniformAt(rhythm.seed, 8, 0) < 0.5 ? voice : notes - 1 - voice,
        1,
        0.38 + 0.2 * moment.weight,
        Math.max(6, steps * 1.3),
      );
    };

    return () => {
      const moment = readMoment();
      if (!moment || !moment.alive || !writer.plays(moment)) return;
      const { parameters, step, weight } = moment;
      const manner = mannerOf(moment);
      const end = stepsPerBar(parameters.meter);
      if (manner === 'held') {
        if (step === 0) soundAll(moment, 0.5, end * 0.97);
        return;
      }
      setRhythm(moment, manner);
      if (!hasOnset(rhythm, step)) return;
      const next = stepsToNextOnset(rhythm, step, end);
      if (manner === 'broken') soundBroken(moment, next);
      else soundAll(moment, 0.36 + 0.2 * weight, Math.min(16, next) * 0.75);
    };
  },
};
