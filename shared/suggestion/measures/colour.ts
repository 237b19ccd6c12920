import { cos, pow, sin, tau } from '../../math/exact.ts';
import { brightnessOf, hueOfKey } from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import { paletteStops, type Stop } from '../../parameters/palettes.ts';

/** A colour of OKLab: lightness 0..1, green to red, blue to yellow. @see Ottosson 2020 */
export interface Lab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

const linear = (encoded: number) => (encoded <= 0.04045 ? encoded / 12.92 : pow((encoded + 0.055) / 1.055, 2.4));
const cubeRoot = (value: number) => (value <= 0 ? 0 : pow(value, 1 / 3));

/** Returns the colour of a `#rrggbb`. */
export function labOfHex(hex: string): Lab {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  const long = cubeRoot(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = cubeRoot(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = cubeRoot(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {
    l: 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    a: 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    b: 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  };
}

const labOfStop = ([lightness, chroma, hue]: Stop): Lab => ({
  l: lightness,
  a: chroma * cos((hue * tau) / 360),
  b: chroma * sin((hue * tau) / 360),
});

/** The middle of the palette that follows the key: about as light and colourful as the others. */
function harmonyColour({ key, scale, customScale }: Readonly<ParameterValues>): Lab {
  const bright = brightnessOf({ scale, customScale });
  return labOfStop([0.665 + 0.03 * bright, 0.12 + 0.02 * bright, hueOfKey(key)]);
}

/** Returns the mean colour of the palette of a universe. */
export function paletteColour(parameters: Readonly<ParameterValues>): Lab {
  const { palette, paletteLow, paletteMiddle, paletteHigh } = parameters;
  if (palette === 'harmony') return harmonyColour(parameters);
  const colours = palette === 'custom' ? [paletteLow, paletteMiddle, paletteHigh].map(labOfHex) : paletteStops[palette].map(labOfStop);
  const mean = (channel: keyof Lab) => colours.reduce((sum, colour) => sum + colour[channel], 0) / colours.length;
  return { l: mean('l'), a: mean('a'), b: mean('b') };
}
