import { expect, it } from 'vitest';
import { uniformAt } from '../../math/generator.ts';
import { buildClumping } from './clumping.ts';

const count = 1000;
/** Clumping of particles in a ball of a radius in m around each of some centres. */
function clumpingOf(centres: readonly number[], radius: number): number {
  const clumping = buildClumping();
  const drawn = (particle: number, axis: number) => radius * (2 * uniformAt(1, particle, axis) - 1);
  clumping.begin(5);
  for (let particle = 0; particle < count; particle++) {
    const centre = centres[particle % centres.length];
    clumping.add(centre + drawn(particle, 0), drawn(particle, 1), drawn(particle, 2));
  }
  return clumping.of(count);
}

it('tells particles that cling together from those that are spread', () => {
  const spread = clumpingOf([0], 10);
  const clumps = clumpingOf([-5, 0, 5], 1.5);
  const point = clumpingOf([0], 0.01);
  expect(spread).toBeLessThan(0.1);
  expect(clumps).toBeGreaterThan(spread + 0.3);
  expect(point).toBeGreaterThan(0.9);
  expect(point).toBeLessThanOrEqual(1);
});

it('is 0 without particles', () => {
  const clumping = buildClumping();
  clumping.begin(0);
  expect(clumping.of(0)).toBe(0);
});
