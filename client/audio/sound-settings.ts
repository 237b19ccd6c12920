import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';

/** The fractions of a beat that a synchronised echo may take. */
const echoBeats = [0.125, 0.25, 1 / 3, 0.375, 0.5, 2 / 3, 0.75, 1, 1.5, 2, 3, 4];
const longestEchoSeconds = 2;

/** Gain of a level in dB; at or under the floor of the level parameters it is silence. */
export function gainOf(decibels: number): number {
  return decibels <= -60 ? 0 : 10 ** (decibels / 20);
}

/** Time between echoes in seconds: as set, or the nearest fraction of a beat. */
export function echoSeconds(parameters: Pick<ParameterValues, 'delayTime' | 'delaySync'>, tempo: number): number {
  if (!parameters.delaySync) return parameters.delayTime;
  const beat = 60 / tempo;
  let best = parameters.delayTime;
  let least = Number.POSITIVE_INFINITY;
  for (const share of echoBeats) {
    const seconds = share * beat;
    const distance = Math.abs(Math.log(seconds / parameters.delayTime));
    if (seconds > longestEchoSeconds || distance >= least) continue;
    least = distance;
    best = seconds;
  }
  return best;
}

/** Cutoff of the low-pass in Hz after what the links do to it. */
export function cutoffHz(parameters: Pick<ParameterValues, 'filterCutoff'>, scalars: Pick<FrameScalars, 'filter'>): number {
  return Math.max(20, Math.min(20_000, parameters.filterCutoff * scalars.filter));
}

/** Q of the low-pass: flat at 0, a clear peak at 1. */
export function resonanceQ(parameters: Pick<ParameterValues, 'filterResonance'>): number {
  return 0.5 + parameters.filterResonance ** 2 * 7;
}

/** Ratio that transposes what is heard: the parameter and what the music adds, in semitones. */
export function pitchRatio(parameters: Pick<ParameterValues, 'pitch'>, scalars: Pick<FrameScalars, 'pitch'>): number {
  return 2 ** ((parameters.pitch + scalars.pitch) / 12);
}

/** Overall gain: the parameter and what gravity makes of it. */
export function masterGain(parameters: Pick<ParameterValues, 'volume'>, scalars: Pick<FrameScalars, 'volume'>): number {
  return gainOf(parameters.volume) * scalars.volume;
}
