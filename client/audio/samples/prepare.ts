import { amplitudeOfDb } from '../../common/decibels.ts';
import type { Zone } from './sample-map.ts';

/** The sound of a recorded note, ready to be played. */
export interface PreparedSound {
  readonly samples: Float32Array<ArrayBuffer>;
  /** Samples between which a held sound repeats. */
  readonly loop?: readonly [start: number, end: number];
}

/** Longest sound that is kept of a note that decays, and the fade at its end: notes of a universe are shorter, and memory is limited. */
const keptSeconds = 7;
const fadeSeconds = 2;

/** Mixes the end of a loop with what precedes its start, at equal power, so that the seam is not heard. */
function crossfade(samples: Float32Array, [start, end]: readonly [number, number], length: number): void {
  const overlap = Math.min(length, start, end - start);
  for (let index = 0; index < overlap; index++) {
    const share = (index + 1) / overlap;
    samples[end - overlap + index] =
      samples[end - overlap + index]! * Math.sqrt(1 - share) + samples[start - overlap + index]! * Math.sqrt(share);
  }
}

/** Plays the loop of a decaying note on until it is silent. */
function unrolled(samples: Float32Array, { loop, decaySeconds, rate }: Zone): Float32Array<ArrayBuffer> {
  const [start, end] = loop ?? [0, samples.length];
  const seconds = Math.min(keptSeconds, loop && decaySeconds !== undefined ? decaySeconds : samples.length / rate);
  const out = new Float32Array(Math.floor(seconds * rate));
  for (let index = 0; index < out.length; index++) {
    const fall = decaySeconds === undefined ? 0 : (-60 * index) / rate / decaySeconds;
    out[index] = samples[index < end ? index : start + ((index - start) % (end - start))]! * amplitudeOfDb(fall);
  }
  const fade = Math.min(out.length, fadeSeconds * rate);
  for (let index = 0; index < fade; index++) out[out.length - 1 - index]! *= index / fade;
  return out;
}

/** Mixes channels into one: a note is placed in the stereo image as a whole. */
function mixed(channels: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  return Float32Array.from(channels[0]!, (_, index) => channels.reduce((sum, samples) => sum + samples[index]!, 0) / channels.length);
}

/** Prepares the decoded channels of a note: brings it to its level, and makes a seamless loop of it, or lets it decay. */
export function prepareSound(channels: readonly Float32Array[], zone: Zone, crossfadeSeconds = 0): PreparedSound {
  const gain = amplitudeOfDb(zone.gainDb);
  const isHeld = zone.loop !== undefined && zone.decaySeconds === undefined;
  const whole = mixed(channels);
  if (isHeld) crossfade(whole, zone.loop!, Math.floor(crossfadeSeconds * zone.rate));
  const samples = (isHeld ? whole : unrolled(whole, zone)).map((sample) => sample * gain);
  return isHeld ? { samples, loop: zone.loop } : { samples };
}
