import { describe, expect, it } from 'vitest';
import { createApproach } from './approach.ts';
import type { PadPlace } from './axes.ts';

const from: PadPlace = { wild: 0.1, bright: -0.2, dense: 0, tense: 0 };

/** Tries `trials` times where aims lead by `world`. */
function tried(world: (aim: Partial<PadPlace>) => PadPlace, to: Partial<PadPlace>, trials: number) {
  const approach = createApproach(from, to);
  const best: Partial<PadPlace>[] = [];
  for (let i = 0; i < trials; i++) {
    const aim = approach.aim();
    if (approach.tell(world(aim))) best.push(aim);
  }
  return { left: approach.left, best };
}

const led = (share: number) => (aim: Partial<PadPlace>) => ({
  ...from,
  wild: from.wild + share * ((aim.wild ?? from.wild) - from.wild),
  bright: from.bright + share * ((aim.bright ?? from.bright) - from.bright),
});

describe('approach', () => {
  it('aims first at the place itself, and only on the axes that are named', () => {
    expect(createApproach(from, { wild: 0.6 }).aim()).toEqual({ wild: 0.6 });
  });

  it.each([0.4, 1, 1.8])('arrives where aims lead %f of their way', (share) => {
    expect(tried(led(share), { wild: 0.6, bright: 0.3 }, 4).left).toBeLessThan(0.06);
  });

  it('arrives where the way bends', () => {
    const world = (aim: Partial<PadPlace>) => ({ ...from, wild: from.wild + 2 * ((aim.wild ?? from.wild) - from.wild) ** 3 });
    expect(tried(world, { wild: 0.7 }, 8).left).toBeLessThan(0.1);
  });

  it('keeps the nearest of its trials', () => {
    let trial = 0;
    const places = [0.4, 0.55, -0.9, -0.9, -0.9];
    const { left, best } = tried(() => ({ ...from, wild: places[trial++]! }), { wild: 0.6 }, places.length);
    expect(left).toBeCloseTo(0.1, 9);
    expect(best).toHaveLength(2);
  });

  it('does not say that it came nearer where nothing moves', () => {
    const { left, best } = tried(() => from, { wild: 0.6 }, 5);
    expect(left).toBe(1);
    expect(best).toEqual([]);
  });

  it('retreats from what must not be shown', () => {
    const approach = createApproach(from, { wild: 0.6 });
    approach.aim();
    expect(approach.tell(null)).toBe(false);
    expect(Math.abs(approach.aim().wild! - from.wild)).toBeLessThan(0.3);
    expect(approach.left).toBe(1);
  });

  it('has nothing to do where it is there', () => {
    expect(createApproach(from, {}).left).toBe(0);
  });
});
