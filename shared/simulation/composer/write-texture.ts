import { drawFrom } from '../../math/generator.ts';
import type { UniverseWorld } from '../world.ts';
import { chooseContact } from './choose-particle.ts';
import type { Score } from './score.ts';

/** Middle of the grains' register before the octave parameter, and how far the height of a particle carries it. */
const middleMidi = 84;
const heightSemitones = 14;
/** Shortest time in ticks between two grains: eight a second. */
const restTicks = 7;

/** Grains: single particles that touch something sound by themselves, high up where they are high, on the grid of sixteenths. */
export function writeTexture(world: UniverseWorld, score: Score): void {
  const { Composer, Clock, Position } = world.stores;
  if (!score.isAudible('texture') || Composer.textureRest[0] > 0) return;
  const { parameters } = world.document;
  const { ticksPerSixteenth, drive } = score.moment;
  const chance = drawFrom(Clock.random);
  const touched = world.contacts.slotCount > 0;
  if (chance > (touched ? 0.2 + 0.6 * drive : 0.04 + 0.2 * drive)) return;
  const { slot, rule } = chooseContact(world, Clock.tick[0]);
  if (slot < 0) return;
  const height = Math.max(-1, Math.min(1, Position.y[slot] / parameters.boundsSize));
  score.add('texture', middleMidi + 12 * parameters.octave + heightSemitones * height, 0.25 + 0.5 * chance, ticksPerSixteenth, rule, slot);
  Composer.textureRest[0] = restTicks;
}
