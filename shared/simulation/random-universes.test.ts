import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentArbitrary } from '../../tests/support/arbitraries.ts';
import { createSimulation } from './simulation.ts';

const universes = 100;
const seconds = 10;

/** Tells whether a universe has live particles, and music beyond the pulse of an empty one. */
function signsOfLife(document: Parameters<typeof createSimulation>[0]): { particles: boolean; music: boolean } {
  const parameters = { ...document.parameters, particleCount: Math.min(250, document.parameters.particleCount) };
  const simulation = createSimulation({ ...document, parameters });
  const { Life } = simulation.world.stores;
  const signs = { particles: false, music: false };
  for (let tick = 0; tick < seconds * 60 && !(signs.particles && signs.music); tick++) {
    simulation.step();
    signs.particles ||= Life.lifetime.some((lifetime, slot) => lifetime > 0 && Life.age[slot] < lifetime);
    signs.music ||= simulation.notes.some(({ rule }) => rule !== 'pulse');
  }
  return signs;
}

it('draws random universes of which nine in ten have particles, and nine in ten have music', () => {
  const signs = fc.sample(documentArbitrary, { seed: 1, numRuns: universes }).map(signsOfLife);
  expect(signs.filter(({ particles }) => particles).length).toBeGreaterThanOrEqual(0.9 * universes);
  expect(signs.filter(({ music }) => music).length).toBeGreaterThanOrEqual(0.9 * universes);
});
