import { clampChroma, modeOklch, modeRgb, useMode } from 'culori/fn';
import { brightnessOf, fifthsFromTonic, type ScaleName, tonicOf } from '../../shared/music/index.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';

useMode(modeRgb);
useMode(modeOklch);

/** Lightness 0..1, chroma, hue in degrees (it may pass 360, to say which way round). */
export type Stop = readonly [lightness: number, chroma: number, hue: number];

/** Hue of C, in degrees; each fifth upwards turns it by a twelfth of the circle. */
const hueOfC = 255;
const degreesPerFifth = 30;
/** Where colours are warmest and coolest, in degrees of OKLCH: amber and a violet blue. */
const warmest = 75;
const coolest = 275;
/** Where along the palette the stops are, from −1 to 1. */
const places = [-1, -0.5, 0, 0.5, 1] as const;

/** How a scale moves through the hues: an arc from end to end in degrees, chroma ×, and a bend of its upper half in degrees. */
interface Character {
  readonly arc: number;
  readonly chroma: number;
  readonly bend: number;
}

const diatonic: Character = { arc: 70, chroma: 1, bend: 0 };
const characters: Readonly<Partial<Record<ScaleName, Character>>> = {
  // The leap of an augmented second below the tonic.
  'harmonic-minor': { arc: 60, chroma: 1.08, bend: 65 },
  'melodic-minor': { arc: 85, chroma: 1, bend: 25 },
  // Few notes without friction: few hues, clear and light.
  'major-pentatonic': { arc: 36, chroma: 0.9, bend: 0 },
  'minor-pentatonic': { arc: 36, chroma: 0.82, bend: -20 },
  // The blue note rubs against the third.
  blues: { arc: -60, chroma: 1.12, bend: -70 },
  // Even steps with no home: half of the circle, evenly.
  'whole-tone': { arc: 190, chroma: 0.85, bend: 0 },
  // All notes: all hues.
  chromatic: { arc: 330, chroma: 0.75, bend: 0 },
};

/** Degrees from one hue to another, the shorter way, −180..180. */
const between = (from: number, to: number) => ((((to - from) % 360) + 540) % 360) - 180;
/** So many degrees of the way at most. */
const towards = (from: number, to: number, most: number) => Math.max(-most, Math.min(most, between(from, to)));

/**
 * Colours of a key and a scale. The key is the hue in the middle: neighbours on the circle of fifths are neighbours in
 * hue. The scale moves from there: bright modes rise to lighter, warmer, richer colours, dark modes come up from deep, cool
 * ones. Lightness always rises by the same amount at least, so that the order reads without hues.
 */
export function harmonyStops({ key, scale, customScale }: Pick<ParameterValues, 'key' | 'scale' | 'customScale'>): readonly Stop[] {
  const bright = brightnessOf({ scale, customScale });
  const { arc, chroma, bend } = characters[scale] ?? diatonic;
  const hue = hueOfC + degreesPerFifth * fifthsFromTonic(tonicOf(key));
  // The arc runs so that its upper end is the warmer one.
  const way = between(hue, warmest) < 0 ? -1 : 1;
  const lowPull = towards(hue - way * (arc / 2), coolest, 22 - 14 * bright);
  const highPull = towards(hue + way * (arc / 2), bright < 0 ? coolest : warmest, 34 * Math.abs(bright));
  return places.map((place) => {
    const high = Math.max(0, place);
    const low = Math.max(0, -place);
    const lightness = 0.665 + 0.275 * place + (0.045 - 0.02 * high) * bright - 0.01 * low * low;
    // Colour is fullest a little below the middle and pales towards the lights.
    const fullness = (0.15 + 0.03 * bright) * chroma * (1 - 0.12 * low) * (1 - 0.62 * high * high);
    const turned = hue + way * (arc / 2) * place + low * lowPull + high * (highPull + way * bend);
    const inside = clampChroma({ mode: 'oklch', l: lightness, c: fullness, h: turned }, 'oklch', 'rgb');
    return [lightness, inside.c, turned];
  });
}
