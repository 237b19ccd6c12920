import type { ParameterValues } from './registry.ts';

/** Lightness 0..1, chroma, hue in degrees (above 360 to set the direction): a colour of OKLCH. */
export type Stop = readonly [lightness: number, chroma: number, hue: number];

/** A palette that is the same in every universe. */
export type NamedPalette = Exclude<ParameterValues['palette'], 'custom' | 'harmony'>;

/**
 * Stops from the calmest to the liveliest particles. Lightness rises from end to end in every palette, so that the order is readable with
 * few hues or none.
 */
export const paletteStops: Readonly<Record<NamedPalette, readonly Stop[]>> = {
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
