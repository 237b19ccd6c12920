import { expect, it } from 'vitest';
import { defaultDocument, type UniverseDocument } from '../../universe/index.ts';
import { createWorld } from '../create-world.ts';
import { buildParticleKernel, runAlone } from '../schedule.ts';
import { boundMotion } from './bound-motion.ts';

type Triple = readonly [x: number, y: number, z: number];

/** One particle that has just left, brought back. */
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
  'gives back the share of restitution across the edge of a %s, and takes that of friction along it',
  (bounds) => {
    const { velocity, bounces } = broughtBack({ bounds, restitution: 0.6, friction: 0.25 }, [3.1, 0, 0], [8, 4, -2]);
    expectClose(velocity, [-8 * 0.6, 4 * 0.75, -2 * 0.75]);
    expect(bounces).toBe(1);
  },
);

it('brings who left a box back by as far as it had gone, and who left a sphere onto it', () => {
  expectClose(broughtBack({ bounds: 'box' }, [3.1, 0, -3.2], [8, 4, -2]).place, [2.9, 0, -2.8]);
  expectClose(broughtBack({ bounds: 'sphere' }, [0, 3, 4], [0, 3, 4]).place, [0, 1.8, 2.4]);
});

it('lets who is on the way back go on, without a bounce', () => {
  for (const bounds of ['box', 'sphere'] as const) {
    const { velocity, bounces } = broughtBack({ bounds, restitution: 0.5, friction: 0.5 }, [3.1, 0, 0], [-8, 4, -2]);
    expect(velocity, bounds).toEqual([-8, 4, -2]);
    expect(bounces).toBe(0);
  }
});

it('lets who leaves a torus come in on the other side, as fast as before, however far it went', () => {
  expectClose(broughtBack({ bounds: 'torus' }, [3.5, -4, 0], [8, -4, 2]).place, [-2.5, 2, 0]);
  const { place, velocity } = broughtBack({ bounds: 'torus' }, [3 + 6 * 7 + 1, 0, 0], [8, -4, 2]);
  expectClose(place, [-2, 0, 0]);
  expect(velocity).toEqual([8, -4, 2]);
});

it('lets everyone go in open space', () => {
  expect(broughtBack({ bounds: 'open' }, [300, 0, 0], [8, 4, -2])).toEqual({ place: [300, 0, 0], velocity: [8, 4, -2], bounces: 0 });
});
