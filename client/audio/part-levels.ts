import * as Tone from 'tone';
import type { Part } from '../../shared/simulation/note.ts';
import { perPart } from '../common/part-mix.ts';
import { dbOfPower } from '../common/decibels.ts';

/** 21 ms at 48 kHz. */
const windowSamples = 1024;
const floorDb = -100;

/** Returns a function that reads the level of each part, dBFS of both channels together. */
export function createPartLevels(levels: Readonly<Record<Part, Tone.ToneAudioNode>>): () => Record<Part, number> {
  const samples = new Float32Array(windowSamples);
  const analysers = perPart((part) => {
    const analyser = Tone.getContext().createAnalyser();
    analyser.fftSize = windowSamples;
    Tone.connect(levels[part], analyser);
    return analyser;
  });
  return () =>
    perPart((part) => {
      analysers[part].getFloatTimeDomainData(samples);
      let squares = 0;
      for (const sample of samples) squares += sample * sample;
      return Math.max(floorDb, dbOfPower(squares / windowSamples + 1e-12));
    });
}
