import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import type { Note } from '../../shared/simulation/note.ts';
import type { MeterReading } from '../common/meter-reading.ts';
import type { Mix } from '../common/part-mix.ts';
import type { AudioState } from '../common/states.ts';

/** Short sounds besides the music. */
export type SoundEffect = 'collision' | 'press' | 'arrival';

/** The sound of a universe. Nothing is loaded or started before `start`, which must be called from a gesture. */
export interface AudioPlayer {
  readonly state: AudioState;
  /** Calls `listen` at once and at every change; `reason` says why there is no sound. */
  onStateChange(listen: (state: AudioState, reason: string) => void): void;
  /** Resolves when the sound runs or is unavailable; never rejects. */
  start(): Promise<void>;
  /** The audio clock, in seconds. */
  now(): number;
  /** Plays a note at `whenSeconds` of the audio clock. */
  play(note: Note, whenSeconds: number): void;
  /** Sets the records of the swarm (`swarm-layout.ts`): shared memory that is read from now on, or a set for a time of the audio clock. */
  hum(records: Float32Array, atSeconds?: number): void;
  /** Releases the note of a pressed key, a MIDI number, at `whenSeconds` of the audio clock. */
  release(key: number, whenSeconds: number): void;
  /** Applies the parameters and the scalars of the simulation; smooth at any call rate. */
  update(parameters: ParameterValues, scalars: FrameScalars): void;
  /** Fades in or out with the universe's transport. */
  setPlaying(playing: boolean): void;
  mute(muted: boolean): void;
  effect(effect: SoundEffect): void;
  /** Level at the output of the master, dBFS. */
  level(): { rmsDb: number; peakDb: number };
  meter(): MeterReading;
  /** Sets the user's own balance of the parts. */
  setMix(mix: Mix): void;
  /** Delay from the audio-clock time of a note until it is heard: limiter, buffers and device. */
  latencySeconds(): number;
  /** Plays on another device, or with '' on the default device. @throws when the browser cannot choose a device, or refuses this one. */
  setOutput(deviceId: string): Promise<void>;
  dispose(): void;
}
