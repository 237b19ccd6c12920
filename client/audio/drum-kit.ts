import * as Tone from 'tone';
import type { Drum } from '../../shared/simulation/note.ts';

export interface DrumKit {
  play(drum: Drum, frequencyHz: number, velocity: number, whenSeconds: number): void;
}

/** A small synthetic kit. Kick and toms fall to the note they are tuned to; snare and hat are noise around it. */
export function createDrumKit(output: Tone.ToneAudioNode): DrumKit {
  const kick = new Tone.MembraneSynth({
    pitchDecay: 0.035,
    octaves: 4,
    envelope: { attack: 0.001, decay: 0.34, sustain: 0, release: 0.1 },
    volume: -3,
  });
  const tom = new Tone.MembraneSynth({
    pitchDecay: 0.06,
    octaves: 2,
    envelope: { attack: 0.002, decay: 0.28, sustain: 0, release: 0.1 },
    volume: -9,
  });
  const snareNoise = new Tone.NoiseSynth({ noise: { type: 'pink' }, envelope: { attack: 0.001, decay: 0.16, sustain: 0 }, volume: -12 });
  const snareBody = new Tone.Synth({
    oscillator: { type: 'triangle' },
    envelope: { attack: 0.001, decay: 0.11, sustain: 0, release: 0.05 },
    volume: -15,
  });
  const hat = new Tone.NoiseSynth({ noise: { type: 'white' }, envelope: { attack: 0.001, decay: 0.045, sustain: 0 }, volume: -19 });
  const snareFilter = new Tone.Filter({ type: 'bandpass', frequency: 1900, Q: 0.6 }).connect(output);
  const hatFilter = new Tone.Filter({ type: 'highpass', frequency: 7200, Q: 0.5 }).connect(output);
  const tomPanner = new Tone.Panner(-0.25).connect(output);
  kick.connect(output);
  tom.connect(tomPanner);
  snareNoise.connect(snareFilter);
  snareBody.connect(output);
  hat.connect(hatFilter);
  /** Each drum is one voice: a hit has to come after the one before. */
  const last: Record<Drum, number> = { kick: 0, tom: 0, snare: 0, hat: 0 };
  const shortestGapSeconds = 0.012;

  return {
    play(drum, frequencyHz, velocity, whenSeconds) {
      const at = Math.max(whenSeconds, last[drum] + shortestGapSeconds);
      last[drum] = at;
      switch (drum) {
        case 'kick':
          kick.triggerAttackRelease(Math.min(70, frequencyHz), 0.2, at, velocity);
          break;
        case 'tom':
          tom.triggerAttackRelease(frequencyHz, 0.2, at, velocity);
          break;
        case 'snare':
          snareNoise.triggerAttackRelease(0.1, at, velocity);
          snareBody.triggerAttackRelease(frequencyHz, 0.05, at, velocity * 0.8);
          break;
        case 'hat':
          hatFilter.frequency.setValueAtTime(6200 + Math.min(3000, frequencyHz), at);
          hat.triggerAttackRelease(0.03, at, velocity);
          break;
      }
    },
  };
}
