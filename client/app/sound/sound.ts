import type { ParameterValues } from '../../../shared/parameters/index.ts';
import type { FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import { type AudioPlayer, createAudio, type SoundEffect } from '../../audio/index.ts';
import type { DueEvent } from '../../engine/protocol.ts';
import type { Store } from '../../store/store.ts';
import { closeChoices, showToast } from '../../store/toasts.ts';
import { say } from '../../words/words.ts';
import { createAudioTimeline } from './audio-timeline.ts';
import { pageMs } from '../../common/page-clock.ts';

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

/**
 * Calls back for what browsers take as a sign that sound is wanted: clicks and keys anywhere, and the end of each touch of the stage. A press
 * of the sound's own button comes as the same event, and finds the sound as it was.
 */
function followTouches(touched: () => void, signal: AbortSignal): void {
  const onStage = (event: Event) => event.target instanceof Element && event.target.closest('.stage-host') !== null && touched();
  for (const type of ['click', 'keydown']) addEventListener(type, touched, { signal, capture: true });
  for (const type of ['pointerup', 'touchend']) addEventListener(type, onStage, { signal, capture: true });
}

/** Sound that takes longer than this to start is told of. */
const patienceMs = 9000;

/** What comes later than this is done at once; it says nothing about the grid of the ticks. */
const lateMs = 300;

export function createSound(store: Store): Sound {
  const audio: AudioPlayer = createAudio();
  /** What is said of sound that does not come, until it does. */
  let offered = '';
  const offer = (text: string, label: string, run: () => void) => {
    closeChoices(store, offered);
    offered = text;
    showToast(store, 'info', text, { label, run, otherwise: say('Go on without sound') });
  };
  const timeline = createAudioTimeline();
  const isLate = (dueMs: number) => pageMs() - dueMs > lateMs;
  const patch = (values: Partial<Store['audio']['value']>) => {
    store.audio.value = { ...store.audio.value, ...values };
  };
  audio.onStateChange((state, reason) => {
    const isAbsent = reason !== '' && typeof AudioContext === 'undefined';
    patch({ state, message: reason && say(isAbsent ? 'There is no sound in this browser.' : 'Press to try again') });
    if (state === 'running') closeChoices(store, offered);
    if (reason === '') return;
    console.warn(`sound: ${reason}`);
    if (isAbsent) return showToast(store, 'info', say('There is no sound in this browser.'));
    offer(say('The sound could not be started. The universe runs without it.'), say('Try again'), () => void start());
  });
  let followed: [ParameterValues, FrameScalars] | null = null;

  const start = async () => {
    // What never comes says nothing.
    const late = setTimeout(() => {
      if (audio.state === 'starting')
        offer(say('The sound is still loading. The universe runs without it.'), say('Reload'), () => location.reload());
    }, patienceMs);
    await audio.start();
    clearTimeout(late);
    if (followed) audio.update(...followed);
    audio.setPlaying(store.playing.value);
    audio.mute(store.audio.value.muted);
  };

  const stop = new AbortController();
  // Systems interrupt the sound, as for a call, and do not always give it back.
  followTouches(() => audio.state === 'suspended' && void start(), stop.signal);

  return {
    async press() {
      if (audio.state === 'running') {
        const muted = !store.audio.value.muted;
        audio.mute(muted);
        patch({ muted });
        return;
      }
      await start();
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
    dispose() {
      stop.abort();
      audio.dispose();
    },
  };
}
