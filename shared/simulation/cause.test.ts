import { expect, it } from 'vitest';
import { defaultDocument } from '../universe/index.ts';
import { slotOfCause } from './cause.ts';
import { createWorld } from './create-world.ts';

it('gives the slot of every particle by its entity, and null for the universe', () => {
  const document = defaultDocument();
  document.parameters.particleCount = 500;
  const { particle, universe } = createWorld(document).pools;
  expect(slotOfCause(particle.first)).toBe(0);
  expect(slotOfCause(particle.first + 499)).toBe(499);
  expect(slotOfCause(universe.first)).toBeNull();
});
