import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import type { Note } from '../../shared/simulation/note.ts';
import type { MeterReading } from '../common/meter-reading.ts';
import type { Mix } from '../common/part-mix.ts';
import type { AudioState } from '../common/states.ts';

/** Short sounds beside the music. */
export type SoundEffect = 'collision' | 'press' | 'arrival';

/** The sound of one universe. Nothing is loaded or started before `start`, which has to come from a gesture. */
export interface AudioPlayer {
  readonly state: AudioState;
  /** Calls back at once and at every change; the reason says why there is no sound. */
  onStateChange(listen: (state: AudioState, reason: string) => void): void;
  /** Resolves when it runs or turns out to be unavailable; never rejects. */
  start(): Promise<void>;
  /** The audio clock, in seconds. */
  now(): number;
  /** Plays a note at `whenSeconds` of the audio clock. */
  play(note: Note, whenSeconds: number): void;
  /**
   * What many particles hum, in records as in `swarm-layout.ts`: shared memory that is read from now on, or a set for a
   * moment of the audio clock.
   */
  hum(records: Float32Array, atSeconds?: number): void;
  /** Lets go of the note that a key holds, a MIDI number, at `whenSeconds` of the audio clock. */
  release(key: number, whenSeconds: number): void;
  /** Follows the parameters and what the simulation makes of them; smooth at any pace. */
  update(parameters: ParameterValues, scalars: FrameScalars): void;
  /** Fades in or out with the universe's transport. */
  setPlaying(playing: boolean): void;
  mute(muted: boolean): void;
  effect(effect: SoundEffect): void;
  /** What leaves the master, dBFS. */
  level(): { rmsDb: number; peakDb: number };
  meter(): MeterReading;
  /** One's own balance of the parts. */
  setMix(mix: Mix): void;
  /** From the moment of the audio clock that a note is played at until it is heard: limiter, buffers and device. */
  latencySeconds(): number;
  /** Plays on another device, or with '' on the usual one. @throws where the browser can't choose, or refuses this one. */
  setOutput(deviceId: string): Promise<void>;
  dispose(): void;
}
