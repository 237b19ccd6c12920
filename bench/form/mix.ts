import type { LabRendering } from '../../tests/support/sound-lab/render.ts';
import { centroidHz, sixthsHz } from '../../tests/support/sound-lab/spectrum.ts';
import { quantile } from '../statistics.ts';

const absoluteGateLufs = -70;
const relativeGateLu = -20;
/** Lower end of the treble, on an edge of the bands. */
const trebleFromHz = 4000;

const powerOf = (db: number) => 10 ** (db / 10);
const dbOf = (power: number) => 10 * Math.log10(power);

/** Returns the loudness range of a mix in LU. @see EBU Tech 3342 */
export function loudnessRangeLu({ shortTerm }: LabRendering): number {
  const heard = shortTerm.filter((lufs) => lufs >= absoluteGateLufs);
  if (heard.length === 0) return 0;
  const threshold = dbOf(heard.reduce((sum, lufs) => sum + powerOf(lufs), 0) / heard.length) + relativeGateLu;
  const counted = heard.filter((lufs) => lufs >= threshold);
  return quantile(counted, 0.95) - quantile(counted, 0.1);
}

/** Returns the power in each sixth of an octave over a whole rendering that has a spectrogram. */
export function bandPowers({ spectrogram }: LabRendering): number[] {
  return sixthsHz.slice(0, -1).map((_, band) => spectrogram.reduce((sum, levels) => sum + powerOf(levels[band]!), 0));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Returns the energy above 4 kHz of a mix, in dB of the whole. */
export function trebleDb(rendering: LabRendering): number {
  const powers = bandPowers(rendering);
  return dbOf(sum(powers.filter((_, band) => sixthsHz[band]! >= trebleFromHz)) / sum(powers));
}

/** Returns the centroid of the spectrum of a sound in Hz. */
export const soundCentroidHz = (rendering: LabRendering): number => centroidHz(bandPowers(rendering).map(dbOf), sixthsHz);

/** Returns the mean distance of two spectra in dB by thirds of an octave, at equal power; bands in which both are under −60 dB don't count. */
export function spectrumDistanceDb(a: LabRendering, b: LabRendering): number {
  const [one, other] = [thirds(a), thirds(b)];
  const heard = one.map((_, band) => band).filter((band) => Math.max(one[band]!, other[band]!) > -60);
  return sum(heard.map((band) => Math.abs(Math.max(-60, one[band]!) - Math.max(-60, other[band]!)))) / heard.length;
}

/** Levels in thirds of an octave, in dB of the whole. */
function thirds(rendering: LabRendering): number[] {
  const powers = bandPowers(rendering);
  const whole = sum(powers);
  return Array.from({ length: Math.floor(powers.length / 2) }, (_, third) => dbOf((powers[2 * third]! + powers[2 * third + 1]!) / whole));
}
