import { bassTimbre, between, type Timbre, timbres } from '../timbres.ts';

/** How recorded notes are played, and what plays until they are loaded. */
interface RecordedTimbre extends Pick<Timbre, 'brightness' | 'gain' | 'shape'> {
  readonly standIn: Timbre;
}

/**
 * Returns the envelope of what is struck or plucked: the recording decays by itself, and that of the parameters only shades it. `times`:
 * release over that of the parameters; `least`: its shortest, in seconds.
 */
const struck =
  (times: number, least: number): Timbre['shape'] =>
  ({ attack, decay, sustain, release }) => ({
    attack: between(attack * 0.02, 0.001, 0.5),
    decay: between(decay * 3, 0.3, 12),
    sustain: Math.sqrt(sustain),
    release: between(release * times, least, 6),
  });

/** The instruments of which there are recordings. */
export const recordedTimbres = {
  // A grand piano.
  piano: { standIn: timbres.keys, brightness: { from: 90, to: 90, seconds: 1 }, gain: 1, shape: struck(1, 0.25) },
  // Rosewood bars over resonators: short, and dark but for the mallet.
  marimba: { standIn: timbres.keys, brightness: { from: 8, to: 3, seconds: 0.15 }, gain: 4.8, shape: struck(2, 0.5) },
  // Metal bars that ring.
  vibraphone: { standIn: timbres.bells, brightness: { from: 3.5, to: 2.6, seconds: 0.5 }, gain: 3.3, shape: struck(3, 0.8) },
  harp: { standIn: timbres.pluck, brightness: { from: 70, to: 50, seconds: 0.5 }, gain: 3.4, shape: struck(3, 0.8) },
  // A guitar with nylon strings.
  guitar: { standIn: timbres.pluck, brightness: { from: 8, to: 6, seconds: 0.4 }, gain: 3.2, shape: struck(1, 0.2) },
  // A string orchestra.
  strings: { standIn: timbres.pad, brightness: { from: 11.5, to: 11.5, seconds: 1 }, gain: 2.8, shape: timbres.choir.shape },
  // A mixed choir on an open vowel.
  choir: { standIn: timbres.choir, brightness: { from: 30, to: 30, seconds: 1 }, gain: 3.8, shape: timbres.choir.shape },
  // A plucked double bass, for the bass of acoustic instruments.
  bass: { standIn: bassTimbre('triangle'), brightness: { from: 60, to: 30, seconds: 0.3 }, gain: 4.5, shape: struck(0.6, 0.12) },
} satisfies Record<string, RecordedTimbre>;

export type RecordedName = keyof typeof recordedTimbres;

/** True for an instrument of which there are recordings. */
export const isRecorded = (name: string): name is RecordedName => Object.hasOwn(recordedTimbres, name);
