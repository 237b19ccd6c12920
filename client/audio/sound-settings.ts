import { audioParameters } from '../../shared/parameters/audio.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { amplitudeOfDb } from '../common/decibels.ts';

/** Lengths in beats that synchronised settings can take. */
const echoBeats = [0.125, 0.25, 1 / 3, 0.375, 0.5, 2 / 3, 0.75, 1, 1.5, 2, 3, 4];
const swayBeats = [0.125, ...[0.25, 0.5, 1, 2, 4, 8].flatMap((beats) => [beats, beats * 1.5]), 16];
const maxEchoSeconds = 2;

/** Returns the duration in seconds of the listed beats that is nearest, as a ratio, to a time in seconds, of those up to `longest`. */
function nearestBeats(seconds: number, beats: readonly number[], tempo: number, longest = Number.POSITIVE_INFINITY): number {
  const distanceOf = (time: number) => Math.abs(Math.log(time / seconds));
  return beats
    .map((count) => (count * 60) / tempo)
    .filter((time) => time <= longest)
    .reduce((best, time) => (distanceOf(time) < distanceOf(best) ? time : best), Number.MAX_VALUE);
}

/** Gain of a level in dB; silence at or below the lowest value of the level parameters. */
export function gainOf(decibels: number): number {
  return decibels <= -60 ? 0 : amplitudeOfDb(decibels);
}

/** Gain of what goes into the echo. */
export function echoGain({ delayMix }: Pick<ParameterValues, 'delayMix'>): number {
  return delayMix * 1.2;
}

/** Time between echoes in seconds: as set, or the nearest part of a beat. */
export function echoSeconds(parameters: Pick<ParameterValues, 'delayTime' | 'delaySync'>, tempo: number): number {
  return parameters.delaySync ? nearestBeats(parameters.delayTime, echoBeats, tempo, maxEchoSeconds) : parameters.delayTime;
}

/** Rate of the filter LFO, Hz: as set, or the nearest one that is synchronised to the beat. */
export function swayHz(parameters: Pick<ParameterValues, 'lfoRate' | 'lfoSync'>, tempo: number): number {
  return parameters.lfoSync ? 1 / nearestBeats(1 / parameters.lfoRate, swayBeats, tempo) : parameters.lfoRate;
}

/** Cutoff of the low-pass in Hz, with the links applied. */
export function cutoffHz(parameters: Pick<ParameterValues, 'filterCutoff'>, scalars: Pick<FrameScalars, 'filter'>): number {
  return Math.max(20, Math.min(20_000, parameters.filterCutoff * scalars.filter));
}

/** Q of the low-pass in dB, as in Web Audio: almost flat at 0, a clear peak at 1. */
export function resonanceQ(parameters: Pick<ParameterValues, 'filterResonance'>): number {
  return -2 + parameters.filterResonance ** 2 * 16;
}

/** Transposition in cents: the sum of the parameter and of the scalar, both in semitones. */
export function transposeCents(parameters: Pick<ParameterValues, 'pitch'>, scalars: Pick<FrameScalars, 'pitch'>): number {
  return (parameters.pitch + scalars.pitch) * 100;
}

/** Gain of the volume: 1 at its default, at which the leveller brings every universe to the same loudness. */
export function volumeGain({ volume }: Pick<ParameterValues, 'volume'>): number {
  return gainOf(volume) / gainOf(audioParameters.volume.default);
}

/** Cutoff of the bass's own low-pass in Hz: it follows the main cutoff, but keeps the bass audible until that is almost closed. */
export function bassCutoffHz(parameters: Pick<ParameterValues, 'filterCutoff'>, scalars: Pick<FrameScalars, 'filter'>): number {
  return Math.min(20_000, cutoffHz(parameters, scalars) * 1.2 + 60);
}

/** Depth of the filter LFO to either side, in cents: fine at first, an octave at full depth. */
export function swayCents(parameters: Pick<ParameterValues, 'lfoDepth'>): number {
  return 1200 * parameters.lfoDepth ** 1.5;
}

/** Highest level of an output sample, −1 dBFS, and the level up to which the curve is straight. */
const ceiling = amplitudeOfDb(-1);
const kneeAt = amplitudeOfDb(-4);

/** Curve of the last stage: straight to −4 dBFS, then bent towards a ceiling just under −1 dBFS. */
export function ceilingCurve(points = 4097): Float32Array {
  const reach = (ceiling - kneeAt) * 0.999;
  return Float32Array.from({ length: points }, (_, index) => {
    const x = (2 * index) / (points - 1) - 1;
    const over = Math.max(0, Math.abs(x) - kneeAt);
    return Math.sign(x) * (Math.min(kneeAt, Math.abs(x)) + reach * Math.tanh(over / reach));
  });
}
