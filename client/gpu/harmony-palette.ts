import { fifthsFromTonic, scales, tonicOf } from '../../shared/music/index.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';

/** Lightness 0..1, chroma, hue in degrees (it may pass 360, to say which way round). */
export type Stop = readonly [lightness: number, chroma: number, hue: number];

/** Hue of C, in degrees; each fifth upwards turns it by a twelfth of the circle. */
const hueOfC = 255;
const degreesPerFifth = 30;

/** How bright a mode sounds, −1..1: the mean place of its notes on the line of fifths, sharp of the tonic or flat of it. */
function brightnessOf(scale: ParameterValues['scale']): number {
  const places = scales[scale].map((interval) => {
    const fifths = fifthsFromTonic(interval);
    // The tritone lies on both ends of the line.
    return fifths === 6 ? 0 : fifths < 6 ? fifths : fifths - 12;
  });
  return Math.max(-1, Math.min(1, places.reduce((sum, place) => sum + place, 0) / places.length / 3));
}

/** Colours of a key and a scale: neighbours on the circle of fifths are neighbours in hue, and bright modes are lighter and more colourful. */
export function harmonyStops({ key, scale }: Pick<ParameterValues, 'key' | 'scale'>): readonly Stop[] {
  const bright = brightnessOf(scale);
  const hue = hueOfC + degreesPerFifth * fifthsFromTonic(tonicOf(key));
  const chroma = 0.145 + 0.035 * bright;
  const turn = 70 - 40 * bright;
  return [
    [0.41 + 0.02 * bright, chroma, hue - turn],
    [0.54 + 0.02 * bright, chroma * 1.1, hue - 0.4 * turn],
    [0.68 + 0.02 * bright, chroma, hue],
    [0.82 + 0.02 * bright, chroma * 0.85, hue + 0.5 * turn],
    [0.95, chroma * 0.35, hue + turn],
  ];
}
