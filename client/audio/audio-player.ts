import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import type { Note } from '../../shared/simulation/note.ts';

export type AudioState = 'waiting' | 'starting' | 'running' | 'suspended' | 'unavailable';

/** Short sounds beside the music. */
export type SoundEffect = 'collision' | 'press' | 'arrival';

/** The sound of one universe. Nothing is loaded or started before `start`, which has to come from a gesture. */
export interface AudioPlayer {
  readonly state: AudioState;
  /** Calls back at once and at every change; the message says in a sentence why there is no sound. */
  onStateChange(listen: (state: AudioState, message: string) => void): void;
  /** Resolves when it runs or turns out to be unavailable; never rejects. */
  start(): Promise<void>;
  /** The audio clock, in seconds. */
  now(): number;
  /** Plays a note at `whenSeconds` of the audio clock. */
  play(note: Note, whenSeconds: number): void;
  /** Follows the parameters and what the simulation makes of them; smooth at any pace. */
  update(parameters: ParameterValues, scalars: FrameScalars): void;
  /** Fades in or out with the universe's transport. */
  setPlaying(playing: boolean): void;
  mute(muted: boolean): void;
  effect(effect: SoundEffect): void;
  /** What leaves the master, dBFS. */
  level(): { rmsDb: number; peakDb: number };
  dispose(): void;
}
