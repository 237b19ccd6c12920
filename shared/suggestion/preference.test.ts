import { describe, expect, it } from 'vitest';
import { uniformAt } from '../math/generator.ts';
import { createPreference } from './preference.ts';

const size = 20;
const randomVector = (key: number, spread = 1) =>
  Float64Array.from({ length: size }, (_, i) => (uniformAt(5, key, i) * 2 - 1) * 1.7 * spread);
const distance = (a: Float64Array, b: Float64Array) => Math.hypot(...a.map((value, i) => value - b[i]));
const nearest = (target: Float64Array, list: readonly Float64Array[]) => list.toSorted((a, b) => distance(a, target) - distance(b, target));

function taught(target: Float64Array, rounds: number) {
  const preference = createPreference();
  for (let round = 0; round < rounds; round++) {
    const [chosen, ...others] = nearest(
      target,
      Array.from({ length: 9 }, (_, i) => randomVector(100 + round * 9 + i)),
    );
    preference.choose(chosen!, others);
  }
  return preference;
}

describe('preference', () => {
  it('knows before a choice only that the middle is likelier than the edge', () => {
    const preference = createPreference();
    expect(preference.judge(randomVector(1, 0.1)).mean).toBeGreaterThan(preference.judge(randomVector(1, 2)).mean);
    preference.choose(randomVector(1), []);
    expect(preference.choices).toBe(0);
  });

  it('prefers the chosen one, the more so the oftener it was chosen', () => {
    const [a, b] = [randomVector(1), randomVector(2)];
    const preference = createPreference();
    preference.choose(a, [b]);
    const once = preference.judge(a).mean - preference.judge(b).mean;
    preference.choose(a, [b]);
    expect(once).toBeGreaterThan(0.5);
    expect(preference.judge(a).mean - preference.judge(b).mean).toBeGreaterThan(once);
  });

  it('orders vectors that it never saw by their distance to what is sought', () => {
    const target = randomVector(7);
    const preference = taught(target, 10);
    const unseen = Array.from({ length: 60 }, (_, i) => randomVector(1000 + i));
    let right = 0;
    for (let i = 0; i < 60; i += 2) {
      const [a, b] = [unseen[i], unseen[i + 1]];
      if (distance(a, target) < distance(b, target) === preference.judge(a).mean > preference.judge(b).mean) right++;
    }
    expect(right / 30).toBeGreaterThan(0.75);
  });

  it('is less certain far from everything that was shown', () => {
    const preference = createPreference();
    const shown = Array.from({ length: 9 }, (_, i) => randomVector(i, 0.3));
    preference.choose(shown[0], shown.slice(1));
    expect(preference.judge(randomVector(50, 2)).deviation).toBeGreaterThan(preference.judge(shown[0]).deviation);
  });

  it('bears choices that contradict one another', () => {
    const [a, b] = [randomVector(1), randomVector(2)];
    const preference = createPreference();
    const lead = () => Math.abs(preference.judge(a).mean - preference.judge(b).mean);
    const before = lead();
    for (let i = 0; i < 4; i++) {
      preference.choose(a, [b]);
      preference.choose(b, [a]);
    }
    expect(lead()).toBeLessThan(before / 2);
  });

  it('keeps its own copy of what it learnt', () => {
    const [a, b, c] = [randomVector(1), randomVector(2), randomVector(3)];
    const preference = createPreference();
    preference.choose(a, [b]);
    const before = preference.judge(c).mean;
    a.fill(0);
    preference.choose(b, []);
    expect(preference.judge(c).mean).toBe(before);
  });

  it('forgets the oldest choices', () => {
    const preference = createPreference();
    const [a, b] = [randomVector(1), randomVector(2)];
    preference.choose(a, [b]);
    for (let i = 0; i < 20; i++) preference.choose(b, [a]);
    const all = createPreference();
    for (let i = 0; i < 20; i++) all.choose(b, [a]);
    expect(preference.judge(a).mean).toBe(all.judge(a).mean);
    expect(preference.choices).toBe(21);
  });
});
