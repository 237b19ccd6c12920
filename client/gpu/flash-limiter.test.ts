import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countFlashes, type ScreenRecording } from '../../tests/support/flash-count.ts';
import { createFlashLimiter } from './flash-limiter.ts';

const width = 40;
const height = 24;
const side = 8;
const places = (width / side) * (height / side);
type Colour = readonly [red: number, green: number, blue: number];
const white: Colour = [255, 255, 255];
const black: Colour = [0, 0, 0];

const linear = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);

/** Shows each place (8 × 8 pixels) in its own colour, frame by frame, and records the output of the limiter. */
function show(frames: number, framesPerSecond: number, colourAt: (frame: number, place: number) => Colour): ScreenRecording {
  const limiter = createFlashLimiter(width, height);
  const pixels = new Uint8ClampedArray(width * height * 4);
  const placeOf = (at: number) => Math.floor(Math.floor(at / width) / side) * (width / side) + Math.floor((at % width) / side);
  const recorded = Array.from({ length: frames }, (_, frame) => {
    const colours = Array.from({ length: places }, (_unused, place) => colourAt(frame, place));
    for (let at = 0; at < width * height; at++) pixels.set([...colours[placeOf(at)], 255], at * 4);
    limiter.limit(pixels, 1 / framesPerSecond);
    const sums = colours.map((): [number, number, number] => [0, 0, 0]);
    for (let at = 0; at < width * height; at++) {
      for (let channel = 0; channel < 3; channel++) sums[placeOf(at)][channel] += linear(pixels[at * 4 + channel]) / (side * side);
    }
    return { light: sums.map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b), red: sums };
  });
  return { framesPerSecond, frames: recorded };
}

const allowed = 3;

it.each([2, 3, 4, 6, 10, 15, 30])('limits a screen that blinks black and white %i times a second to three flashes', (hertz) => {
  const blinking = show(240, 60, (frame) => (Math.floor((frame * hertz * 2) / 60) % 2 === 1 ? white : black));
  const { byPlace, atOnce } = countFlashes(blinking);
  expect(byPlace).toBeLessThanOrEqual(allowed);
  expect(atOnce).toBeLessThanOrEqual(allowed);
});

it('limits a blinking red screen to three flashes', () => {
  const blinking = show(180, 60, (frame) => (frame % 10 < 5 ? [180, 0, 0] : [40, 0, 0]));
  expect(countFlashes(blinking).byPlace).toBeLessThanOrEqual(allowed);
});

it('allows no quarter of the screen more than three flashes in a second, for any colours and frame rates', () => {
  const colour = fc.constantFrom<Colour>(black, white, [128, 128, 128], [255, 0, 0], [90, 0, 0], [0, 0, 255], [230, 230, 230]);
  const screens = fc.array(
    fc.record({ colours: fc.array(colour, { minLength: 1, maxLength: places }), held: fc.integer({ min: 1, max: 12 }) }),
    { minLength: 4, maxLength: 60 },
  );
  fc.assert(
    fc.property(screens, fc.constantFrom(24, 30, 60, 120), (list, framesPerSecond) => {
      const sequence = list.flatMap(({ colours, held }) => Array.from({ length: held }, () => colours));
      const shown = show(sequence.length, framesPerSecond, (frame, place) => sequence[frame][place % sequence[frame].length]);
      expect(countFlashes(shown).byPlace).toBeLessThanOrEqual(allowed);
    }),
    { numRuns: 60 },
  );
});

it('does not change two flashes a second, a slow change and a small sparkle', () => {
  const untouched: ((frame: number, place: number) => Colour)[] = [
    (frame) => (frame % 30 < 5 ? white : black),
    (frame) => {
      const level = Math.round(127 - 127 * Math.cos(frame / 40));
      return [level, level, level];
    },
    (frame, place) => (place < 2 && frame % 4 < 2 ? white : black),
  ];
  for (const colourAt of untouched) {
    const { frames } = show(200, 60, colourAt);
    for (const [frame, { red }] of frames.entries()) {
      for (const [place, colour] of red.entries()) {
        for (const [channel, value] of colour.entries()) expect(value).toBeCloseTo(linear(colourAt(frame, place)[channel]), 5);
      }
    }
  }
});

it('settles on the mean of a blinking screen, and follows the input again when the blinking stops', () => {
  const { frames } = show(600, 60, (frame) => (frame < 300 ? (frame % 4 < 2 ? white : black) : frame < 301 ? white : black));
  const light = frames.map((frame) => frame.light[0]);
  const calm = light.slice(200, 300);
  expect(Math.max(...calm) - Math.min(...calm)).toBeLessThan(0.1);
  expect(calm.reduce((sum, value) => sum + value, 0) / calm.length).toBeCloseTo(0.5, 1);
  expect(light.at(-1)).toBe(0);
});
