import { parameters, roundToStep } from '../../../../shared/parameters/index.ts';
import type { Note } from '../../../../shared/simulation/note.ts';
import type { Edit } from '../../../../shared/universe/index.ts';
import type { DueEvent } from '../../../engine/protocol.ts';
import { createHeldKeys, type HeldKeys } from '../../../hands/held-keys.ts';
import { createTapTempo } from '../../../hands/tap-tempo.ts';
import type { DriveView, HandsAct } from '../../../store/hands.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { say } from '../../../words/words.ts';
import { createHeardAt } from './heard-at.ts';
import { createLateDesks } from './late-desks.ts';
import { createPiano } from './piano.ts';

/** The ways to play an open universe beside its controls: keys, MIDI devices, taps; and a sound that moves the picture. */
export interface Hands {
  act(act: HandsAct): void;
  /** Takes the note events and beats of the universe. */
  play(events: readonly DueEvent[]): void;
  /** The last notes, oldest first. */
  readonly recent: readonly Note[];
  dispose(): void;
}

interface HandsOptions {
  store: Store;
  edit: (edit: Edit) => void;
  drive: (bands: Pick<DriveView, 'bass' | 'mid' | 'high'> | null) => void;
}

const recentNotes = 128;

/** The keys that the user holds: each press and release is an edit. */
function createPlayedKeys(store: Store, edit: HandsOptions['edit']): HeldKeys {
  /** Notes that can not sound now would sound later all at once. */
  const sounds = () => {
    if (!store.canEdit.value || store.connection.value.status !== 'online') return false;
    if (!store.playing.value) showToast(store, 'info', say('The universe is paused: keys sound when it plays.'));
    return store.playing.value;
  };

  return createHeldKeys({
    press: (midi, velocity) => sounds() && edit({ kind: 'note.press', midi, velocity }),
    release: (midi) => store.connection.value.status === 'online' && store.canEdit.value && edit({ kind: 'note.release', midi }),
    changed: (keys) => {
      store.pressed.value = keys;
    },
  });
}

export function createHands({ store, edit, drive }: HandsOptions): Hands {
  const heardAt = createHeardAt();
  const taps = createTapTempo();
  const held = createPlayedKeys(store, edit);
  const piano = createPiano(store, held);
  const desks = createLateDesks({ store, held, edit, drive });
  let recent: Note[] = [];

  const tap = () => {
    const beatsPerMinute = taps.tap(performance.now());
    if (beatsPerMinute === null || !store.canEdit.value) return;
    const tempo = roundToStep(parameters.tempo, beatsPerMinute);
    if (tempo !== store.effectiveDocument.value.parameters.tempo) edit({ kind: 'parameters.set', values: { tempo } });
  };

  return {
    act(act) {
      switch (act.kind) {
        case 'keys':
          store.keys.value = { ...store.keys.value, isOpen: act.isOpen && store.canEdit.value };
          // Both are placed above the transport.
          if (act.isOpen) store.storyboard.value = { ...store.storyboard.value, isOpen: false };
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
          desks.at(({ midi }) => void midi.connect());
          break;
        case 'midi-output':
          desks.at(({ midi }) => midi.chooseOutput(act.id));
          break;
        case 'learn':
          desks.at(({ midi }) => midi.learn(act.target));
          break;
        case 'forget':
          desks.at(({ midi }) => midi.forget(act.binding));
          break;
        case 'listen':
          desks.at(({ driving }) => driving.listen(act.source));
          break;
      }
    },
    play(events) {
      for (const event of events) if ('note' in event) recent.push(event.note);
      recent = recent.slice(-recentNotes);
      for (const event of events) {
        const atMs = heardAt(event);
        piano.play(event, atMs);
        desks.play(event, atMs);
      }
    },
    get recent() {
      return recent;
    },
    dispose() {
      held.releaseAll();
      piano.dispose();
      desks.dispose();
    },
  };
}
