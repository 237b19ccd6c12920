import { convertLchToLab, convertOklabToRgb } from 'culori/fn';
import { brightnessOf, hueOfKey, type ScaleName } from '../../shared/music/index.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { Stop } from '../../shared/parameters/palettes.ts';

/** The warmest and the coolest hue, in degrees of OKLCH: amber and a violet blue. */
const warmest = 75;
const coolest = 275;
/** Positions of the stops along the palette, from −1 to 1. */
const places = [-1, -0.5, 0, 0.5, 1] as const;

/** The path of a scale through the hues: an arc from end to end in degrees, chroma ×, and a bend of its upper half in degrees. */
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
  // Few notes without dissonance: few hues, clear and light.
  'major-pentatonic': { arc: 36, chroma: 0.9, bend: 0 },
  'minor-pentatonic': { arc: 36, chroma: 0.82, bend: -20 },
  // The blue note is dissonant with the third.
  blues: { arc: -60, chroma: 1.12, bend: -70 },
  // Equal steps without a tonal centre: half of the circle, evenly.
  'whole-tone': { arc: 190, chroma: 0.85, bend: 0 },
  // All notes: all hues.
  chromatic: { arc: 330, chroma: 0.75, bend: 0 },
};

/** Degrees from one hue to another, the shorter way, −180..180. */
const between = (from: number, to: number) => ((((to - from) % 360) + 540) % 360) - 180;
/** The same, limited to ±`most` degrees. */
const towards = (from: number, to: number, most: number) => Math.max(-most, Math.min(most, between(from, to)));

/** How near the largest chroma is found: the 8192nd part of that of the most vivid colours. */
const chromaStep = 0.4 / 2 ** 13;

/** Returns the largest chroma up to `most` with which sRGB contains the colour. */
function chromaWithin(l: number, most: number, h: number): number {
  const isInside = (c: number) => {
    const { r, g, b } = convertOklabToRgb(convertLchToLab({ l, c, h }));
    return [r, g, b].every((channel) => channel >= 0 && channel <= 1);
  };
  if (isInside(most)) return most;
  let [inside, outside] = [0, most];
  while (outside - inside > chromaStep) {
    const middle = inside + (outside - inside) * 0.5;
    if (isInside(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/**
 * The palette stops of a key and a scale. The key sets the middle hue: neighbours on the circle of fifths have neighbouring hues. The scale
 * sets the path from there: bright modes rise to lighter, warmer, more saturated colours, dark modes start from deep, cool ones. Lightness
 * always rises by a minimum amount, so that the order is readable without hues.
 */
export function harmonyStops({ key, scale, customScale }: Pick<ParameterValues, 'key' | 'scale' | 'customScale'>): readonly Stop[] {
  const bright = brightnessOf({ scale, customScale });
  const { arc, chroma, bend } = characters[scale] ?? diatonic;
  const hue = hueOfKey(key);
  // The direction of the arc makes its upper end the warmer one.
  const way = between(hue, warmest) < 0 ? -1 : 1;
  const lowPull = towards(hue - way * (arc / 2), coolest, 22 - 14 * bright);
  const highPull = towards(hue + way * (arc / 2), bright < 0 ? coolest : warmest, 34 * Math.abs(bright));
  return places.map((place) => {
    const high = Math.max(0, place);
    const low = Math.max(0, -place);
    const lightness = 0.665 + 0.275 * place + (0.045 - 0.02 * high) * bright - 0.01 * low * low;
    // Chroma is highest a little below the middle and falls towards the highlights.
    const fullness = (0.15 + 0.03 * bright) * chroma * (1 - 0.12 * low) * (1 - 0.62 * high * high);
    const turned = hue + way * (arc / 2) * place + low * lowPull + high * (highPull + way * bend);
    return [lightness, chromaWithin(lightness, fullness, turned), turned];
  });
}
