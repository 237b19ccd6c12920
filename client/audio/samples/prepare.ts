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

/** Returns how alike two stretches are: 1 when they are the same, 0 when they have nothing in common. */
function likeness(one: Float32Array, other: Float32Array): number {
  let both = 0;
  let power = 1e-12;
  one.forEach((sample, index) => {
    both += 2 * sample * other[index];
    power += sample ** 2 + other[index] ** 2;
  });
  return Math.max(0, both / power);
}

/** Mixes the end of a loop with what precedes its start, so that the seam is not heard; the power stays even, however alike both are. */
function crossfade(samples: Float32Array, [start, end]: readonly [number, number], length: number): void {
  const overlap = Math.min(length, start, end - start);
  const before = samples.slice(start - overlap, start);
  const last = samples.subarray(end - overlap, end);
  const alike = likeness(last, before);
  last.forEach((sample, index) => {
    const share = (index + 1) / overlap;
    const power = (1 - share) ** 2 + share ** 2 + 2 * share * (1 - share) * alike;
    last[index] = (sample * (1 - share) + before[index] * share) / Math.sqrt(power);
  });
}

/** Plays the loop of a decaying note on until it is silent. */
function unrolled(samples: Float32Array, { loop, decaySeconds, rate }: Zone): Float32Array<ArrayBuffer> {
  const [start, end] = loop ?? [0, samples.length];
  const seconds = Math.min(keptSeconds, loop && decaySeconds !== undefined ? decaySeconds : samples.length / rate);
  const out = new Float32Array(Math.floor(seconds * rate));
  const keep = decaySeconds === undefined ? 1 : amplitudeOfDb(-60 / (rate * decaySeconds));
  const fade = Math.min(out.length, fadeSeconds * rate);
  let level = 1;
  for (let index = 0, from = 0; index < out.length; index++, from++) {
    if (from === end) from = start;
    out[index] = samples[from] * level * Math.min(1, (out.length - 1 - index) / fade);
    level *= keep;
  }
  return out;
}

/** Mixes channels into one, at a gain: a note is placed in the stereo image as a whole. */
function mixed(channels: readonly Float32Array[], gain: number): Float32Array<ArrayBuffer> {
  const mono = new Float32Array(channels[0].length);
  for (const samples of channels)
    for (let index = 0; index < mono.length; index++) mono[index] += (samples[index] * gain) / channels.length;
  return mono;
}

/** Prepares the decoded channels of a note: brings it to its level, and makes a seamless loop of it, or lets it decay. */
export function prepareSound(channels: readonly Float32Array[], zone: Zone, crossfadeSeconds = 0): PreparedSound {
  const whole = mixed(channels, amplitudeOfDb(zone.gainDb));
  if (!zone.loop || zone.decaySeconds !== undefined) return { samples: unrolled(whole, zone) };
  crossfade(whole, zone.loop, Math.floor(crossfadeSeconds * zone.rate));
  return { samples: whole, loop: zone.loop };
}
