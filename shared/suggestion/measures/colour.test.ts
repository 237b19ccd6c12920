import { expect, it } from 'vitest';
import { defaultParameters, type ParameterPatch } from '../../parameters/index.ts';
import { labOfHex, paletteColour } from './colour.ts';

const colour = (patch: ParameterPatch) => paletteColour({ ...defaultParameters, ...patch });

it('knows the colours of sRGB', () => {
  expect(labOfHex('#ffffff').l).toBeCloseTo(1, 3);
  expect(labOfHex('#000000')).toEqual({ l: 0, a: 0, b: 0 });
  expect(labOfHex('#ff0000').l).toBeCloseTo(0.628, 3);
  expect(labOfHex('#ff0000').a).toBeCloseTo(0.2249, 3);
  expect(labOfHex('#ff0000').b).toBeCloseTo(0.1258, 3);
});

it('finds fire warmer than water, and a palette of greys without a colour', () => {
  expect(colour({ palette: 'ember' }).b).toBeGreaterThan(colour({ palette: 'ocean' }).b + 0.1);
  const grey = colour({ palette: 'mono' });
  expect(Math.abs(grey.a) + Math.abs(grey.b)).toBeLessThan(0.02);
});

it('follows own colours, and the key where the palette does', () => {
  const own = { palette: 'custom', paletteLow: '#aa0000', paletteMiddle: '#cc0000', paletteHigh: '#ff0000' } as const;
  expect(colour(own).a).toBeGreaterThan(0.1);
  expect(colour({ palette: 'harmony', key: 'C' })).not.toEqual(colour({ palette: 'harmony', key: 'F♯' }));
});
