import { expect, it } from 'vitest';
import { beatLamps, levelOf } from './beat.ts';

it('lights one lamp of the bar, brightest at the beginning of its beat', () => {
  expect(beatLamps(0, 4)).toEqual([1, 0, 0, 0]);
  expect(beatLamps(6, 4)).toEqual([0, 0, 1, 0]);
  const [light] = beatLamps(9.3, 3);
  expect(light).toBeCloseTo(0.5, 5);
  expect(beatLamps(9.9, 3)).toEqual([0, 0, 0]);
});

it('has as many lamps as the bar has beats, rounded up', () => {
  expect(beatLamps(0, 3.5)).toHaveLength(4);
  expect(beatLamps(3.5, 3.5)[0]).toBe(1);
});

it('maps levels to the meter', () => {
  expect([levelOf(6), levelOf(0), levelOf(-24), levelOf(-48), levelOf(-100)]).toEqual([1, 1, 0.5, 0, 0]);
});
