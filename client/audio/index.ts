import type { AudioPlayer } from './audio-player.ts';
import type { AudioEngine } from './audio-engine.ts';
import type { AudioState } from '../common/states.ts';
import type { MeterReading } from '../common/meter-reading.ts';
import { evenMix, type Mix, perPart } from '../common/part-mix.ts';

export type { AudioPlayer, SoundEffect } from './audio-player.ts';

const silence = { rmsDb: -100, peakDb: -100 };
const nothing: MeterReading = {
  lufsMomentary: -Infinity,
  lufsShortTerm: -Infinity,
  lufsIntegrated: -Infinity,
  truePeakDbtp: -Infinity,
  parts: perPart(() => -100),
};

/** A player whose engine, with Tone.js, arrives on the first `start`. */
export function createAudio(): AudioPlayer {
  let state: AudioState = 'waiting';
  let reason = '';
  let engine: AudioEngine | null = null;
  let disposed = false;
  let mix: Mix = evenMix;
  let output = '';
  let hummed: Float32Array | null = null;
  const listeners: ((state: AudioState, reason: string) => void)[] = [];

  const become = (next: AudioState, why = '') => {
    state = next;
    reason = why;
    for (const listen of listeners) listen(state, reason);
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
      made.setMix(mix);
      if (hummed) made.hum(hummed);
      if (output !== '') await made.setOutput(output).catch(() => undefined);
      become(made.running ? 'running' : 'suspended');
    } catch (error) {
      become('unavailable', error instanceof Error ? error.message : String(error));
    }
  };

  /** Brings back what the system has interrupted; a context that it has closed is replaced by another. */
  const wake = async () => {
    // What can't go on yet is asked again by the next touch.
    if (engine && !engine.closed) await engine.resume().catch(() => undefined);
    if (engine && !engine.closed) return;
    const gone = engine;
    engine = null;
    gone?.dispose();
    await load();
  };
  let waking: Promise<void> | null = null;

  return {
    get state() {
      return state === 'running' && !engine?.running ? 'suspended' : state;
    },
    onStateChange(listen) {
      listeners.push(listen);
      listen(state, reason);
    },
    async start() {
      if (state === 'starting' || (state === 'running' && engine?.running)) return waking ?? undefined;
      waking ??= wake().finally(() => (waking = null));
      await waking;
    },
    now: () => engine?.now() ?? 0,
    play: (note, whenSeconds) => engine?.play(note, whenSeconds),
    hum(records, atSeconds) {
      hummed = records;
      engine?.hum(records, atSeconds);
    },
    release: (key, whenSeconds) => engine?.release(key, whenSeconds),
    update: (parameters, scalars) => engine?.update(parameters, scalars),
    setPlaying: (playing) => engine?.setPlaying(playing),
    mute: (muted) => engine?.mute(muted),
    effect: (effect) => engine?.effect(effect),
    level: () => engine?.level() ?? silence,
    meter: () => engine?.meter() ?? nothing,
    setMix(next) {
      mix = next;
      engine?.setMix(next);
    },
    latencySeconds: () => engine?.latencySeconds() ?? 0,
    async setOutput(deviceId) {
      await engine?.setOutput(deviceId);
      output = deviceId;
    },
    dispose() {
      disposed = true;
      engine?.dispose();
      engine = null;
    },
  };
}
