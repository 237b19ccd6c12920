import { convertLchToLab, convertOklabToLrgb, convertRgbToOklab, interpolatorLinear, interpolatorSplineMonotone } from 'culori/fn';
import { parameters, type ParameterValues } from '../../shared/parameters/index.ts';
import { type NamedPalette, paletteStops, type Stop } from '../../shared/parameters/palettes.ts';
import { encodedColour } from './colour.ts';
import { harmonyStops } from './harmony-palette.ts';
import { type Notice, noticeSentences } from './notice.ts';

/** Entries of the palette table on the GPU. */
export const paletteSize = 256;

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
  if (paletteFault(choice)) return splineGradient(paletteStops.aurora);
  if (choice.palette === 'custom') return customGradient(choice);
  return splineGradient(choice.palette === 'harmony' ? harmonyStops(choice) : paletteStops[choice.palette]);
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

/** Tables by the parameters of a document, which stay as they are: a table costs more than the colours of a picture. */
const knownTables = new WeakMap<PaletteChoice, Float32Array<ArrayBuffer>>();

function knownTable(choice: PaletteChoice): Float32Array<ArrayBuffer> {
  const table = knownTables.get(choice) ?? paletteTable(choice);
  knownTables.set(choice, table);
  return table;
}

/** A palette as linear RGB triples, hue turned by `turn` radians and chroma scaled: for drawing on the CPU. */
export function paletteColours(choice: PaletteChoice, count: number, turn: number, chroma: number): Float32Array {
  const table = knownTable(choice);
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
