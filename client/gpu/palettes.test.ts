import { expect, it } from 'vitest';
import { defaultParameters, type ParameterValues } from '../../shared/parameters/index.ts';
import { namedPalettes, paletteColours, paletteFault, paletteSize, paletteTable } from './palettes.ts';

const tableOf = (palette: ParameterValues['palette'], own: Partial<ParameterValues> = {}) =>
  paletteTable({ ...defaultParameters, ...own, palette });
const column = (table: Float32Array, index: number) => Array.from({ length: paletteSize }, (_, i) => table[i * 4 + index]);

it('offers at least ten named palettes, and does not start with the custom palette', () => {
  expect(namedPalettes.length).toBeGreaterThanOrEqual(10);
  expect(defaultParameters.palette).not.toBe('custom');
});

it.each(namedPalettes)('%s gets lighter from end to end, so that its order is readable without hues', (palette) => {
  const lightness = column(tableOf(palette), 0);
  expect(lightness.every((value, i) => i === 0 || value >= lightness[i - 1] - 1e-6)).toBe(true);
  expect(lightness.at(-1)! - lightness[0]).toBeGreaterThan(0.45);
});

it('has no two similar palettes', () => {
  for (const a of namedPalettes) {
    for (const b of namedPalettes) {
      if (a >= b) continue;
      const [one, other] = [tableOf(a), tableOf(b)];
      let distance = 0;
      for (let i = 0; i < one.length; i += 4)
        distance += Math.hypot(one[i] - other[i], one[i + 1] - other[i + 1], one[i + 2] - other[i + 2]);
      expect(distance / paletteSize, `${a} and ${b}`).toBeGreaterThan(0.035);
    }
  }
});

it('begins and ends a custom palette with the chosen colours', () => {
  const colours = paletteColours(
    { ...defaultParameters, palette: 'custom', paletteLow: '#000000', paletteMiddle: '#ff0000', paletteHigh: '#ffffff' },
    3,
    0,
    1,
  );
  expect([...colours].map((value) => Math.round(value * 20) / 20)).toEqual([0, 0, 0, 1, 0, 0, 1, 1, 1]);
});

it('turns the hue without changing the lightness', () => {
  const still = paletteColours({ ...defaultParameters, palette: 'mono' }, 8, 0, 0);
  const turned = paletteColours({ ...defaultParameters, palette: 'mono' }, 8, 2, 0);
  expect(turned).toEqual(still);
});

it('names the fault of a palette, and draws another palette instead', () => {
  const choice = (own: object) => ({ ...defaultParameters, ...own }) as ParameterValues;
  expect(paletteFault(choice({ palette: 'custom' }))).toBeNull();
  expect(paletteFault(choice({ palette: 'custom', paletteMiddle: '#12345' }))).toMatchObject({
    values: { stop: 'paletteMiddle', colour: '#12345' },
  });
  expect(paletteFault(choice({ palette: 'plaid' }))).toMatchObject({ values: { palette: 'plaid' } });
  expect(paletteFault(choice({ palette: 'harmony', scale: 'enigmatic' }))).toMatchObject({ values: { scale: 'enigmatic' } });
  for (const own of [{ palette: 'custom', paletteLow: 'red;' }, { palette: 'plaid' }, { palette: 'harmony', key: 'H' }]) {
    expect(paletteTable(choice(own)).every(Number.isFinite)).toBe(true);
  }
});
