import * as Tone from 'tone';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import type { Note, Part } from '../../shared/simulation/note.ts';
import type { AudioPlayer } from './audio-player.ts';
import { createMaster } from './master.ts';
import { createParts } from './parts.ts';

/** What the player needs once Tone.js is there. */
export type AudioEngine = Pick<AudioPlayer, 'now' | 'play' | 'update' | 'setPlaying' | 'mute' | 'effect' | 'level' | 'dispose'> & {
  resume(): Promise<void>;
};

/** A note that comes too late is played at once; later than this, in seconds, a grain is not worth it any more. */
const stalestGrainSeconds = 0.05;
const soonSeconds = 0.005;

/** Builds the whole graph in a context of its own. Must be called from a gesture. @throws where the browser has no audio or refuses it. */
export async function createAudioEngine(onRunning: (running: boolean) => void): Promise<AudioEngine> {
  const context = new Tone.Context({ latencyHint: 'interactive', lookAhead: 0 });
  Tone.setContext(context);
  await context.resume();
  const master = createMaster();
  const parts = createParts(master.inputs);
  const onState = () => onRunning(context.state === 'running');
  context.on('statechange', onState);

  return {
    now: () => context.rawContext.currentTime,
    resume: () => context.resume(),
    play(note: Note, whenSeconds: number) {
      const now = context.rawContext.currentTime;
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
    dispose() {
      context.off('statechange', onState);
      context.dispose();
    },
  };
}
