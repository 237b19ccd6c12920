import { mix, uniformAt } from '../../math/generator.ts';
import {
  bassDegree,
  createRhythm,
  groupsPerBar,
  hasOnset,
  midiOfDegree,
  nearestDegree,
  nearestInRegister,
  pitchClassOf,
  registerOf,
  stepsPerBar,
  stepsToNextOnset,
  writeRhythm,
} from '../../music/index.ts';
import { buildChooseParticle, heightOfMidi } from '../composer/choose-particle.ts';
import { buildBarStep, type BarStep } from '../composer/bar-step.ts';
import { buildPartWriter, partReads, partWrites } from '../composer/part-writer.ts';
import { isAudible } from '../composer/parts-that-play.ts';
import type { System } from '../world.ts';

/** The bass: the root when the bar begins, then roots, fifths and octaves in the phrase's figure, and a step towards the next chord. */
export const composeBass: System = {
  name: 'compose-bass',
  reads: partReads,
  writes: [...partWrites('bass'), 'Composer.bassMidi'],
  build: (world) => {
    const { Composer } = world.stores;
    const readMoment = buildBarStep(world);
    const writer = buildPartWriter(world, 'bass');
    const choose = buildChooseParticle(world);
    const register = { low: 0, high: 0 };
    const rhythm = createRhythm();

    const setRhythm = ({ parameters, place, drive, grid, formDensity }: BarStep) => {
      const { meter, noteDensity, rhythmComplexity } = parameters;
      const groups = groupsPerBar(meter);
      const busy = (0.15 + 1.5 * rhythmComplexity) * (0.4 + 0.9 * drive) * formDensity * Math.min(1.8, Math.sqrt(noteDensity));
      rhythm.meter = meter;
      rhythm.grid = Math.max(rhythmComplexity > 0.6 ? 2 : 4, grid);
      rhythm.syncopation = Math.min(1, 1.3 * rhythmComplexity);
      rhythm.complexity = rhythmComplexity;
      rhythm.pattern = Composer.pattern[0];
      rhythm.seed = mix(place.material ^ 0xba55);
      rhythm.count = Math.max(1, Math.min(2 * groups, Math.floor(groups * busy + 0.5)));
      writeRhythm(rhythm);
    };

    const place = (pitchClass: number, near: number) => nearestInRegister(pitchClass, register.low, register.high, near);

    const midiAt = (moment: BarStep, last: boolean) => {
      const { scale, tonic, step, parameters } = moment;
      const rootClass = pitchClassOf(midiOfDegree(scale, tonic, bassDegree(parameters.progression, Composer.root[0])));
      const near = Composer.bassMidi[0] > 0 ? Composer.bassMidi[0] * 0.6 + 0.4 * (register.low + 7) : register.low + 5;
      const standing = place(rootClass, near);
      if (step === 0) return standing;
      const goesOn = parameters.progression !== 'pedal' && Composer.nextRoot[0] !== Composer.root[0];
      if (last && goesOn && parameters.rhythmComplexity > 0.25) {
        // A step of the scale from above or below into the next root.
        const target = nearestDegree(scale, tonic, place(pitchClassOf(midiOfDegree(scale, tonic, Composer.nextRoot[0])), standing));
        const comesFromBelow = midiOfDegree(scale, tonic, target) > standing;
        const step = midiOfDegree(scale, tonic, target + (comesFromBelow ? -1 : 1));
        return step >= register.low && step <= register.high ? step : standing;
      }
      const draw = uniformAt(rhythm.seed, 9, step);
      if (draw < 0.45) return standing;
      if (draw < 0.75) return place(pitchClassOf(midiOfDegree(scale, tonic, nearestDegree(scale, tonic, standing + 7))), standing + 4);
      return standing + 12 <= register.high ? standing + 12 : standing;
    };

    return () => {
      const moment = readMoment();
      if (!moment || !isAudible(moment.parameters, 'bass')) return;
      const { parameters, step, weight, drive, bar, seed } = moment;
      registerOf('bass', parameters.octave, parameters.melodyRange, register);
      // Under any chord: the chords' register begins more than an octave above the bass's.
      register.high = Math.min(register.high, Composer.chord0[0] - 1);
      setRhythm(moment);
      // An empty universe has a pulse: its root, softly, once a bar.
      if (!moment.alive) {
        if (step === 0) writer.add(moment, { midi: midiAt(moment, false), velocity: 0.25, steps: 12, rule: 'pulse', slot: -1 });
        return;
      }
      if (!writer.plays(moment)) return;
      if (step !== 0 && !hasOnset(rhythm, step)) return;
      const end = stepsPerBar(parameters.meter);
      const next = stepsToNextOnset(rhythm, step, end);
      const midi = midiAt(moment, step + next === end && rhythm.count > 1);
      Composer.bassMidi[0] = midi;
      writer.add(moment, {
        midi,
        velocity: 0.5 + 0.3 * weight + 0.12 * drive,
        steps: next * (rhythm.count > groupsPerBar(parameters.meter) ? 0.7 : 0.92),
        rule: 'root',
        slot: choose(mix(seed ^ (bar * 64 + step + 0x1000000)), heightOfMidi(midi)),
      });
    };
  },
};
