import { expect, it } from 'vitest';
import { defaultDocument, type UniverseDocument } from '../../universe/index.ts';
import { createWorld } from '../create-world.ts';
import { buildParticleKernel, runAlone } from '../schedule.ts';
import { boundMotion } from './bound-motion.ts';

type Triple = readonly [x: number, y: number, z: number];

/** Applies the bounds to a particle that has just left them. */
function broughtBack(own: Partial<UniverseDocument['parameters']>, place: Triple, velocity: Triple) {
  const document = defaultDocument();
  Object.assign(document.parameters, { particleCount: 100, boundsSize: 3, ...own });
  const world = createWorld(document);
  const { Position: p, Velocity: v, Life, Clock } = world.stores;
  Clock.used[0] = 1;
  Life.lifetime[0] = 10;
  [p.x[0], p.y[0], p.z[0]] = place;
  [v.x[0], v.y[0], v.z[0]] = velocity;
  runAlone(buildParticleKernel(world, [boundMotion]));
  return { place: [p.x[0], p.y[0], p.z[0]], velocity: [v.x[0], v.y[0], v.z[0]], bounces: world.contacts.bounces };
}

function expectClose(values: readonly number[], wanted: readonly number[]): void {
  values.forEach((value, axis) => expect(value, `axis ${axis} of ${values.join()}`).toBeCloseTo(wanted[axis], 5));
}

it.each(['box', 'sphere'] as const)(
  'multiplies the velocity across the edge of a %s by restitution, and reduces that along it by friction',
  (bounds) => {
    const { velocity, bounces } = broughtBack({ bounds, restitution: 0.6, friction: 0.25 }, [3.1, 0, 0], [8, 4, -2]);
    expectClose(velocity, [-8 * 0.6, 4 * 0.75, -2 * 0.75]);
    expect(bounces).toBe(1);
  },
);

it('reflects a particle that left a box, and moves one that left a sphere onto it', () => {
  expectClose(broughtBack({ bounds: 'box' }, [3.1, 0, -3.2], [8, 4, -2]).place, [2.9, 0, -2.8]);
  expectClose(broughtBack({ bounds: 'sphere' }, [0, 3, 4], [0, 3, 4]).place, [0, 1.8, 2.4]);
});

it('does not bounce a particle that is on its way back', () => {
  for (const bounds of ['box', 'sphere'] as const) {
    const { velocity, bounces } = broughtBack({ bounds, restitution: 0.5, friction: 0.5 }, [3.1, 0, 0], [-8, 4, -2]);
    expect(velocity, bounds).toEqual([-8, 4, -2]);
    expect(bounces).toBe(0);
  }
});

it('wraps a particle that leaves a torus to the other side, at the same velocity, from any distance', () => {
  expectClose(broughtBack({ bounds: 'torus' }, [3.5, -4, 0], [8, -4, 2]).place, [-2.5, 2, 0]);
  const { place, velocity } = broughtBack({ bounds: 'torus' }, [3 + 6 * 7 + 1, 0, 0], [8, -4, 2]);
  expectClose(place, [-2, 0, 0]);
  expect(velocity).toEqual([8, -4, 2]);
});

it('changes nothing in open space', () => {
  expect(broughtBack({ bounds: 'open' }, [300, 0, 0], [8, 4, -2])).toEqual({ place: [300, 0, 0], velocity: [8, 4, -2], bounces: 0 });
});
