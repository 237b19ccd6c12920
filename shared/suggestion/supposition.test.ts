import { expect, it } from 'vitest';
import { uniformAt } from '../math/generator.ts';
import { descriptors } from './descriptors.ts';
import { distance } from './distance.ts';
import { createPreference, type Preference } from './preference.ts';
import { createInformedPreference } from './supposition.ts';

const vector = (key: number) => Float64Array.from(descriptors, (_, i) => (uniformAt(8, key, i) * 2 - 1) * 1.2);
const library = Array.from({ length: 8 }, (_, key) => vector(key));
/** Motion and music of one of the library, sound and picture of another. */
const mixed = (a: number, b: number) =>
  Float64Array.from(descriptors, ({ group }, i) => library[group === 'motion' || group === 'music' ? a : b][i]);

/** Share of pairs that a preference orders as someone would who seeks `target`, after some choices. */
function agreement(preference: Preference, target: Float64Array): number {
  const nearer = (a: Float64Array, b: Float64Array) => distance(a, target) - distance(b, target);
  for (let round = 0; round < 4; round++) {
    const [chosen, ...others] = Array.from({ length: 6 }, (_, i) => mixed((round * 3 + i) % 8, (round * 5 + 2 * i) % 8)).sort(nearer);
    preference.choose(chosen, others);
  }
  const tested = Array.from({ length: 80 }, (_, key) => vector(100 + key));
  const pairs = tested.slice(1).map((values, i) => [values, tested[i]] as const);
  return pairs.filter(([a, b]) => nearer(a, b) < 0 === preference.judge(a).mean > preference.judge(b).mean).length / pairs.length;
}

it('finds what is made of known universes sooner than a preference that supposes nothing', () => {
  const target = mixed(2, 5);
  const informed = agreement(createInformedPreference(library), target);
  expect(informed).toBeGreaterThan(0.8);
  expect(informed).toBeGreaterThan(agreement(createPreference(), target));
});

it('learns by choices alone where it knows no universe', () => {
  const preference = createInformedPreference([]);
  preference.choose(vector(50), [vector(51)]);
  expect(preference.choices).toBe(1);
  expect(preference.judge(vector(50)).mean).toBeGreaterThan(preference.judge(vector(51)).mean);
});

it('becomes more certain by choosing', () => {
  const preference = createInformedPreference(library);
  const before = preference.judge(vector(60)).deviation;
  preference.choose(mixed(1, 1), [mixed(2, 2), mixed(3, 3)]);
  expect(preference.judge(vector(60)).deviation).toBeLessThan(before);
});
