import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { type AudioPlayer, createAudio, type SoundEffect } from '../audio/index.ts';
import type { DueEvent } from '../engine/protocol.ts';
import type { Store } from '../store/store.ts';
import { say } from '../words/words.ts';
import { createAudioTimeline } from './audio-timeline.ts';

/** The audio engine, wired to the store and to the clock of the page. */
export interface Sound extends Pick<AudioPlayer, 'hum' | 'setPlaying' | 'setMix' | 'meter' | 'setOutput' | 'latencySeconds'> {
  /** To be called from a gesture: starts the sound, or mutes and unmutes it once it runs. */
  press(): Promise<void>;
  play(events: readonly DueEvent[]): void;
  /** Follows the parameters and what the simulation makes of them. */
  update(parameters: ParameterValues, scalars: FrameScalars): void;
  /** Shows in the store how loud it is. */
  readOut(): void;
  effect(effect: SoundEffect): void;
  dispose(): void;
}

/** What comes later than this is done at once; it says nothing about the grid of the ticks. */
const lateMs = 300;

export function createSound(store: Store): Sound {
  const audio: AudioPlayer = createAudio();
  const timeline = createAudioTimeline();
  const pageMs = () => performance.timeOrigin + performance.now();
  const isLate = (dueMs: number) => pageMs() - dueMs > lateMs;
  const patch = (values: Partial<Store['audio']['value']>) => {
    store.audio.value = { ...store.audio.value, ...values };
  };
  audio.onStateChange((state, reason) =>
    patch({ state, message: reason && say('There is no sound in this browser: {reason}', { reason }) }),
  );
  let followed: [ParameterValues, FrameScalars] | null = null;

  return {
    async press() {
      if (audio.state === 'running') {
        const muted = !store.audio.value.muted;
        audio.mute(muted);
        patch({ muted });
        return;
      }
      await audio.start();
      if (followed) audio.update(...followed);
      audio.setPlaying(store.playing.value);
      audio.mute(store.audio.value.muted);
    },
    play(events) {
      if (audio.state !== 'running') return;
      timeline.observe(pageMs(), audio.now());
      for (const event of events) {
        if ('note' in event) audio.play(event.note, timeline.place(event.note.tick, event.note.lateTicks, event.dueMs));
        else if ('release' in event) audio.release(event.release, isLate(event.dueMs) ? 0 : timeline.place(event.tick, 0, event.dueMs));
      }
    },
    update(parameters, scalars) {
      followed = [parameters, scalars];
      if (audio.state !== 'running') return;
      timeline.observe(pageMs(), audio.now());
      audio.update(parameters, scalars);
    },
    readOut() {
      if (audio.state !== 'running') return;
      const { rmsDb, peakDb } = audio.level();
      patch({ rmsDb, peakDb });
    },
    hum: (records) => audio.hum(records),
    meter: () => audio.meter(),
    setMix: (mix) => audio.setMix(mix),
    setOutput: (deviceId) => audio.setOutput(deviceId),
    latencySeconds: () => timeline.lookAheadSeconds + audio.latencySeconds(),
    setPlaying: (playing) => audio.setPlaying(playing),
    effect: (effect) => audio.effect(effect),
    dispose: () => audio.dispose(),
  };
}
