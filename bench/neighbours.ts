import { createNeighbourGrid } from '../shared/simulation/neighbours/grid.ts';
import { runAlone } from '../shared/simulation/schedule.ts';
import { buildHeed } from '../shared/simulation/systems/heed-neighbours.ts';
import type { UniverseWorld } from '../shared/simulation/world.ts';
import { createCrowd, halfWidth } from './neighbours/crowd.ts';
import { buildPlainFlock } from './neighbours/plain-flock.ts';
import { median, rounded } from './statistics.ts';

const particles = 100_000;
const sampled = 5_000;
const warmRounds = 4;
const measuredRounds = 15;
/**
 * Largest difference of a velocity from that of the plain program, relative to the largest change of velocity: the two add in different
 * orders.
 */
const tolerance = 1e-4;

/**
 * Compares the pairs that the grid finds among the first particles with a test of all pairs. @returns the number of pairs. @throws Error
 * when they differ.
 */
function comparePairs(world: UniverseWorld, reach: number): number {
  const { x, y, z } = world.stores.Position;
  world.stores.Clock.used[0] = sampled;
  // The sample is sparse: a wider reach gives it neighbours again.
  const wide = reach * Math.cbrt(particles / sampled);
  const found = new Set<number>();
  const grid = createNeighbourGrid(world, 'sample', { block: sampled, budget: sampled, looked: sampled, heeded: sampled });
  const phases = grid.phases({
    carry: () => undefined,
    clear: () => undefined,
    finish: () => undefined,
    treat(i, count) {
      for (let n = 0; n < count; n++) {
        const [a, b] = [grid.slots[i], grid.slots[grid.found[n]]].toSorted((one, other) => one - other);
        if (found.has(a * sampled + b)) throw new Error(`pair ${a}, ${b} came up twice`);
        found.add(a * sampled + b);
      }
    },
  });
  runAlone({ begin: () => (grid.begin(wide), true), phases });
  world.stores.Clock.used[0] = particles;
  let pairs = 0;
  for (let a = 0; a < sampled; a++) {
    for (let b = a + 1; b < sampled; b++) {
      const isNear = (x[a] - x[b]) ** 2 + (y[a] - y[b]) ** 2 + (z[a] - z[b]) ** 2 < wide * wide;
      if (isNear !== found.has(a * sampled + b)) throw new Error(`pair ${a}, ${b}: ${isNear ? 'missed' : 'not within reach'}`);
      if (isNear) pairs += 1;
    }
  }
  return pairs;
}

/** The largest difference between the velocities of two worlds. */
function differenceOf(one: UniverseWorld, other: UniverseWorld): number {
  let largest = 0;
  for (const axis of ['x', 'y', 'z'] as const) {
    const [a, b] = [one.stores.Velocity[axis], other.stores.Velocity[axis]];
    for (let i = 0; i < particles; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
  }
  return largest;
}

/**
 * Compares flocking of 100 000 particles with 16 neighbours each: the grid of the simulation, on one thread, without its limits, and a
 * plain counting-sort grid that reads all 27 cells for each particle. Both change the velocities in the same way.
 */
export async function run(): Promise<Record<string, unknown>> {
  const { world, reach } = createCrowd(particles);
  const other = createCrowd(particles).world;
  const before = createCrowd(particles).world;
  const pairs = comparePairs(world, reach);
  const heed = buildHeed(world, { block: particles, budget: particles, looked: particles, heeded: particles });
  const plain = buildPlainFlock(other, reach, halfWidth);
  const spent = { grid: [] as number[], plain: [] as number[] };
  let neighbours = 0;
  let difference = 0;
  for (let round = 0; round < warmRounds + measuredRounds; round++) {
    const begun = performance.now();
    runAlone(heed);
    const between = performance.now();
    neighbours = plain();
    const ended = performance.now();
    spent.grid.push(between - begun);
    spent.plain.push(ended - between);
    if (round === 0) {
      difference = differenceOf(world, other) / differenceOf(world, before);
      if (!(difference < tolerance)) throw new Error(`velocities differ by ${difference} of their change`);
    }
  }
  const [grid, byTheBook] = [spent.grid, spent.plain].map((times) => median(times.slice(warmRounds)));
  return {
    ratio: rounded(byTheBook / grid),
    particles,
    neighbours_each: rounded(neighbours / particles),
    grid_ms: rounded(grid),
    plain_ms: rounded(byTheBook),
    pairs_equal_to_brute_force: pairs,
    largest_difference: difference,
  };
}
