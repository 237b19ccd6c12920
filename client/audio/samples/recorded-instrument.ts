import * as Tone from 'tone';
import type { Envelope } from '../envelope.ts';
import { createInstrument, type Instrument } from '../instruments.ts';
import { within } from '../within.ts';
import { loadedRecording, loadRecording, type LoadedZone } from './library.ts';
import { type RecordedName, recordedTimbres } from './recorded-timbres.ts';

/** Creates a recorded instrument; another one plays until its notes are loaded, and if they fail to load. */
export function createRecordedInstrument(name: RecordedName, size: number, output: Tone.ToneAudioNode, width: () => number): Instrument {
  const context = Tone.getContext();
  const { standIn, ...timbre } = recordedTimbres[name];
  const play = (zones: readonly LoadedZone[]) => createInstrument({ ...timbre, tones: [], zones }, size, output, width);
  const ready = loadedRecording(name);
  if (ready) return play(ready);
  let player = createInstrument(standIn, size, output, width);
  let envelope: Envelope | null = null;
  let cents = 0;
  let retired = false;
  loadRecording(name).then(
    (zones) => {
      if (retired) return;
      const recorded = within(context, () => play(zones));
      if (envelope) recorded.shape(envelope);
      recorded.transpose(cents);
      player.retire();
      player = recorded;
    },
    () => undefined,
  );
  return {
    size,
    play: (...note) => player.play(...note),
    release: (key, whenSeconds) => player.release(key, whenSeconds),
    shape(next) {
      envelope = next;
      player.shape(next);
    },
    transpose(next) {
      cents = next;
      player.transpose(next);
    },
    retire() {
      retired = true;
      player.retire();
    },
  };
}
