import { expect, it } from 'vitest';
import { createTone } from './canvas-tone.ts';

/** What the screen shows of light over a background, 0..255, as a real number. */
const exact = (light: number, background: number) => {
  const shown = Math.sqrt(1 - Math.exp(-light));
  return 255 * (background * (1 - shown) + shown);
};

it('is within a step of the exact curve, from no light to more than the screen shows', () => {
  const background = [0, 0.3, 1];
  const { bytes, perLight, steps } = createTone()(background);
  for (let root = 0; root < 6; root += 0.0057) {
    const light = root * root;
    const step = Math.min(steps - 1, Math.round(Math.sqrt(light * perLight)));
    for (const [channel, behind] of background.entries())
      expect(Math.abs(bytes[channel * steps + step] - exact(light, behind))).toBeLessThan(0.75);
  }
});

it('follows the background', () => {
  const toneOf = createTone();
  expect(toneOf([0, 0, 0]).bytes[0]).toBe(0);
  expect(toneOf([0.2, 0, 0]).bytes[0]).toBe(51);
  expect(toneOf([0, 0, 0]).bytes[0]).toBe(0);
});
