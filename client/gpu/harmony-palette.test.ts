import { converter, modeLrgb, modeOklab, modeRgb, useMode } from 'culori/fn';
import { expect, it } from 'vitest';
import { brightnessOf, fifthsFromTonic, type KeyName, type ScaleName, tonicOf } from '../../shared/music/index.ts';
import { defaultParameters, parameters } from '../../shared/parameters/index.ts';
import { harmonyStops } from './harmony-palette.ts';
import { paletteSize, paletteTable } from './palettes.ts';

useMode(modeRgb);
useMode(modeLrgb);
useMode(modeOklab);

const keys = parameters.key.choices as readonly KeyName[];
/** The named scales: a custom scale may equal any of them. */
const scales = parameters.scale.choices.filter((scale) => scale !== 'custom');
const harmonies = keys.flatMap((key) => scales.map((scale) => ({ key, scale })));

interface Lab {
  l: number;
  a: number;
  b: number;
}

const shade = (scale: ScaleName) => brightnessOf({ ...defaultParameters, scale });
const tableOf = (choice: { key: KeyName; scale: ScaleName }): Lab[] => {
  const table = paletteTable({ ...defaultParameters, ...choice, palette: 'harmony' });
  return Array.from({ length: paletteSize }, (_, i) => ({ l: table[i * 4], a: table[i * 4 + 1], b: table[i * 4 + 2] }));
};
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const distance = (one: Lab, other: Lab) => Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b);
const tablesApart = (one: Lab[], other: Lab[]) => meanOf(one.map((colour, i) => distance(colour, other[i])));

it('gets lighter from end to end, in every key and scale', () => {
  for (const choice of harmonies) {
    const lightness = tableOf(choice).map(({ l }) => l);
    expect(lightness.every((value, i) => i === 0 || value > lightness[i - 1])).toBe(true);
    expect(lightness.at(-1)! - lightness[0], `${choice.key} ${choice.scale}`).toBeGreaterThan(0.5);
  }
});

it('is smooth: no step of the table is much longer than the others', () => {
  for (const choice of harmonies) {
    const table = tableOf(choice);
    const steps = table.slice(1).map((colour, i) => distance(colour, table[i]));
    expect(Math.max(...steps), `${choice.key} ${choice.scale}`).toBeLessThan(3 * meanOf(steps));
  }
});

/**
 * Matrices from linear RGB to the linear RGB that a viewer without one kind of cone sees. @see Viénot, Brettel, Mollon 1999; tritanopia:
 * Machado et al. 2009
 */
const deficiencies = {
  protanopia: [0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1],
  deuteranopia: [0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

it('keeps its order of lightness for colour-blind users', () => {
  const toLinear = converter('lrgb');
  const toOklab = converter('oklab');
  for (const m of Object.values(deficiencies)) {
    for (const choice of harmonies) {
      const seen = tableOf(choice)
        .filter((_, i) => i % 15 === 0)
        .map((lab) => {
          const { r, g, b } = toLinear({ mode: 'oklab', ...lab });
          const row = (at: number) => Math.max(0, m[at] * r + m[at + 1] * g + m[at + 2] * b);
          return toOklab({ mode: 'lrgb', r: row(0), g: row(3), b: row(6) }).l;
        });
      expect(
        seen.every((value, i) => i === 0 || value > seen[i - 1]),
        `${choice.key} ${choice.scale}`,
      ).toBe(true);
    }
  }
});

it('gives keys and scales different colours, with the smallest difference for neighbours on the circle of fifths', () => {
  const ring = [...keys].sort((a, b) => fifthsFromTonic(tonicOf(a)) - fifthsFromTonic(tonicOf(b)));
  const apart = (steps: number) =>
    meanOf(
      ring.map((key, at) => tablesApart(tableOf({ key, scale: 'dorian' }), tableOf({ key: ring[(at + steps) % 12], scale: 'dorian' }))),
    );
  expect(apart(1)).toBeGreaterThan(0.03);
  expect(apart(2)).toBeGreaterThan(apart(1));
  expect(apart(6)).toBeGreaterThan(apart(3));
  for (const one of scales) {
    for (const other of scales) {
      if (one >= other) continue;
      const difference = meanOf(keys.map((key) => tablesApart(tableOf({ key, scale: one }), tableOf({ key, scale: other }))));
      expect(difference, `${one} and ${other}`).toBeGreaterThan(0.012);
    }
  }
});

it('is lighter and more colourful in bright modes than in dark ones', () => {
  const modes: ScaleName[] = ['locrian', 'phrygian', 'natural-minor', 'dorian', 'mixolydian', 'major', 'lydian'];
  expect(modes.map(shade)).toEqual(modes.map(shade).sort((a, b) => a - b));
  const measured = modes.map((scale) => {
    const stops = keys.flatMap((key) => harmonyStops({ ...defaultParameters, key, scale }));
    return { light: meanOf(stops.map(([l]) => l)), chroma: meanOf(stops.map(([, c]) => c)) };
  });
  for (let i = 1; i < modes.length; i++) {
    expect(measured[i].light).toBeGreaterThan(measured[i - 1].light);
    expect(measured[i].chroma).toBeGreaterThan(measured[i - 1].chroma);
  }
});

it('has warmer highlights in bright modes than in dark ones, in every key', () => {
  const warmth = (key: KeyName, scale: ScaleName) => {
    const [, , hue] = harmonyStops({ ...defaultParameters, key, scale })[4];
    return Math.cos(((hue - 75) * Math.PI) / 180);
  };
  for (const key of keys) expect(warmth(key, 'lydian'), key).toBeGreaterThan(warmth(key, 'locrian'));
});
