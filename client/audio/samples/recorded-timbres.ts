import { between, type Timbre, timbres } from '../timbres.ts';

/** How recorded notes are played, and what plays until they are loaded. */
export interface RecordedTimbre extends Pick<Timbre, 'brightness' | 'gain' | 'shape'> {
  readonly standIn: Timbre;
}

/** The envelope of what is struck or plucked: the recording decays by itself, and that of the parameters only shades it. */
const struck =
  (release: { times: number; least: number }): Timbre['shape'] =>
  (envelope) => ({
    attack: between(envelope.attack * 0.02, 0.001, 0.5),
    decay: between(envelope.decay * 3, 0.3, 12),
    sustain: Math.sqrt(envelope.sustain),
    release: between(envelope.release * release.times, release.least, 6),
  });

/** The instruments of which there are recordings. */
export const recordedTimbres = {
  // A grand piano.
  piano: { standIn: timbres.keys, brightness: { from: 90, to: 90, seconds: 1 }, gain: 1, shape: struck({ times: 1, least: 0.25 }) },
  // Rosewood bars over resonators: short, and dark but for the mallet.
  marimba: { standIn: timbres.keys, brightness: { from: 40, to: 20, seconds: 0.3 }, gain: 3.5, shape: struck({ times: 2, least: 0.5 }) },
} satisfies Record<string, RecordedTimbre>;

export type RecordedName = keyof typeof recordedTimbres;

/** True for an instrument of which there are recordings. */
export const isRecorded = (name: string): name is RecordedName => Object.hasOwn(recordedTimbres, name);
