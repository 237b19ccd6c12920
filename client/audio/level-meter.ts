import * as Tone from 'tone';
import { dbOfAmplitude } from '../common/decibels.ts';

/** Measures the level of a stereo signal by two analysers, one a channel: a single analyser would mix the channels first. */
export function createLevelMeter(input: Tone.ToneAudioNode) {
  const context = Tone.getContext();
  const split = context.createChannelSplitter(2);
  Tone.connect(input, split);
  const samples = new Float32Array(2048);
  const analysers = [0, 1].map((channel) => {
    const analyser = context.createAnalyser();
    analyser.fftSize = samples.length;
    split.connect(analyser, channel);
    return analyser;
  });
  const toDb = (gain: number) => Math.max(-100, dbOfAmplitude(Math.max(1e-5, gain)));
  return {
    level() {
      let peak = 0;
      let squares = 0;
      for (const analyser of analysers) {
        analyser.getFloatTimeDomainData(samples);
        for (const sample of samples) {
          peak = Math.max(peak, Math.abs(sample));
          squares += sample * sample;
        }
      }
      return { rmsDb: toDb(Math.sqrt(squares / (2 * samples.length))), peakDb: toDb(peak) };
    },
  };
}
