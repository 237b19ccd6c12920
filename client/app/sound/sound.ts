import type { ParameterValues } from '../../../shared/parameters/index.ts';
import type { FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import { swarmLength } from '../../../shared/simulation/swarm-layout.ts';
import { type AudioPlayer, createAudio, type SoundEffect } from '../../audio/index.ts';
import type { DueEvent } from '../../engine/protocol.ts';
import type { Store } from '../../store/store.ts';
import { createAudioTimeline } from './audio-timeline.ts';
import { createSoundState } from './sound-state.ts';
import { pageMs } from '../../common/page-clock.ts';

/** The audio engine, wired to the store and to the clock of the page. */
export interface Sound extends Pick<AudioPlayer, 'now' | 'hum' | 'setPlaying' | 'setMix' | 'meter' | 'setOutput' | 'latencySeconds'> {
  /** To be called from a gesture: starts the sound, or mutes and unmutes it once it runs. */
  press(): Promise<void>;
  play(events: readonly DueEvent[]): void;
  /** Follows the parameters and the values that the simulation derives from them. */
  update(parameters: ParameterValues, scalars: FrameScalars): void;
  /** Shows the level in the store. */
  readOut(): void;
  effect(effect: SoundEffect): void;
  /** Lends the sound to another universe: what this one plays is not heard meanwhile. Null where no sound runs, or it is lent already. */
  lend(): LentSound | null;
  dispose(): void;
}

/** The sound in the hands of another universe. */
export interface LentSound extends Pick<AudioPlayer, 'now' | 'play' | 'update'> {
  giveBack(): void;
}

/**
 * Calls back for the gestures by which browsers allow sound: clicks and keys anywhere, and the end of each touch of the stage. A press of
 * the sound's button arrives as the same event, and finds the sound as it was.
 */
function followTouches(touched: () => void, signal: AbortSignal): void {
  const onStage = (event: Event) => event.target instanceof Element && event.target.closest('.stage-host') !== null && touched();
  for (const type of ['click', 'keydown']) addEventListener(type, touched, { signal, capture: true });
  for (const type of ['pointerup', 'touchend']) addEventListener(type, onStage, { signal, capture: true });
}

/** The user is told of sound that takes longer than this to start. */
const patienceMs = 9000;

/** An event that arrives later than this is played at once; it says nothing about the grid of the ticks. */
const lateMs = 300;

export function createSound(store: Store): Sound {
  const audio: AudioPlayer = createAudio();
  const shown = createSoundState(store);
  const timeline = createAudioTimeline();
  const isLate = (dueMs: number) => pageMs() - dueMs > lateMs;
  let followed: [ParameterValues, FrameScalars] | null = null;
  let hummed: Float32Array | null = null;
  let isLent = false;

  const start = async () => {
    // Sound that never starts reports nothing.
    const late = setTimeout(() => audio.state === 'starting' && shown.late(), patienceMs);
    await audio.start();
    clearTimeout(late);
    if (followed) audio.update(...followed);
    audio.setPlaying(store.playing.value);
    audio.mute(store.audio.value.muted);
  };

  audio.onStateChange((state, reason) => shown.changed(state, reason, () => void start()));

  const stop = new AbortController();
  // Systems interrupt the sound, as for a call, and do not always resume it.
  followTouches(() => audio.state === 'suspended' && void start(), stop.signal);

  return {
    async press() {
      if (audio.state === 'running') {
        const muted = !store.audio.value.muted;
        audio.mute(muted);
        shown.patch({ muted });
        return;
      }
      await start();
    },
    play(events) {
      if (audio.state !== 'running') return;
      timeline.observe(pageMs(), audio.now());
      for (const event of events) {
        if ('note' in event) {
          if (!isLent) audio.play(event.note, timeline.place(event.note.tick, event.note.lateTicks, event.dueMs));
        } else if ('release' in event) audio.release(event.release, isLate(event.dueMs) ? 0 : timeline.place(event.tick, 0, event.dueMs));
      }
    },
    update(parameters, scalars) {
      followed = [parameters, scalars];
      if (audio.state !== 'running' || isLent) return;
      timeline.observe(pageMs(), audio.now());
      audio.update(parameters, scalars);
    },
    readOut() {
      if (audio.state !== 'running') return;
      const { rmsDb, peakDb } = audio.level();
      shown.patch({ rmsDb, peakDb });
    },
    now: () => audio.now(),
    hum(records) {
      hummed = records;
      if (!isLent) audio.hum(records);
    },
    meter: () => audio.meter(),
    setMix: (mix) => audio.setMix(mix),
    setOutput: (deviceId) => audio.setOutput(deviceId),
    latencySeconds: () => timeline.lookAheadSeconds + audio.latencySeconds(),
    setPlaying(playing) {
      if (!isLent) audio.setPlaying(playing);
    },
    effect: (effect) => audio.effect(effect),
    lend() {
      if (audio.state !== 'running' || isLent) return null;
      isLent = true;
      audio.hum(new Float32Array(swarmLength));
      audio.setPlaying(true);
      return {
        now: () => audio.now(),
        play: (note, whenSeconds) => audio.play(note, whenSeconds),
        update: (parameters, scalars) => audio.update(parameters, scalars),
        giveBack() {
          isLent = false;
          if (hummed) audio.hum(hummed);
          if (followed) audio.update(...followed);
          audio.setPlaying(store.playing.value);
        },
      };
    },
    dispose() {
      stop.abort();
      audio.dispose();
    },
  };
}
