import { effect } from '@preact/signals-core';
import type { DueEvent } from '../../engine/protocol.ts';
import { isLeftOut, type HeardNote } from '../../store/listening.ts';
import type { Store } from '../../store/store.ts';
import { savedOutput } from './saved-output.ts';
import type { Sound } from './sound.ts';

const heardKept = 120;
/** Update interval of the list and the meters, while they are visible. */
const tellMs = 120;

/** The listening settings of one user in an open universe: mix, audio output and muted causes. */
export interface Listening {
  /** Records events for the list, and returns those to play here. */
  hear(events: readonly DueEvent[]): readonly DueEvent[];
  setOutput(deviceId: string): Promise<void>;
  dispose(): void;
}

/** Lists the audio outputs: only the mixer shows them. */
async function showOutputs({ listening }: Store): Promise<void> {
  const { findOutputs } = await import('./outputs.ts');
  listening.outputs.value = await findOutputs();
}

export function createListening(store: Store, sound: Sound): Listening {
  const { listening } = store;
  let heard: readonly HeardNote[] = [];
  let nextId = 1;
  let timer: ReturnType<typeof setInterval> | undefined;

  const tell = () => {
    listening.heard.value = heard;
    listening.meter.value = store.audio.value.state === 'running' ? sound.meter() : null;
    listening.latencySeconds.value = sound.latencySeconds();
  };

  listening.output.value = savedOutput();
  void sound.setOutput(listening.output.value);
  const stopMix = effect(() => sound.setMix(listening.mix.value));
  const stopTelling = effect(() => {
    clearInterval(timer);
    if (store.panel.value !== 'mixer') return;
    timer = setInterval(tell, tellMs);
    void showOutputs(store).catch(() => null);
  });

  return {
    hear(events) {
      const fresh = events.flatMap((event) => ('note' in event ? [{ id: nextId++, note: event.note }] : [])).reverse();
      heard = [...fresh, ...heard].slice(0, heardKept);
      const { value: leftOut } = listening.leftOut;
      return leftOut.length === 0 ? events : events.filter((event) => !('note' in event) || !isLeftOut(event.note, leftOut));
    },
    setOutput: (deviceId) => sound.setOutput(deviceId),
    dispose() {
      stopMix();
      stopTelling();
      clearInterval(timer);
    },
  };
}
