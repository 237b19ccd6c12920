import type { AudioPlayer, AudioState } from './audio-player.ts';
import type { AudioEngine } from './audio-engine.ts';

export type { AudioPlayer, SoundEffect } from './audio-player.ts';

const silence = { rmsDb: -100, peakDb: -100 };

/** A player whose engine, with Tone.js, arrives on the first `start`. */
export function createAudio(): AudioPlayer {
  let state: AudioState = 'waiting';
  let message = '';
  let engine: AudioEngine | null = null;
  let disposed = false;
  const listeners: ((state: AudioState, message: string) => void)[] = [];

  const become = (next: AudioState, why = '') => {
    state = next;
    message = why;
    for (const listen of listeners) listen(state, message);
  };

  const load = async () => {
    become('starting');
    try {
      const { createAudioEngine } = await import('./audio-engine.ts');
      const made = await createAudioEngine((running) => become(running ? 'running' : 'suspended'));
      if (disposed) {
        made.dispose();
        return;
      }
      engine = made;
      become(made.running ? 'running' : 'suspended');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      become('unavailable', `There is no sound in this browser: ${reason}`);
    }
  };

  return {
    get state() {
      return state;
    },
    onStateChange(listen) {
      listeners.push(listen);
      listen(state, message);
    },
    async start() {
      if (state === 'waiting') await load();
      else if (state === 'suspended') await engine?.resume();
    },
    now: () => engine?.now() ?? 0,
    play: (note, whenSeconds) => engine?.play(note, whenSeconds),
    update: (parameters, scalars) => engine?.update(parameters, scalars),
    setPlaying: (playing) => engine?.setPlaying(playing),
    mute: (muted) => engine?.mute(muted),
    effect: (effect) => engine?.effect(effect),
    level: () => engine?.level() ?? silence,
    dispose() {
      disposed = true;
      engine?.dispose();
      engine = null;
    },
  };
}
