import * as Tone from 'tone';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import type { Note, Part } from '../../shared/simulation/note.ts';
import type { AudioPlayer } from './audio-player.ts';
import { createMaster } from './master.ts';
import { evenMix, isSolo, type Mix } from './mix.ts';
import { createParts } from './parts.ts';

/** All that sounds, in one context: instruments, room and master. */
export type SoundGraph = Pick<AudioPlayer, 'play' | 'update' | 'setPlaying' | 'mute' | 'effect' | 'level' | 'meter' | 'setMix'>;

export interface SoundGraphOptions {
  /** Balance from the first moment on; with one part solo, the graph renders its stem. */
  mix?: Mix;
}

/** A note that comes too late is played at once; later than this, in seconds, a grain is not worth it any more. */
const stalestGrainSeconds = 0.05;
const soonSeconds = 0.005;

/** Builds the graph in Tone's current context, which may be an offline one. */
export function createSoundGraph({ mix = evenMix }: SoundGraphOptions = {}): SoundGraph {
  const context = Tone.getContext();
  const master = createMaster();
  const parts = createParts(master.inputs, mix);
  master.setBeds(!isSolo(mix));
  return {
    play(note: Note, whenSeconds: number) {
      const now = context.currentTime;
      if (note.part === ('texture' satisfies Part) && whenSeconds < now - stalestGrainSeconds) return;
      parts.play(note, Math.max(whenSeconds, now + soonSeconds));
    },
    update(parameters: ParameterValues, scalars: FrameScalars) {
      parts.update(parameters, scalars);
      master.update(parameters, scalars);
    },
    setPlaying: master.setPlaying,
    mute: master.mute,
    effect: (effect) => parts.effect(effect),
    level: master.level,
    meter: () => ({ ...master.loudness(), parts: parts.levels() }),
    setMix(next) {
      parts.setMix(next);
      master.setBeds(!isSolo(next));
    },
  };
}
