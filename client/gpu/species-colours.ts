import { convertOklabToRgb, formatHex } from 'culori/fn';
import { speciesCount } from '../../shared/universe/index.ts';
import { paletteTable } from './palettes.ts';

/** Palette position of a species, 0..1: far apart for neighbouring numbers. The same as `kindPlace` in `pigment.wgsl`. */
export function kindPlace(kind: number): number {
  return 0.1 + 0.8 * ((0.3 + kind * 0.381966) % 1);
}

/** The colours of the species, as `#rrggbb`, when the picture is coloured by species. */
export function speciesColours(choice: Parameters<typeof paletteTable>[0]): string[] {
  const table = paletteTable(choice);
  const last = table.length / 4 - 1;
  return Array.from({ length: speciesCount }, (_, species) => {
    const [l, a, b] = table.subarray(Math.round(kindPlace(species) * last) * 4);
    return formatHex(convertOklabToRgb({ l, a, b }));
  });
}
