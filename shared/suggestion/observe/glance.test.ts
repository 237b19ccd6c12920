import { expect, it } from 'vitest';
import { uniformAt } from '../../math/generator.ts';
import { createSimulation } from '../../simulation/simulation.ts';
import { defaultDocument } from '../../universe/index.ts';
import { buildGlance } from './glance.ts';

type Point = readonly [number, number, number];
const golden = 2.399963229728653;

/** Glances at particles that are put at places with velocities. */
function glanceAt(count: number, place: (index: number, share: number) => Point, velocity: (place: Point) => Point) {
  const document = defaultDocument();
  const { world } = createSimulation({ ...document, parameters: { ...document.parameters, particleCount: 1000 } });
  const { Position, Velocity, Life, Clock } = world.stores;
  Clock.used[0] = count;
  for (let slot = 0; slot < count; slot++) {
    const at = place(slot, slot / count);
    const flight = velocity(at);
    [Position.x[slot], Position.y[slot], Position.z[slot]] = at;
    [Velocity.x[slot], Velocity.y[slot], Velocity.z[slot]] = flight;
    Life.lifetime[slot] = 1;
  }
  return buildGlance(world.stores)();
}

/** Places in a flat disc of 5 m, and in a ball of 5 m. */
const disc = (index: number, share: number): Point => {
  const radius = 5 * Math.sqrt(share);
  return [radius * Math.cos(index * golden), 0, radius * Math.sin(index * golden)];
};
const ball = (index: number): Point => {
  const [a, b, c] = [1, 2, 3].map((key) => uniformAt(7, index, key));
  const y = 1 - 2 * a;
  const [radius, flat] = [5 * Math.cbrt(b), Math.sqrt(1 - y * y)];
  return [radius * flat * Math.cos(2 * Math.PI * c), radius * y, radius * flat * Math.sin(2 * Math.PI * c)];
};

it('sees a disc that turns', () => {
  const turning = glanceAt(600, disc, ([x, , z]) => [-z, 0, x]);
  expect(turning.swirl).toBeCloseTo(1, 6);
  expect(turning.outward).toBeCloseTo(0, 6);
  expect(turning.flatness).toBe(1);
});

it('sees a ball that bursts, and one that falls together', () => {
  const bursting = glanceAt(600, ball, (at) => at);
  expect(bursting.outward).toBeCloseTo(1, 6);
  expect(bursting.swirl).toBeCloseTo(0, 6);
  expect(bursting.flatness).toBeLessThan(0.3);
  expect(glanceAt(600, ball, ([x, y, z]) => [-x, -y, -z]).outward).toBeCloseTo(-1, 6);
});

it('sees as much of few as of many', () => {
  const [few, many] = [60, 960].map((count) => glanceAt(count, ball, (at) => at));
  expect(few.gap / many.gap).toBeGreaterThan(0.75);
  expect(few.gap / many.gap).toBeLessThan(1.33);
  expect(few.coverage / many.coverage).toBeGreaterThan(0.75);
  expect(few.coverage / many.coverage).toBeLessThan(1.33);
});

it('sees clumps as dense places with small gaps', () => {
  const clumped = glanceAt(
    600,
    (index) => [index % 2 === 0 ? 5 : -5, 0.01 * (index % 7), 0.01 * (index % 5)],
    (at) => at,
  );
  const even = glanceAt(600, ball, (at) => at);
  expect(clumped.contrast).toBeGreaterThan(2 * even.contrast);
  expect(clumped.gap).toBeLessThan(even.gap / 10);
  expect(clumped.coverage).toBeLessThan(even.coverage);
});

it('sees nothing of too few', () => {
  expect(glanceAt(3, ball, (at) => at)).toEqual({ swirl: 0, outward: 0, gap: 0, flatness: 0, coverage: 0, contrast: 0 });
});
