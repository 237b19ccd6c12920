import { expect, it } from 'vitest';
import { smoothParam } from './smooth-param.ts';

it('ramps to changed values, and ignores equal values and values that are not finite', () => {
  const ramps: number[] = [];
  const to = smoothParam({ rampTo: (value) => ramps.push(value) });
  for (const value of [0.5, 0.5, 0.500001, Number.NaN, Number.POSITIVE_INFINITY, 0, 0, 0.6]) to(value);
  expect(ramps).toEqual([0.5, 0, 0.6]);
});
