import { expect, it } from 'vitest';
import { orbitsOf } from './orbits.ts';

it('draws the same orbits for the same name, and different ones for another name', () => {
  expect(orbitsOf('Slow Nebula')).toEqual(orbitsOf('Slow Nebula'));
  expect(orbitsOf('Slow Nebula')).not.toEqual(orbitsOf('Pulsar'));
});

it('keeps all dust inside the drawing', () => {
  for (const name of ['', 'a', 'Two Galaxies', '星'])
    for (const { x, y } of orbitsOf(name).dust) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(320);
      expect(y).toBeGreaterThan(-40);
      expect(y).toBeLessThan(240);
    }
});
