import { convertLchToLab, convertOklabToLrgb, convertRgbToOklab, interpolatorLinear, interpolatorSplineMonotone } from 'culori/fn';
import { parameters, type ParameterValues } from '../../shared/parameters/index.ts';
import { encodedColour } from './colour.ts';
import { harmonyStops, type Stop } from './harmony-palette.ts';
import { type Notice, noticeSentences } from './notice.ts';

/** Entries of the palette table on the GPU. */
export const paletteSize = 256;

type NamedPalette = Exclude<ParameterValues['palette'], 'custom' | 'harmony'>;

/**
 * Stops from the calmest to the liveliest particles. Lightness rises from end to end in every palette, so that the order is readable with
 * few hues or none.
 */
const stops: Readonly<Record<NamedPalette, readonly Stop[]>> = {
  aurora: [
    [0.42, 0.16, 288],
    [0.54, 0.15, 255],
    [0.68, 0.13, 195],
    [0.82, 0.17, 158],
    [0.95, 0.09, 115],
  ],
  ember: [
    [0.4, 0.13, 12],
    [0.52, 0.19, 28],
    [0.67, 0.19, 47],
    [0.82, 0.15, 74],
    [0.96, 0.06, 95],
  ],
  ocean: [
    [0.4, 0.13, 268],
    [0.52, 0.14, 252],
    [0.66, 0.12, 225],
    [0.81, 0.1, 198],
    [0.96, 0.04, 185],
  ],
  orchid: [
    [0.4, 0.19, 288],
    [0.53, 0.21, 308],
    [0.67, 0.2, 338],
    [0.81, 0.12, 372],
    [0.95, 0.05, 425],
  ],
  forest: [
    [0.4, 0.08, 182],
    [0.53, 0.11, 162],
    [0.67, 0.15, 145],
    [0.82, 0.16, 122],
    [0.95, 0.08, 102],
  ],
  ice: [
    [0.44, 0.11, 275],
    [0.58, 0.11, 256],
    [0.74, 0.08, 235],
    [0.87, 0.045, 218],
    [0.98, 0.012, 205],
  ],
  solar: [
    [0.4, 0.16, 318],
    [0.53, 0.2, 362],
    [0.67, 0.2, 395],
    [0.82, 0.16, 432],
    [0.96, 0.09, 460],
  ],
  dusk: [
    [0.42, 0.15, 270],
    [0.54, 0.16, 305],
    [0.67, 0.16, 355],
    [0.8, 0.13, 398],
    [0.94, 0.07, 435],
  ],
  viridis: [
    [0.38, 0.13, 310],
    [0.48, 0.11, 268],
    [0.6, 0.11, 205],
    [0.75, 0.16, 155],
    [0.92, 0.19, 106],
  ],
  mono: [
    [0.42, 0.025, 255],
    [0.6, 0.02, 250],
    [0.8, 0.012, 240],
    [0.98, 0.006, 90],
  ],
};

export const namedPalettes = parameters.palette.choices.filter((name): name is NamedPalette => name !== 'custom' && name !== 'harmony');

/** The parameters of a palette; the table is rebuilt only when they change. */
type PaletteChoice = Pick<ParameterValues, 'palette' | 'paletteLow' | 'paletteMiddle' | 'paletteHigh' | 'key' | 'scale' | 'customScale'>;

/**
 * A colour of OKLab for each position, 0..1. Functions of `culori` are used one by one: a mode of it also knows every way to write a colour,
 * names included, and all of that would be loaded before the first frame.
 */
type Gradient = (position: number) => { readonly l: number; readonly a: number; readonly b: number };

/** Monotone splines through the stops: smooth, and never lighter or darker than both neighbours. The stops set the direction of the hue. */
function splineGradient(stopList: readonly Stop[]): Gradient {
  const channel = (index: 0 | 1 | 2) => interpolatorSplineMonotone(stopList.map((stop) => stop[index]));
  const [l, c, h] = [channel(0), channel(1), channel(2)];
  return (position) => convertLchToLab({ l: l(position), c: c(position), h: h(position) });
}

/** Returns the fault of a choice that makes no palette; null for a valid choice. */
export function paletteFault(choice: PaletteChoice): Notice | null {
  const { palette, key, scale } = choice;
  if (!parameters.palette.choices.includes(palette)) return { sentence: noticeSentences.noSuchPalette, values: { palette } };
  if (palette === 'harmony') {
    if (!parameters.key.choices.includes(key)) return { sentence: noticeSentences.keyWithoutColours, values: { key } };
    if (!parameters.scale.choices.includes(scale)) return { sentence: noticeSentences.scaleWithoutColours, values: { scale } };
  }
  if (palette !== 'custom') return null;
  const stop = (['paletteLow', 'paletteMiddle', 'paletteHigh'] as const).find((name) => !/^#[\da-f]{6}$/i.test(choice[name]));
  return stop ? { sentence: noticeSentences.noColour, values: { stop, colour: choice[stop] } } : null;
}

/** Interpolates the chosen colours linearly in OKLab, where no third hue appears between two. */
function customGradient({ paletteLow, paletteMiddle, paletteHigh }: PaletteChoice): Gradient {
  const colours = [paletteLow, paletteMiddle, paletteHigh].map((hex) => {
    const [r, g, b] = encodedColour(hex);
    return convertRgbToOklab({ r, g, b });
  });
  const channel = (name: 'l' | 'a' | 'b') => interpolatorLinear(colours.map((colour) => colour[name]));
  const [l, a, b] = [channel('l'), channel('a'), channel('b')];
  return (position) => ({ l: l(position), a: a(position), b: b(position) });
}

function gradientOf(choice: PaletteChoice): Gradient {
  // A picture in other colours is better than none.
  if (paletteFault(choice)) return splineGradient(stops.aurora);
  if (choice.palette === 'custom') return customGradient(choice);
  return splineGradient(choice.palette === 'harmony' ? harmonyStops(choice) : stops[choice.palette]);
}

/** The table of a palette: `paletteSize` × (L, a, b, 1) in OKLab. @see Ottosson 2020 */
export function paletteTable(choice: PaletteChoice): Float32Array<ArrayBuffer> {
  const between = gradientOf(choice);
  const table = new Float32Array(paletteSize * 4);
  for (let i = 0; i < paletteSize; i++) {
    const { l, a, b } = between(i / (paletteSize - 1));
    table.set([l, a, b, 1], i * 4);
  }
  return table;
}

/** A palette as linear RGB triples, hue turned by `turn` radians and chroma scaled: for drawing on the CPU. */
export function paletteColours(choice: PaletteChoice, count: number, turn: number, chroma: number): Float32Array {
  const table = paletteTable(choice);
  const colours = new Float32Array(count * 3);
  const [cos, sin] = [Math.cos(turn) * chroma, Math.sin(turn) * chroma];
  for (let i = 0; i < count; i++) {
    const at = Math.floor((i / Math.max(1, count - 1)) * (paletteSize - 1)) * 4;
    const [l, a, b] = table.subarray(at, at + 3);
    const { r, g, b: blue } = convertOklabToLrgb({ l, a: a * cos - b * sin, b: a * sin + b * cos });
    colours.set([Math.max(0, r), Math.max(0, g), Math.max(0, blue)], i * 3);
  }
  return colours;
}
