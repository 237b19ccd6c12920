import { mix, uniformAt } from '../../math/generator.ts';
import {
  createRhythm,
  hasOnset,
  isArranged,
  leadRests,
  stepsPerBar,
  stepsPerSixteenth,
  textureFigure,
  writeRhythm,
} from '../../music/index.ts';
import { grainRate, type Matter } from '../../coupling/index.ts';
import { buildChooseParticle } from '../composer/choose-particle.ts';
import { buildBarStep, type BarStep } from '../composer/bar-step.ts';
import { buildPartWriter, partReads, partWrites } from '../composer/part-writer.ts';
import { buildAnswer } from '../composer/answer.ts';
import { buildMatterReader } from '../composer/read-matter.ts';
import { buildRing } from '../composer/ring.ts';
import { buildTouches } from '../composer/touches.ts';
import type { System } from '../world.ts';

/** The texture: particles that touch something, or pass by, play a note of the chord by their place. */
export const composeTexture: System = {
  name: 'compose-texture',
  reads: [...partReads, 'Velocity'],
  writes: [...partWrites('texture'), 'Senses.touch0', 'Senses.touch1', 'Senses.touch2', 'Senses.touch3', 'Senses.burst'],
  build: (world) => {
    const { Clock, Composer, Life, Senses } = world.stores;
    const readMoment = buildBarStep(world);
    const writer = buildPartWriter(world, 'texture');
    const choose = buildChooseParticle(world);
    const touches = buildTouches(world);
    const answer = buildAnswer(world, writer);
    const seeMatter = buildMatterReader(world);
    const ring = buildRing(world, writer);
    let matter: Matter;
    const rhythm = createRhythm();

    const setRhythm = ({ parameters, place, grid, seed, ticksPerStep, bar, formDensity }: BarStep) => {
      const { meter, rhythmComplexity, noteDensity } = parameters;
      // Most when the melody leaves room.
      const isAlone = leadRests(place, seed) || !isArranged(parameters, place, 'l');
      const room = isAlone ? 1 : place.letter === 0 ? [0.3, 0.6, 0.3, 0.8][place.barInPhrase] : 0.6;
      const barSeconds = (stepsPerBar(meter) * ticksPerStep) / 60;
      const share = room * formDensity * (0.4 + rhythmComplexity) * Math.min(1.5, Math.sqrt(noteDensity));
      rhythm.meter = meter;
      rhythm.grid = Math.max(2, grid);
      rhythm.syncopation = 0.3 + 0.7 * rhythmComplexity;
      rhythm.seed = textureFigure(bar, seed, place);
      rhythm.count = Math.max(isAlone ? 1 : 0, Math.floor(grainRate(matter, parameters.motionToRhythm) * barSeconds * share + 0.5));
      rhythm.complexity = rhythmComplexity;
      writeRhythm(rhythm);
    };

    const anyParticle = ({ seed, bar, step }: BarStep) =>
      choose(mix(seed ^ (bar * 64 + step + 0x4000000)), 2 * uniformAt(seed, bar, step + 400) - 1);

    /** Slot of the particle that was born last, or −1. */
    const newest = () => {
      const slot = (Clock.cursor[0] + world.pools.particle.capacity - 1) % world.pools.particle.capacity;
      return Life.lifetime[slot] > 0 ? slot : -1;
    };

    const overflow = (moment: BarStep) => {
      Composer.spill[0] -= 1;
      ring(moment, matter, anyParticle(moment), 'overflow');
    };

    const playAlong = (moment: BarStep) => {
      setRhythm(moment);
      if (hasOnset(rhythm, moment.step)) {
        if (Composer.spill[0] >= 1) overflow(moment);
        else if (touches.take()) ring(moment, matter, touches.taken.slot, touches.taken.rule);
        else ring(moment, matter, anyParticle(moment), 'grain');
      } else if (Senses.burst[0] === 1 && moment.step % Math.max(stepsPerSixteenth, rhythm.grid) === 0) {
        Senses.burst[0] = 2;
        ring(moment, matter, newest(), 'birth');
      } else if (Composer.spill[0] >= 1 && moment.step % rhythm.grid === 0) {
        overflow(moment);
      }
    };

    return () => {
      const moment = readMoment();
      if (!moment || !moment.alive || !writer.plays(moment)) return;
      matter = seeMatter(moment);
      if (!answer(moment)) playAlong(moment);
      // Only recent contacts are answered.
      if (moment.step % 4 === 3) touches.clear();
    };
  },
};
