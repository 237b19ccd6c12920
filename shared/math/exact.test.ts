import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cos, dbOfGain, exp, exp2, gainOfDb, log, log10, log2, pow, sin } from './exact.ts';

const near = (actual: number, expected: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
const range = (min: number, max: number) => fc.double({ min, max, noNaN: true });

it('agrees with the functions of the engine to twelve digits', () => {
  fc.assert(
    fc.property(range(-100, 100), (x) => {
      near(sin(x), Math.sin(x));
      near(cos(x), Math.cos(x));
    }),
  );
  fc.assert(
    fc.property(range(-30, 30), (x) => {
      near(exp(x) / Math.exp(x), 1);
      near(exp2(x) / 2 ** x, 1);
    }),
  );
  fc.assert(
    fc.property(range(1e-9, 1e9), (x) => {
      near(log(x), Math.log(x));
      near(log2(x), Math.log2(x));
      near(log10(x), Math.log10(x));
    }),
  );
  fc.assert(
    fc.property(range(1e-3, 1e3), range(-4, 4), (b, e) => {
      near(pow(b, e) / b ** e, 1);
    }),
  );
});

it('stays finite at the extremes', () => {
  expect(exp(10_000)).toBe(Number.MAX_VALUE);
  expect(exp(-10_000)).toBe(0);
  near(gainOfDb(-20), 0.1);
  near(dbOfGain(0.1), -20);
  near(dbOfGain(0), -120);
});
