import type { RecordedName } from '../../client/audio/samples/recorded-timbres.ts';

/** What is taken of the bank: a program of General MIDI, and the roots of its notes. */
export interface Plan {
  program: number;
  roots: readonly number[];
  /** Selects one of two notes with the same root: those of the left microphone. */
  names?: RegExp;
  /** Crossfade of a loop whose seam would be heard, in seconds; such a note is held as long as it is played. */
  crossfadeSeconds?: number;
}

/** Notes about a fifth apart over the range in which universes play, so that few are transposed by more than five semitones. */
export const plans = {
  marimba: { program: 12, roots: [48, 60, 66, 72, 78, 84] },
} satisfies Partial<Record<RecordedName, Plan>>;
