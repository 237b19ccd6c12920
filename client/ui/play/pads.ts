import { midiOfDegree } from '../../../shared/music/index.ts';
import { octaveLimit } from '../../store/hands.ts';

/** A key that plays: its row from below, its place in the row, and the code of its computer key. */
export interface Pad {
  row: number;
  place: number;
  code: string;
  /** The letter on it if the layout is unknown. */
  letter: string;
}

const letters = ['ASDFGHJKL', 'QWERTYUIO'] as const;
const placesInRow = 9;

/** Two rows of keys by their position, whatever letters they have. */
export const padRows: readonly (readonly Pad[])[] = letters.map((row, index) =>
  [...row].map((letter, place) => ({ row: index, place, code: `Key${letter}`, letter })),
);

const pads = new Map(padRows.flat().map((pad) => [pad.code, pad]));

export function padOfCode(code: string): Pad | null {
  return pads.get(code) ?? null;
}

/** Keys that shift the octave, each with its shift. */
export const octaveCodes: Readonly<Record<string, number>> = { KeyZ: -1, KeyX: 1 };

/** Returns the octave after a shift. */
export function shiftedOctave(octave: number, by: number): number {
  return Math.max(-octaveLimit, Math.min(octaveLimit, octave + by));
}

/**
 * Returns the note of a pad. The lower row goes up the scale from the tonic; the upper row begins an octave above it, or, if a scale has
 * more notes than a row, where the lower row ends. So every pad is in key, and there is no gap.
 */
export function midiOfPad({ row, place }: Pick<Pad, 'row' | 'place'>, scale: readonly number[], tonic: number, octave: number): number {
  const degree = row * Math.min(scale.length, placesInRow) + place + octave * scale.length;
  return midiOfDegree(scale, tonic, degree);
}
