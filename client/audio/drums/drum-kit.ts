import * as Tone from 'tone';
import type { Drum } from '../../../shared/simulation/note.ts';
import { loadedRecording, loadRecording } from '../samples/library.ts';
import { within } from '../within.ts';
import type { Drums } from './drums.ts';
import { createRecordedDrums } from './recorded-drums.ts';
import { createSynthDrums } from './synth-drums.ts';

/** A drum kit: a synthetic one until its recordings are loaded, and if they fail to load. */
interface DrumKit extends Pick<Drums, 'play'> {
  /** Loads the recordings, once, when the drums are to be heard. */
  load(): void;
}

/** Shortest gap between two hits on the same drum. */
const minGapSeconds = 0.015;
/** Seconds after which the last synthetic hit is silent. */
const ringSeconds = 1;

export function createDrumKit(output: Tone.ToneAudioNode): DrumKit {
  const context = Tone.getContext();
  const ready = loadedRecording('drums');
  let kit = ready ? createRecordedDrums(ready, output) : createSynthDrums(output);
  let isAsked = ready !== undefined;
  const last: Record<Drum, number> = { kick: 0, tom: 0, snare: 0, hat: 0 };

  return {
    load() {
      if (isAsked) return;
      isAsked = true;
      loadRecording('drums').then(
        (zones) => {
          const synthetic = kit;
          kit = within(context, () => createRecordedDrums(zones, output));
          context.setTimeout(() => synthetic.dispose(), ringSeconds);
        },
        () => undefined,
      );
    },
    play(drum, frequencyHz, velocity, whenSeconds) {
      const at = Math.max(whenSeconds, last[drum] + minGapSeconds);
      last[drum] = at;
      kit.play(drum, frequencyHz, velocity, at);
    },
  };
}
