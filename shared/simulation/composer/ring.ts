import { grainLift, type Matter, registerLift } from '../../coupling/index.ts';
import { uniformAt } from '../../math/generator.ts';
import { chordDegrees, midiOfDegree, nearestChordDegree, nearestDegree, registerOf } from '../../music/index.ts';
import type { NoteRule } from '../note.ts';
import type { UniverseWorld } from '../world.ts';
import type { BarStep } from './bar-step.ts';
import type { PartWriter } from './part-writer.ts';

/** Builds the writer of the texture's notes: a particle rings with a note of the chord, by its place and speed. Slot −1: no particle. */
export function buildRing(
  world: UniverseWorld,
  writer: PartWriter,
): (moment: BarStep, matter: Matter, slot: number, rule: NoteRule) => void {
  const { Composer, Position, Velocity, Modulation } = world.stores;
  const chord = new Int32Array(5);
  const register = { low: 0, high: 0 };

  /**
   * Place in the register, 0..1. A particle that touches something plays from left to right, like a marimba; a floating one at its
   * height. The square root spreads those near the middle.
   */
  const heightOf = (slot: number, rule: NoteRule) => {
    if (slot < 0) return 0.5;
    const along = (rule === 'grain' || rule === 'overflow' ? Position.y[slot] : Position.x[slot]) / world.document.parameters.boundsSize;
    return Math.max(0, Math.min(1, 0.5 + 0.5 * Math.sign(along) * Math.sqrt(Math.abs(along))));
  };

  const speedOf = (slot: number) => {
    if (slot < 0) return 0;
    const vx = Velocity.x[slot];
    const vy = Velocity.y[slot];
    const vz = Velocity.z[slot];
    return Math.sqrt(vx * vx + vy * vy + vz * vz);
  };

  return (moment, matter, slot, rule) => {
    const { parameters, scale, tonic, weight, seed, bar, step } = moment;
    registerOf('texture', parameters.octave, parameters.melodyRange, register);
    const lift =
      registerLift(Modulation.tempo[0], parameters.couplingMode === 'stable' ? parameters.tempoToPitch : 0) +
      grainLift(matter, parameters.motionToRhythm);
    const degree = nearestDegree(scale, tonic, register.low + lift + (register.high - register.low) * heightOf(slot, rule));
    const count = chordDegrees(scale, Composer.root[0], Composer.stack[0], chord);
    // Rich harmony allows notes between those of the chord.
    const free = uniformAt(seed, bar, step + 200) < 0.4 * parameters.harmony;
    const speed = speedOf(slot);
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
}
