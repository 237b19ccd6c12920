import type * as Tone from 'tone';
import { isAcoustic } from '../../shared/music/acoustic.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { Part } from '../../shared/simulation/note.ts';
import type { Envelope } from './envelope.ts';
import { createInstrument, type Instrument } from './instruments.ts';
import { createRecordedInstrument } from './samples/recorded-instrument.ts';
import { isRecorded } from './samples/recorded-timbres.ts';
import { bassTimbre, grainTimbre, timbres } from './timbres.ts';

/** Voices of each part; with the four drums they are 24. Those of the hands are made when the user plays. */
const voiceCounts = { lead: 4, chords: 7, bass: 2, texture: 5, hands: 6 };

/** The voices of the chosen instrument. Held notes have voices of their own: they and the melody do not cut each other off. */
interface Melodic {
  readonly name: string;
  readonly lead: Instrument;
  readonly chords: Instrument;
  hands: Instrument | null;
  readonly createHands: () => Instrument;
}

/** Bass and texture, which sound in the chosen waveform; under acoustic instruments the bass is a double bass. */
interface Raw {
  readonly name: string;
  readonly bass: Instrument;
  readonly texture: Instrument;
}

type Outputs = Readonly<Record<Part, Tone.Gain>>;

function createMelodic(instrument: ParameterValues['instrument'], outputs: Outputs, stereoWidth: () => number): Melodic {
  const create = (part: 'lead' | 'chords' | 'hands', share: number) => {
    const place = () => stereoWidth() * share;
    const output = outputs[part === 'hands' ? 'lead' : part];
    if (isRecorded(instrument)) return createRecordedInstrument(instrument, voiceCounts[part], output, place);
    return createInstrument(timbres[instrument], voiceCounts[part], output, place);
  };
  const createHands = () => create('hands', 1);
  return { name: instrument, lead: create('lead', 1), chords: create('chords', 0.7), hands: null, createHands };
}

const rawName = (waveform: string, hasDoubleBass: boolean) => `${waveform}${hasDoubleBass ? ', double bass' : ''}`;
const centre = () => 0;

const createRaw = (waveform: ParameterValues['waveform'], hasDoubleBass: boolean, outputs: Outputs, stereoWidth: () => number): Raw => ({
  name: rawName(waveform, hasDoubleBass),
  bass: hasDoubleBass
    ? createRecordedInstrument('bass', voiceCounts.bass, outputs.bass, centre)
    : createInstrument(bassTimbre(waveform), voiceCounts.bass, outputs.bass, centre),
  texture: createInstrument(grainTimbre(waveform), voiceCounts.texture, outputs.texture, stereoWidth),
});

/** The instruments of the parts, without the drums; another instrument or waveform replaces them. */
export interface Ensemble {
  readonly melodic: Melodic | null;
  readonly raw: Raw | null;
  update(parameters: ParameterValues, cents: number): void;
  /** The instrument of played notes, made at the first of them; null before the first `update`. */
  hands(): Instrument | null;
}

export function createEnsemble(outputs: Outputs, stereoWidth: () => number): Ensemble {
  let melodic: Melodic | null = null;
  let raw: Raw | null = null;
  let shapedBy = '';
  let envelope: Envelope = { attack: 0, decay: 0, sustain: 0, release: 0 };
  let transposedBy = 0;

  const choose = ({ instrument, waveform }: ParameterValues) => {
    if (melodic?.name !== instrument) {
      melodic?.lead.retire();
      melodic?.chords.retire();
      melodic?.hands?.retire();
      melodic = createMelodic(instrument, outputs, stereoWidth);
      shapedBy = '';
    }
    const hasDoubleBass = isAcoustic(instrument);
    if (raw?.name !== rawName(waveform, hasDoubleBass)) {
      raw?.bass.retire();
      raw?.texture.retire();
      raw = createRaw(waveform, hasDoubleBass, outputs, stereoWidth);
      shapedBy = '';
    }
    return [melodic.lead, melodic.chords, ...(melodic.hands ? [melodic.hands] : []), raw.bass, raw.texture];
  };

  return {
    get melodic() {
      return melodic;
    },
    get raw() {
      return raw;
    },
    update(parameters, cents) {
      transposedBy = cents;
      const instruments = choose(parameters);
      const { attack, decay, sustain, release } = parameters;
      envelope = { attack, decay, sustain, release };
      const key = [attack, decay, sustain, release].join();
      if (key !== shapedBy) for (const instrument of instruments) instrument.shape(envelope);
      shapedBy = key;
      for (const instrument of instruments) instrument.transpose(cents);
    },
    hands() {
      if (!melodic || melodic.hands) return melodic?.hands ?? null;
      const hands = melodic.createHands();
      hands.shape(envelope);
      hands.transpose(transposedBy);
      melodic.hands = hands;
      return hands;
    },
  };
}
