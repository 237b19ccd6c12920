import { audioParameters } from '../../shared/parameters/audio.ts';
import { defaultParameters, type ParameterValues } from '../../shared/parameters/index.ts';
import { music } from '../../tests/support/sound-lab/music.ts';
import type { LabRendering, LabSound } from '../../tests/support/sound-lab/render.ts';
import { spectrumDistanceDb, trebleDb } from '../form/mix.ts';
import { judge, type Finding } from '../form/judge.ts';
import { renderSounds } from '../music/render-sounds.ts';
import { quantile } from '../statistics.ts';

type Key = keyof typeof audioParameters;
type Measure = (sounds: readonly LabRendering[]) => number;

const seconds = 6;
const settleSeconds = 1;
/** Loudness that counts as silence. */
const silenceLufs = -70;

const range = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
const byRange =
  (of: (sound: LabRendering) => number): Measure =>
  (sounds) =>
    range(sounds.map(of));

const levelDb = byRange(({ lufs }) => Math.max(silenceLufs, lufs));
/** Level between the notes. */
const quietDb = byRange(({ levels }) => Math.max(silenceLufs, quantile(levels, 0.2)));
const trebleDbRange = byRange(trebleDb);
const sideDb = byRange((sound) => sound.sideDb);
const centreSemitones = byRange(({ centreHz }) => 12 * Math.log2(centreHz));
const spectrumDb: Measure = (sounds) =>
  Math.max(...sounds.flatMap((one, index) => sounds.slice(index + 1).map((other) => spectrumDistanceDb(one, other))));
/** Power of the difference of the second sound from the first, in percent of the power of both. */
const differencePercent: Measure = ([, other]) => 100 * other!.difference;

/** The quantity that a parameter moves, and by how much it does at least; `besides` are set for it. */
interface Sweep {
  quantity: string;
  measure: Measure;
  least: number;
  besides?: Partial<ParameterValues>;
}

const level = { quantity: 'loudness, LU', measure: levelDb };
const quiet = { quantity: 'level between notes, dB', measure: quietDb };
const spectrum = { quantity: 'mean spectrum, dB', measure: spectrumDb };
const difference = { quantity: 'difference of the waves, %', measure: differencePercent };
const textureAlone = { leadLevel: -60, chordLevel: -60, bassLevel: -60, drumLevel: -60 } as const;
const leadAlone = { textureLevel: -60, chordLevel: -60, bassLevel: -60, drumLevel: -60 } as const;
/** A struck or plucked instrument keeps its own attack and decay; this one has those of the parameters. */
const padAlone = { ...leadAlone, instrument: 'pad' } as const;

const sweeps: Readonly<Record<Key, Sweep>> = {
  volume: { ...level, least: 20 },
  pitch: { quantity: 'spectral centre, semitones', measure: centreSemitones, least: 12, besides: { ...leadAlone, filterCutoff: 20_000 } },
  waveform: { ...spectrum, least: 6, besides: { ...textureAlone, filterCutoff: 20_000 } },
  instrument: { ...spectrum, least: 6, besides: { ...leadAlone, filterCutoff: 20_000 } },
  attack: { ...level, least: 6, besides: padAlone },
  decay: { ...level, least: 3, besides: { ...padAlone, attack: 0.005, sustain: 0 } },
  sustain: { ...level, least: 3, besides: { ...padAlone, attack: 0.005, decay: 0.05 } },
  release: { ...quiet, least: 3, besides: padAlone },
  filterCutoff: { quantity: 'energy above 4 kHz, dB', measure: trebleDbRange, least: 12, besides: padAlone },
  filterResonance: { ...spectrum, least: 1, besides: { filterCutoff: 1500, lfoDepth: 0 } },
  lfoRate: { ...difference, least: 5, besides: { ...padAlone, filterCutoff: 1000, lfoDepth: 1 } },
  lfoDepth: { ...difference, least: 5, besides: { ...padAlone, filterCutoff: 1000, lfoRate: 2 } },
  lfoSync: { ...difference, least: 5, besides: { ...padAlone, filterCutoff: 1000, lfoDepth: 1, lfoRate: 1.4 } },
  reverb: { ...quiet, least: 6, besides: leadAlone },
  delayMix: { ...quiet, least: 3, besides: leadAlone },
  delayFeedback: { ...quiet, least: 3, besides: { ...leadAlone, delayMix: 1 } },
  delayTime: { ...difference, least: 5, besides: { delayMix: 1, delaySync: false } },
  delaySync: { ...difference, least: 5, besides: { delayMix: 1, delayTime: 0.42 } },
  ambience: { ...spectrum, least: 6, besides: { ...leadAlone, ambienceLevel: -6 } },
  ambienceLevel: { ...quiet, least: 6, besides: { ...leadAlone, ambience: 'wind' } },
  effectsLevel: { ...spectrum, least: 2, besides: textureAlone },
  stereoWidth: { quantity: 'sides, dB of the middle', measure: sideDb, least: 6 },
};

const plain: Partial<ParameterValues> = { ambience: 'none', delayMix: 0, reverb: 0, filterCutoff: 5000, lfoDepth: 0 };

function valuesOf(key: Key): readonly unknown[] {
  const parameter = audioParameters[key];
  if (parameter.kind === 'choice') return parameter.choices;
  return parameter.kind === 'switch' ? [false, true] : [parameter.min, parameter.max];
}

function soundsOf(key: Key): LabSound[] {
  return valuesOf(key).map((value, index) => ({
    seconds,
    settle: settleSeconds,
    spectrogram: true,
    keep: index === 0,
    notes: music(seconds),
    scalars: [{ tempo: 120, volume: 1, pitch: 0, filter: 1, reverb: 1 }],
    parameters: { ...defaultParameters, ...plain, ...sweeps[key].besides, [key]: value } as ParameterValues,
  }));
}

export interface AudioFinding extends Finding {
  quantity: string;
}

/** Sweeps each audio parameter over its range, or its choices, and measures the quantity that it promises to move. */
export async function sweepAudio(keys = Object.keys(sweeps) as Key[]): Promise<Record<string, AudioFinding>> {
  const found: Record<string, AudioFinding> = {};
  for (const key of keys) {
    // A page of its own for each parameter: differences are measured from the sounds that a page keeps.
    const sounds = [...(await renderSounds(new Map(soundsOf(key).map((sound, index) => [index, sound])))).values()];
    const { quantity, measure, least } = sweeps[key];
    found[key] = { quantity, ...judge(new Map([[key, measure(sounds)]]), { min: least }) };
  }
  return found;
}
