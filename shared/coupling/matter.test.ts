import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evenNumber } from '../../tests/support/arbitraries.ts';
import { grainLift, grainRate, type Matter, ordinaryMatter as ordinary } from './index.ts';

const unit = evenNumber(0, 1);
const matterArbitrary: fc.Arbitrary<Matter> = fc.record({
  speed: evenNumber(0, 500),
  contacts: evenNumber(0, 60_000),
  alive: evenNumber(0, 1_000_000),
  fullness: unit,
  unevenness: evenNumber(0, 5),
  order: unit,
  clumping: unit,
  spread: evenNumber(0, 20),
  variety: unit,
  fan: unit,
  springiness: unit,
});

it('plays more grains for particles that are quicker, touch more, are more, differ more, move as one or cling together', () => {
  const usual = grainRate(ordinary, 0.5);
  for (const [key, value] of Object.entries({
    speed: 10,
    contacts: 1000,
    alive: 40_000,
    fullness: 1,
    unevenness: 1,
    order: 0.6,
    clumping: 0.9,
    variety: 0.4,
    fan: 1,
    springiness: 1,
  }))
    expect(grainRate({ ...ordinary, [key]: value }, 0.5), key).toBeGreaterThan(1.05 * usual - (key === 'fullness' ? 0.03 * usual : 0));
});

it('lies higher for particles that are quicker or have drawn together', () => {
  expect(grainLift(ordinary, 0.5)).toBeCloseTo(0, 9);
  expect(grainLift({ ...ordinary, spread: 0.275 }, 0.5)).toBeGreaterThan(4);
  expect(grainLift({ ...ordinary, spread: 1.1 }, 0.5)).toBeLessThan(-4);
  expect(grainLift({ ...ordinary, speed: 20 }, 0.5)).toBeGreaterThan(3);
});

it('is independent of the particles without the link, and follows them more with higher strength', () => {
  const [slow, quick] = [1, 20].map((speed) => ({ ...ordinary, speed }));
  const ratio = (strength: number) => grainRate(quick, strength) / grainRate(slow, strength);
  expect(ratio(0)).toBe(1);
  expect(ratio(0.5)).toBeGreaterThan(1.5);
  expect(ratio(1)).toBeGreaterThan(ratio(0.5));
  expect(grainLift(quick, 0) - grainLift(slow, 0)).toBe(0);
  expect(grainLift(quick, 1) - grainLift(slow, 1)).toBeGreaterThan(grainLift(quick, 0.5) - grainLift(slow, 0.5));
});

it('stays between bounds for any particles', () => {
  fc.assert(
    fc.property(matterArbitrary, unit, (matter, strength) => {
      expect(grainRate(matter, strength)).toBeGreaterThan(0.5);
      expect(grainRate(matter, strength)).toBeLessThan(20);
      expect(Math.abs(grainLift(matter, strength))).toBeLessThanOrEqual(14);
    }),
  );
});
