import { mix, uniformAt } from '../../math/generator.ts';
import {
  createRhythm,
  chordDegrees,
  hasOnset,
  isArranged,
  leadRests,
  midiOfDegree,
  nearestChordDegree,
  nearestDegree,
  registerOf,
  stepsPerBar,
  stepsPerSixteenth,
  textureFigure,
  writeRhythm,
} from '../../music/index.ts';
import { grainLift, grainRate, type Matter, registerLift } from '../../coupling/index.ts';
import { buildChooseParticle } from '../composer/choose-particle.ts';
import { buildBarStep, type BarStep } from '../composer/bar-step.ts';
import { buildPartWriter, partReads, partWrites } from '../composer/part-writer.ts';
import { buildAnswer } from '../composer/answer.ts';
import { buildTouches } from '../composer/touches.ts';
import type { NoteRule } from '../note.ts';
import type { System } from '../world.ts';

/** The texture: particles that touch something, or pass by, play a note of the chord by their place. */
export const composeTexture: System = {
  name: 'compose-texture',
  reads: [...partReads, 'Velocity'],
  writes: [...partWrites('texture'), 'Senses.touch0', 'Senses.touch1', 'Senses.touch2', 'Senses.touch3', 'Senses.burst'],
  build: (world) => {
    const { Clock, Composer, Life, Senses, Position, Velocity, Modulation } = world.stores;
    const readMoment = buildBarStep(world);
    const writer = buildPartWriter(world, 'texture');
    const choose = buildChooseParticle(world);
    const touches = buildTouches(world);
    const answer = buildAnswer(world, writer);
    const chord = new Int32Array(5);
    const register = { low: 0, high: 0 };
    const rhythm = createRhythm();

    const matter: Matter = { speed: 0, contacts: 0, alive: 0, fullness: 0, unevenness: 0, order: 0, clumping: 0, spread: 0 };

    const seeMatter = ({ parameters }: BarStep) => {
      matter.speed = Senses.meanSpeed[0] * parameters.timeScale;
      matter.contacts = Senses.bounces[0] + Senses.collisions[0] + Senses.crossings[0];
      matter.alive = Senses.alive[0];
      matter.fullness = Senses.alive[0] / parameters.particleCount;
      matter.unevenness = Senses.unevenness[0];
      matter.order = Senses.order[0];
      matter.clumping = Senses.clumping[0];
      matter.spread = Senses.spreadRadius[0] / parameters.boundsSize;
    };

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

    /**
     * Place in the register, 0..1. A particle that touches something plays from left to right, like a marimba; a floating one at its
     * height. The square root spreads those near the middle.
     */
    const heightOf = (slot: number, rule: NoteRule) => {
      if (slot < 0) return 0.5;
      const along = (rule === 'grain' || rule === 'overflow' ? Position.y[slot] : Position.x[slot]) / world.document.parameters.boundsSize;
      return Math.max(0, Math.min(1, 0.5 + 0.5 * Math.sign(along) * Math.sqrt(Math.abs(along))));
    };

    const ring = (moment: BarStep, slot: number, rule: NoteRule) => {
      const { parameters, scale, tonic, weight, seed, bar, step } = moment;
      registerOf('texture', parameters.octave, parameters.melodyRange, register);
      const lift =
        registerLift(Modulation.tempo[0], parameters.couplingMode === 'stable' ? parameters.tempoToPitch : 0) +
        grainLift(matter, parameters.motionToRhythm);
      const degree = nearestDegree(scale, tonic, register.low + lift + (register.high - register.low) * heightOf(slot, rule));
      const count = chordDegrees(scale, Composer.root[0], Composer.stack[0], chord);
      // Rich harmony allows notes between those of the chord.
      const free = uniformAt(seed, bar, step + 200) < 0.4 * parameters.harmony;
      const vx = slot < 0 ? 0 : Velocity.x[slot];
      const vy = slot < 0 ? 0 : Velocity.y[slot];
      const vz = slot < 0 ? 0 : Velocity.z[slot];
      const speed = Math.sqrt(vx * vx + vy * vy + vz * vz);
      const midi = midiOfDegree(scale, tonic, free ? degree : nearestChordDegree(degree, chord, count, scale.length));
      writer.add(moment, {
        // A note that a quick tempo lifts out of the register sounds an octave lower.
        midi: midi > register.high ? midi - 12 : midi,
        velocity: (rule === 'overflow' ? 0.7 : 1) * (0.26 + 0.12 * weight + 0.3 * (speed / (speed + 6))),
        steps: 3 + 5 * uniformAt(seed, bar, step + 300),
        rule,
        slot,
      });
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
      ring(moment, anyParticle(moment), 'overflow');
    };

    const playAlong = (moment: BarStep) => {
      setRhythm(moment);
      if (hasOnset(rhythm, moment.step)) {
        if (Composer.spill[0] >= 1) overflow(moment);
        else if (touches.take()) ring(moment, touches.taken.slot, touches.taken.rule);
        else ring(moment, anyParticle(moment), 'grain');
      } else if (Senses.burst[0] === 1 && moment.step % Math.max(stepsPerSixteenth, rhythm.grid) === 0) {
        Senses.burst[0] = 2;
        ring(moment, newest(), 'birth');
      } else if (Composer.spill[0] >= 1 && moment.step % rhythm.grid === 0) {
        overflow(moment);
      }
    };

    return () => {
      const moment = readMoment();
      if (!moment || !moment.alive || !writer.plays(moment)) return;
      seeMatter(moment);
      if (!answer(moment)) playAlong(moment);
      // Only recent contacts are answered.
      if (moment.step % 4 === 3) touches.clear();
    };
  },
};
