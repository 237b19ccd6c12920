import * as Tone from 'tone';
import type { AudioPlayer } from './audio-player.ts';
import { createSoundGraph } from './sound-graph.ts';

/** What the player needs once Tone.js is there. */
export type AudioEngine = Pick<AudioPlayer, 'now' | 'play' | 'update' | 'setPlaying' | 'mute' | 'effect' | 'level' | 'dispose'> & {
  readonly running: boolean;
  resume(): Promise<void>;
};

/** A browser that is asked without a gesture leaves the question open; it is not waited for longer than this. */
const patienceMs = 2000;

/** Builds the whole graph in a context of its own. Must be called from a gesture. @throws where the browser has no audio or refuses it. */
export async function createAudioEngine(onRunning: (running: boolean) => void): Promise<AudioEngine> {
  // Notes are scheduled ahead: a steady output is worth more than a quick one.
  const context = new Tone.Context({ latencyHint: 'balanced', lookAhead: 0 });
  Tone.setContext(context);
  const resume = () => Promise.race([context.resume(), new Promise<void>((resolve) => setTimeout(resolve, patienceMs))]);
  await resume();
  const graph = createSoundGraph();
  const onState = () => onRunning(context.state === 'running');
  context.on('statechange', onState);

  return {
    ...graph,
    get running() {
      return context.state === 'running';
    },
    now: () => context.rawContext.currentTime,
    resume,
    dispose() {
      context.off('statechange', onState);
      context.dispose();
    },
  };
}
