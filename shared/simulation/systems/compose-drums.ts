import { mix, uniformAt } from '../../math/generator.ts';
import {
  createRhythm,
  barsPerPhrase,
  endsSection,
  isBackbeat,
  groupsPerBar,
  hasOnset,
  midiOfDegree,
  nearestInRegister,
  patternHas,
  placesOf,
  pitchClassOf,
  registerOf,
  stepsPerBar,
  stepsPerSixteenth,
  writeRhythm,
} from '../../music/index.ts';
import { buildChooseParticle } from '../composer/choose-particle.ts';
import { buildBarStep, type BarStep } from '../composer/bar-step.ts';
import { buildPartWriter, partReads, partWrites } from '../composer/part-writer.ts';
import { buildTouches } from '../composer/touches.ts';
import type { Drum, NoteRule } from '../note.ts';
import type { System } from '../world.ts';

/** Degrees of seven above the chord's root that each drum is tuned to; the hat is tuned to the key. */
const tunedTo: Record<Drum, number> = { kick: 0, tom: 4, snare: 2, hat: 4 };
/** Height of the particle of each drum: the kick at the floor, the hat under the ceiling. */
const heights: Record<Drum, number> = { kick: -0.8, tom: -0.3, snare: 0.2, hat: 0.7 };

/** A kit tuned to the chord: kick and backbeat by the meter, a hat that thickens, fills before a phrase ends, and contacts as accents. */
export const composeDrums: System = {
  name: 'compose-drums',
  reads: partReads,
  writes: [...partWrites('drums'), 'Senses.touch0', 'Senses.touch1', 'Senses.touch2', 'Senses.touch3'],
  build: (world) => {
    const { Composer } = world.stores;
    const readMoment = buildBarStep(world);
    const writer = buildPartWriter(world, 'drums');
    const choose = buildChooseParticle(world);
    const touches = buildTouches(world);
    const register = { low: 0, high: 0 };
    const kick = createRhythm();
    const hat = createRhythm();

    const setRhythms = ({ parameters, place, drive, grid, formDensity }: BarStep) => {
      const { meter, rhythmComplexity, noteDensity } = parameters;
      const groups = groupsPerBar(meter);
      const eighths = stepsPerBar(meter) / 4;
      kick.meter = meter;
      kick.grid = Math.max(rhythmComplexity > 0.45 ? 2 : 4, grid);
      kick.seed = mix(place.material ^ 0x1cc);
      kick.syncopation = Math.min(1, 1.4 * rhythmComplexity);
      kick.complexity = rhythmComplexity;
      kick.pattern = Composer.pattern[0];
      kick.count = Math.max(1, Math.floor(groups * (0.35 + 0.5 * drive + 0.3 * rhythmComplexity) * formDensity));
      writeRhythm(kick);
      hat.meter = meter;
      hat.grid = Math.max(2, grid);
      hat.seed = mix(place.material ^ 0x4a7);
      hat.syncopation = 0.45 * rhythmComplexity;
      hat.complexity = rhythmComplexity;
      // From quarters over eighths to sixteenths.
      const busy = (0.35 + 0.9 * rhythmComplexity) * (0.5 + 0.8 * drive) * formDensity * Math.min(1.4, Math.sqrt(noteDensity) * 0.4 + 0.6);
      const wanted = Math.floor(Math.min(2, busy) * eighths * (place.letter === 2 ? 0.5 : 1));
      hat.count = Math.min(wanted, placesOf(hat));
      writeRhythm(hat);
      writer.spill((wanted - hat.count) / stepsPerBar(meter));
    };

    const hit = (moment: BarStep, drum: Drum, velocity: number, rule: NoteRule, slot: number) => {
      const { parameters, scale, tonic, seed, bar, step } = moment;
      registerOf(drum, parameters.octave, parameters.melodyRange, register);
      const degree = (drum === 'hat' ? 0 : Composer.root[0]) + Math.floor((tunedTo[drum] * scale.length) / 7 + 0.5);
      const midi = nearestInRegister(pitchClassOf(midiOfDegree(scale, tonic, degree)), register.low, register.high, register.low + 6);
      const player = slot >= 0 ? slot : choose(mix(seed ^ (bar * 64 + step + 0x3000000 + register.low)), heights[drum]);
      writer.add(moment, { midi, velocity, steps: drum === 'hat' ? 1 : 2, rule, slot: player, drum });
    };

    /** True in a fill of toms before the next phrase, denser with more complexity. */
    const isFill = ({ parameters, place, step, seed, grid, drive }: BarStep) => {
      const end = stepsPerBar(parameters.meter);
      if (place.barInPhrase !== barsPerPhrase - 1 || step < end / 2 || step % Math.max(2, grid) !== 0) return false;
      // The end of a section is marked, by a fill of eighths at least.
      if (endsSection(place) && step % 4 === 0 && parameters.form > 0) return true;
      return uniformAt(seed, place.phrase, step) < parameters.rhythmComplexity * (0.25 + 0.55 * drive);
    };

    return () => {
      const moment = readMoment();
      if (!moment || !moment.alive || !writer.plays(moment)) return;
      const { parameters, step, weight, drive, bar, place } = moment;
      setRhythms(moment);
      const force = 0.75 + 0.3 * drive;
      // The first bar and passages have no backbeat.
      const full = bar > 0 && place.letter !== 2;
      if (isFill(moment)) {
        hit(moment, 'tom', (0.5 + 0.3 * uniformAt(moment.seed, bar, step)) * force, 'pulse', -1);
        return;
      }
      if (hasOnset(kick, step)) hit(moment, 'kick', (0.65 + 0.25 * weight) * force, 'pulse', -1);
      const backbeat = full && isBackbeat(moment.parameters.meter, moment.step);
      if (backbeat) hit(moment, 'snare', 0.7 * force, 'pulse', -1);
      if (hasOnset(hat, step)) hit(moment, 'hat', (0.25 + 0.3 * weight) * force, 'pulse', -1);
      // Strikes are heard at onsets of the phrase's pattern, between the beats.
      const open = step % Math.max(stepsPerSixteenth, moment.grid) === 0 && weight < 0.5 && !backbeat;
      const due = open && patternHas(Composer.pattern[0], parameters.meter, step / stepsPerSixteenth);
      const answers = due && uniformAt(moment.seed, bar + 0x5000, step) < parameters.motionToRhythm * drive;
      if (answers && touches.take()) hit(moment, 'tom', (0.3 + 0.25 * drive) * force, touches.taken.rule, touches.taken.slot);
    };
  },
};
