import { formatHex } from 'culori/fn';
import { speciesCount } from '../../shared/universe/index.ts';
import { paletteTable } from './palettes.ts';

/** Place in the palette of a kind, 0..1: far apart for kinds that are near in number. As `kindPlace` in `pigment.wgsl`. */
export function kindPlace(kind: number): number {
  return 0.1 + 0.8 * ((0.3 + kind * 0.381966) % 1);
}

/** The colours in which the picture shows the species, as `#rrggbb`, when it colours by species. */
export function speciesColours(choice: Parameters<typeof paletteTable>[0]): string[] {
  const table = paletteTable(choice);
  const last = table.length / 4 - 1;
  return Array.from({ length: speciesCount }, (_, species) => {
    const [l, a, b] = table.subarray(Math.round(kindPlace(species) * last) * 4);
    return formatHex({ mode: 'oklab', l, a, b });
  });
}
