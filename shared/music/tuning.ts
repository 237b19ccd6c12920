import { exp2 } from '../math/exact.ts';
import type { ParameterValues } from '../parameters/index.ts';

export type TuningName = ParameterValues['tuning'];

/** Ratios of the twelve chromatic intervals above the tonic, then of ♭V, which differs from ♯IV in some tunings. */
type Ratios = readonly number[];

const justRatios: Ratios = [1, 16 / 15, 9 / 8, 6 / 5, 5 / 4, 4 / 3, 45 / 32, 3 / 2, 8 / 5, 5 / 3, 9 / 5, 15 / 8, 64 / 45];
const fifthsRatios: Ratios = [
  1,
  256 / 243,
  9 / 8,
  32 / 27,
  81 / 64,
  4 / 3,
  729 / 512,
  3 / 2,
  128 / 81,
  27 / 16,
  16 / 9,
  243 / 128,
  1024 / 729,
];

/** An equal division of the octave; `steps` spells the twelve intervals and ♭V as in meantone. */
const divided = (division: number, steps: readonly number[]): Ratios => steps.map((step) => exp2(step / division));

/** Index of ♭V in the lists, for scales in which six semitones are a fifth and not a fourth. */
const flatFive = 12;

const tunings: Record<TuningName, Ratios> = {
  '12-TET': divided(12, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 6]),
  just: justRatios,
  Pythagorean: fifthsRatios,
  '19-TET': divided(19, [0, 2, 3, 5, 6, 8, 9, 11, 13, 14, 16, 17, 10]),
  '31-TET': divided(31, [0, 3, 5, 8, 10, 13, 15, 18, 21, 23, 26, 28, 16]),
};

/** Height of `midi` above the tonic of octave 0, as a ratio. */
function ratioOf(midi: number, tonic: number, scale: readonly number[], tuning: TuningName): number {
  const above = midi - tonic;
  const octave = Math.floor(above / 12);
  const interval = above - 12 * octave;
  // In a scale with a fourth, six semitones are a diminished fifth.
  const spelled = interval === 6 && scale.includes(5) ? flatFive : interval;
  return tunings[tuning][spelled] * exp2(octave);
}

/**
 * Frequency in Hz of a note of the scale. Intervals are tuned from the tonic; the whole is placed so that A4 is 440 Hz. `midi`: whole MIDI
 * number. `tonic`: pitch class 0..11. `scale`: semitones above the tonic.
 * @see Ellis 1885 for the just ratios; Barbour 1951, "Tuning and Temperament", for the divisions
 */
export function frequencyOf(midi: number, tonic: number, scale: readonly number[], tuning: TuningName): number {
  if (tuning === '12-TET') return 440 * exp2((midi - 69) / 12);
  return (440 * ratioOf(midi, tonic, scale, tuning)) / ratioOf(69, tonic, scale, tuning);
}
