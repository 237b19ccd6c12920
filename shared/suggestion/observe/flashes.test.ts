import { expect, it } from 'vitest';
import { mostFlashes } from './flashes.ts';

const ticks = 60;
const light = (hertz: number, low: number) =>
  Float64Array.from({ length: 10 * ticks }, (_, tick) => (Math.floor((2 * hertz * tick) / ticks) % 2 === 0 ? 1 : low));

it('counts the flashes of the worst second', () => {
  expect(mostFlashes(light(5, 0.2), ticks)).toBe(5);
  expect(mostFlashes(light(2, 0.2), ticks)).toBe(2);
});

it('counts no small changes, none of bright light, and no single rise', () => {
  expect(mostFlashes(light(5, 0.95), ticks)).toBe(0);
  expect(mostFlashes(light(5, 0.85), ticks)).toBe(0);
  expect(
    mostFlashes(
      Float64Array.from({ length: 600 }, (_, tick) => Math.min(1, tick / 60)),
      ticks,
    ),
  ).toBe(0);
  expect(mostFlashes(new Float64Array(600), ticks)).toBe(0);
});
