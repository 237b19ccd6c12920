import { exp2 } from '../math/exact.ts';
import type { ParameterValues } from '../parameters/index.ts';

export type TuningName = ParameterValues['tuning'];

/** Ratios of the twelve chromatic intervals above the tonic: five-limit just intonation, and a chain of fifths from ♭II to ♯IV. */
const ratios = {
  just: [1, 16 / 15, 9 / 8, 6 / 5, 5 / 4, 4 / 3, 45 / 32, 3 / 2, 8 / 5, 5 / 3, 9 / 5, 15 / 8],
  Pythagorean: [1, 256 / 243, 9 / 8, 32 / 27, 81 / 64, 4 / 3, 729 / 512, 3 / 2, 128 / 81, 27 / 16, 16 / 9, 243 / 128],
} as const;

/** Steps of the equal divisions that stand for the twelve chromatic intervals, by their meantone spelling. */
const divisions = {
  '12-TET': { steps: 12, intervals: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
  '19-TET': { steps: 19, intervals: [0, 2, 3, 5, 6, 8, 9, 11, 13, 14, 16, 17] },
  '31-TET': { steps: 31, intervals: [0, 3, 5, 8, 10, 13, 15, 18, 21, 23, 26, 28] },
} as const;

/**
 * Frequency in Hz of a MIDI note in a tuning. The tonic of each octave keeps its place in equal temperament (A4 = 440 Hz);
 * the other notes are tuned from it.
 */
export function frequencyOf(midi: number, tonic: number, tuning: TuningName): number {
  const above = midi - tonic;
  const octave = Math.floor(above / 12);
  const interval = above - 12 * octave;
  const tonicHz = 440 * exp2((tonic + 12 * octave - 69) / 12);
  if (tuning === 'just' || tuning === 'Pythagorean') return tonicHz * ratios[tuning][interval];
  const { steps, intervals } = divisions[tuning];
  return tonicHz * exp2(intervals[interval] / steps);
}
