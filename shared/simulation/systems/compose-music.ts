import { scales, sixteenthsPerBar, tonicOf, weightOf } from '../../music/index.ts';
import { createScore } from '../composer/score.ts';
import { writeBass } from '../composer/write-bass.ts';
import { writeChords } from '../composer/write-chords.ts';
import { writeDrums } from '../composer/write-drums.ts';
import { writeHarmony } from '../composer/write-harmony.ts';
import { writeLead } from '../composer/write-lead.ts';
import { writeTexture } from '../composer/write-texture.ts';
import { type System, ticksPerSecond } from '../world.ts';

/** Share of a beat that the first of two swung eighths takes, for each unit of swing. */
const swingShare = 0.25;

/** Sixteenths that have begun by `beat`, the second eighth of each beat delayed by the swing. */
export function sixteenthsBegun(beat: number, swing: number): number {
  const whole = Math.floor(beat);
  const phase = beat - whole;
  const split = 0.5 + swing * swingShare;
  const within = phase < split ? Math.floor((phase / split) * 2) : 2 + Math.floor(((phase - split) / (1 - split)) * 2);
  return whole * 4 + Math.min(3, within);
}

/** Writes the notes of this step: on each new sixteenth all parts have their say, in order of importance. */
export const composeMusic: System = {
  name: 'compose-music',
  reads: ['Clock', 'Senses', 'Modulation', 'Composer', 'Position', 'Life.lifetime', 'Look.flash'],
  writes: ['Clock.step', 'Clock.random', 'Composer', 'Modulation.chordHue', 'Modulation.tension', 'Look.flash', 'Look.pitch', 'Look.part'],
  build: (world) => {
    const { Clock, Modulation, Composer, Senses } = world.stores;
    const score = createScore(world);
    const { moment } = score;
    return () => {
      score.refill();
      if (Composer.textureRest[0] > 0) Composer.textureRest[0] -= 1;
      const { parameters } = world.document;
      const begun = sixteenthsBegun(Clock.beat[0], parameters.swing) + 1;
      if (begun <= Clock.step[0]) return;
      Clock.step[0] = begun;
      const sixteenths = sixteenthsPerBar(parameters.meter);
      moment.scale = scales[parameters.scale];
      moment.tonic = tonicOf(parameters.key);
      moment.sixteenths = sixteenths;
      moment.sixteenth = (begun - 1) % sixteenths;
      moment.bar = Math.floor((begun - 1) / sixteenths);
      moment.weight = weightOf(parameters.meter, moment.sixteenth);
      moment.ticksPerSixteenth = (ticksPerSecond * 15) / Modulation.tempo[0];
      moment.drive = parameters.motionToRhythm * Senses.activity[0] + (1 - parameters.motionToRhythm) * 0.5;
      if (moment.sixteenth === 0 || Composer.chord0[0] === 0) writeHarmony(world, score);
      writeLead(world, score);
      writeBass(world, score);
      writeChords(world, score);
      writeDrums(world, score);
      writeTexture(world, score);
    };
  },
};
