import { effect } from '@preact/signals-core';
import { parameters, roundToStep } from '../../../../shared/parameters/index.ts';
import type { Note } from '../../../../shared/simulation/note.ts';
import type { Edit } from '../../../../shared/universe/index.ts';
import type { DueEvent } from '../../../engine/protocol.ts';
import { createHeldKeys } from '../../../hands/held-keys.ts';
import { createTapTempo } from '../../../hands/tap-tempo.ts';
import type { DriveView, HandsAct } from '../../../store/hands.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { say } from '../../../words/words.ts';
import type { Desks } from './desks.ts';
import { createHeardAt } from './heard-at.ts';
import { createPiano } from './piano.ts';

/** Everything by which hands play an open universe beside its controls: keys, MIDI devices, taps; and a sound that moves the picture. */
export interface Hands {
  act(act: HandsAct): void;
  /** Hears what sounds in the universe. */
  play(events: readonly DueEvent[]): void;
  /** The last notes that came, oldest first. */
  readonly recent: readonly Note[];
  dispose(): void;
}

interface HandsOptions {
  store: Store;
  edit: (edit: Edit) => void;
  drive: (bands: Pick<DriveView, 'bass' | 'mid' | 'high'> | null) => void;
}

const recentNotes = 128;

export function createHands({ store, edit, drive }: HandsOptions): Hands {
  const heardAt = createHeardAt();
  const taps = createTapTempo();
  let recent: Note[] = [];

  /** A note that can not sound now would come later all at once. */
  const sounds = () => {
    if (!store.canEdit.value || store.connection.value.status !== 'online') return false;
    if (!store.playing.value) showToast(store, 'info', say('The universe is paused: keys sound when it plays.'));
    return store.playing.value;
  };

  const held = createHeldKeys({
    press: (midi, velocity) => sounds() && edit({ kind: 'note.press', midi, velocity }),
    release: (midi) => store.connection.value.status === 'online' && store.canEdit.value && edit({ kind: 'note.release', midi }),
    changed: (keys) => {
      store.pressed.value = keys;
    },
  });
  const piano = createPiano(store, held);

  /** Fetched behind the first picture, or when somebody asks for one of them sooner. */
  let desks: Desks | null = null;
  let fetching: Promise<void> | null = null;
  let disposed = false;
  const fetchDesks = async () => {
    const { createDesks } = await import('./desks.ts');
    if (!disposed) desks = createDesks({ store, held, edit, drive });
    desks?.midi.setPlaying(store.playing.peek());
  };
  const at = (act: (desks: Desks) => void) => {
    fetching ??= fetchDesks();
    void fetching.then(() => desks && act(desks));
  };
  const forgetSeen = effect(() => {
    if (store.isSeen.value) at(() => undefined);
  });
  const forgetPlaying = effect(() => {
    const playing = store.playing.value;
    desks?.midi.setPlaying(playing);
  });

  const tap = () => {
    const beatsPerMinute = taps.tap(performance.now());
    if (beatsPerMinute === null || !store.canEdit.value) return;
    const tempo = roundToStep(parameters.tempo, beatsPerMinute);
    if (tempo !== store.document.value.parameters.tempo) edit({ kind: 'parameters.set', values: { tempo } });
  };

  return {
    act(act) {
      switch (act.kind) {
        case 'keys':
          store.keys.value = { ...store.keys.value, isOpen: act.isOpen && store.canEdit.value };
          // Both lie above the transport.
          if (act.isOpen) store.timeline.value = { ...store.timeline.value, isOpen: false };
          break;
        case 'octave':
          piano.shift(act.by);
          break;
        case 'press':
          held.press(act.source, act.midi, act.velocity);
          break;
        case 'release':
          held.release(act.source);
          break;
        case 'tap':
          tap();
          break;
        case 'connect-midi':
          at(({ midi }) => void midi.connect());
          break;
        case 'midi-output':
          at(({ midi }) => midi.chooseOutput(act.id));
          break;
        case 'learn':
          at(({ midi }) => midi.learn(act.target));
          break;
        case 'forget':
          at(({ midi }) => midi.forget(act.binding));
          break;
        case 'listen':
          at(({ driving }) => driving.listen(act.source));
          break;
      }
    },
    play(events) {
      for (const event of events) if ('note' in event) recent.push(event.note);
      recent = recent.slice(-recentNotes);
      for (const event of events) {
        const atMs = heardAt(event);
        piano.play(event, atMs);
        desks?.midi.play(event, atMs);
      }
    },
    get recent() {
      return recent;
    },
    dispose() {
      disposed = true;
      held.releaseAll();
      forgetSeen();
      forgetPlaying();
      piano.dispose();
      desks?.midi.dispose();
      desks?.driving.dispose();
    },
  };
}
