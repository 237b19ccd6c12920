import { effect } from '@preact/signals-core';
import type { DueEvent } from '../../../engine/protocol.ts';
import type { createDesks, Desks } from './desks.ts';

/** The desks of MIDI and of the driving sound, loaded after the first picture, or when the user opens one of them sooner. */
interface LateDesks {
  /** Calls `act` when the desks are there. */
  at(act: (desks: Desks) => void): void;
  /** Hands an event to the desks, where they are there. */
  play(event: DueEvent, atMs: number): void;
  dispose(): void;
}

export function createLateDesks(options: Parameters<typeof createDesks>[0]): LateDesks {
  const { store } = options;
  let desks: Desks | null = null;
  let loading: Promise<void> | null = null;
  let disposed = false;

  const load = async () => {
    const made = await import('./desks.ts');
    if (!disposed) desks = made.createDesks(options);
    desks?.midi.setPlaying(store.playing.peek());
  };
  const at = (act: (desks: Desks) => void) => {
    loading ??= load();
    void loading.then(() => desks && act(desks));
  };
  const forgetSeen = effect(() => {
    if (store.isSeen.value) at(() => undefined);
  });
  const forgetPlaying = effect(() => {
    const playing = store.playing.value;
    desks?.midi.setPlaying(playing);
  });

  return {
    at,
    play: (event, atMs) => desks?.midi.play(event, atMs),
    dispose() {
      disposed = true;
      forgetSeen();
      forgetPlaying();
      desks?.midi.dispose();
      desks?.driving.dispose();
    },
  };
}
