import { describe, expect, it } from 'vitest';
import { uniformAt } from '../math/generator.ts';
import { defaultDocument } from '../universe/index.ts';
import { type Candidate, pickGallery } from './gallery.ts';
import { createPreference } from './preference.ts';

const document = defaultDocument();
const candidate = (...values: number[]): Candidate => ({ document, values: Float64Array.from(values) });
const random = (key: number) => candidate(...Array.from({ length: 10 }, (_, i) => uniformAt(3, key, i) * 3 - 1.5));
const pool = Array.from({ length: 60 }, (_, key) => random(key));
const incumbent = random(1000);

const distance = (a: Candidate, b: Candidate) => Math.hypot(...a.values.map((value, i) => value - b.values[i])) / Math.sqrt(10);
const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
const apart = (list: readonly Candidate[]) => Math.min(...list.flatMap((a, i) => list.slice(i + 1).map((b) => distance(a, b))));

describe('gallery', () => {
  it('picks as many different candidates as it is asked for, or all that there are', () => {
    expect(new Set(pickGallery(pool, incumbent, createPreference(), 8)).size).toBe(8);
    expect(pickGallery(pool.slice(0, 3), incumbent, createPreference(), 8)).toHaveLength(3);
    expect(pickGallery([], incumbent, createPreference(), 8)).toEqual([]);
  });

  it('never picks the incumbent again', () => {
    expect(pickGallery([incumbent, ...pool.slice(0, 4)], incumbent, createPreference(), 8)).not.toContain(incumbent);
  });

  it('shows no two that look the same while there are others', () => {
    const twice = [...pool.slice(0, 8), ...pool.slice(0, 8).map(({ values }) => candidate(...values.map((value) => value + 0.01)))];
    expect(apart(pickGallery(twice, incumbent, createPreference(), 8))).toBeGreaterThan(0.1);
  });

  it('prefers what is like the chosen ones', () => {
    const target = random(77);
    const preference = createPreference();
    for (let round = 0; round < 8; round++) {
      const shown = Array.from({ length: 9 }, (_, i) => random(2000 + round * 9 + i)).sort(
        (a, b) => distance(a, target) - distance(b, target),
      );
      preference.choose(
        shown[0].values,
        shown.slice(1).map(({ values }) => values),
      );
    }
    const picked = pickGallery(pool, incumbent, preference, 8);
    const far = (list: readonly Candidate[]) => mean(list.map((one) => distance(one, target)));
    expect(far(picked)).toBeLessThan(far(pool) - 0.1);
  });
});
