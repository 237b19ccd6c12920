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

/** The settings that an engine is given when it has been made. */
interface EngineSettings {
  mix: Mix;
  output: string;
  hummed: Float32Array | null;
}

async function applySettings(engine: AudioEngine, { mix, output, hummed }: EngineSettings): Promise<void> {
  engine.setMix(mix);
  if (hummed) engine.hum(hummed);
  if (output !== '') await engine.setOutput(output).catch(() => undefined);
}

/** The state of the sound, and the listeners that are told when it changes. */
function createAudioStates() {
  let state: AudioState = 'waiting';
  let reason = '';
  const listeners: ((state: AudioState, reason: string) => void)[] = [];
  return {
    get state() {
      return state;
    },
    become(next: AudioState, why = '') {
      state = next;
      reason = why;
      for (const listen of listeners) listen(state, reason);
    },
    listen(listener: (state: AudioState, reason: string) => void) {
      listeners.push(listener);
      listener(state, reason);
    },
  };
}

/** A player whose engine, with Tone.js, is loaded by the first `start`. */
export function createAudio(): AudioPlayer {
  const states = createAudioStates();
  const { become } = states;
  const settings: EngineSettings = { mix: evenMix, output: '', hummed: null };
  let engine: AudioEngine | null = null;
  let waking: Promise<void> | null = null;
  let disposed = false;

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
      await applySettings(made, settings);
      become(made.running ? 'running' : 'suspended');
    } catch (error) {
      become('unavailable', error instanceof Error ? error.message : String(error));
    }
  };

  /** Resumes the context that the system has interrupted; a context that it has closed is replaced by another. */
  const wake = async () => {
    // A context that can not resume yet is resumed by the next touch.
    if (engine && !engine.closed) await engine.resume().catch(() => undefined);
    if (engine && !engine.closed) return;
    const gone = engine;
    engine = null;
    gone?.dispose();
    await load();
  };

  return {
    get state() {
      return states.state === 'running' && !engine?.running ? 'suspended' : states.state;
    },
    onStateChange: states.listen,
    async start() {
      const { state } = states;
      if (state === 'starting' || (state === 'running' && engine?.running)) return waking ?? undefined;
      waking ??= wake().finally(() => (waking = null));
      await waking;
    },
    now: () => engine?.now() ?? 0,
    play: (note, whenSeconds) => engine?.play(note, whenSeconds),
    hum(records, atSeconds) {
      settings.hummed = records;
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
      settings.mix = next;
      engine?.setMix(next);
    },
    latencySeconds: () => engine?.latencySeconds() ?? 0,
    async setOutput(deviceId) {
      await engine?.setOutput(deviceId);
      settings.output = deviceId;
    },
    dispose() {
      disposed = true;
      engine?.dispose();
      engine = null;
    },
  };
}
