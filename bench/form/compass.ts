import { melodyOf, type Piece } from './piece.ts';

/** The notes of the phrases that return most often, without those that double them. */
function themeOf(piece: Piece): number[] {
  const melody = melodyOf(piece).map((notes, bar) => ({ material: piece.bars[bar]!.material, pitches: notes.map(({ midi }) => midi) }));
  const byMaterial = [...Map.groupBy(melody, ({ material }) => material).values()];
  const [theme] = byMaterial.toSorted((a, b) => b.length - a.length);
  return theme!.flatMap(({ pitches }) => pitches);
}

/** Returns the number of different pitches of the theme. */
export const themePitches = (piece: Piece): number => new Set(themeOf(piece)).size;

/** Returns the semitones between the lowest and the highest note of the theme. */
export function themeCompass(piece: Piece): number {
  const pitches = themeOf(piece);
  return Math.max(...pitches) - Math.min(...pitches);
}
