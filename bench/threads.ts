import { hashWorld } from '../shared/simulation/hash.ts';
import { createMemory } from '../shared/simulation/memory.ts';
import { buildSharedKernels, runAlone, schedule } from '../shared/simulation/schedule.ts';
import { heedNeighbours } from '../shared/simulation/systems/heed-neighbours.ts';
import { recruit } from '../tests/support/recruit.ts';
import { createCrowd } from './neighbours/crowd.ts';
import { median, rounded } from './statistics.ts';

const particles = 100_000;
const warmRounds = 14;
const measuredRounds = 42;
const members = 2;

/**
 * Compares two threads with one, in turns, by the unchanged neighbour system of the schedule on 100 000 flocking particles.
 * @throws Error when the two universes differ in the end.
 */
export async function run(): Promise<Record<string, unknown>> {
  const allocate = (bytes: number) => new SharedArrayBuffer(bytes);
  const one = createCrowd(particles, createMemory(allocate)).world;
  const two = createCrowd(particles, createMemory(allocate), members).world;
  const section = schedule.indexOf(heedNeighbours);
  const alone = heedNeighbours.buildShared(one);
  const together = buildSharedKernels(two)[section]!;
  const { threadPool, end } = recruit(members);
  try {
    threadPool.join(two);
    const spent = { one: [] as number[], two: [] as number[] };
    for (let round = 0; round < warmRounds + measuredRounds; round++) {
      one.stores.Clock.tick[0] = round;
      two.stores.Clock.tick[0] = round;
      const begun = performance.now();
      runAlone(alone);
      const between = performance.now();
      threadPool.run(section, together);
      spent.one.push(between - begun);
      spent.two.push(performance.now() - between);
    }
    if (hashWorld(one) !== hashWorld(two)) throw new Error('two threads made another universe than one');
    const [single, double] = [spent.one, spent.two].map((times) => median(times.slice(warmRounds)));
    return { ratio: rounded(single / double), particles, one_ms: rounded(single), two_ms: rounded(double), hash: hashWorld(two) };
  } finally {
    await end();
  }
}
