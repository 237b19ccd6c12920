import { nextState, uniformOf } from '../../../shared/math/generator.ts';
import { swarmFloats, swarmVoices } from '../../../shared/simulation/swarm-layout.ts';
import { createGrainVoices, type Grain } from './grain-voices.ts';

/** Seconds of a grain and of the pause after it, for fast and for slow particles; both vary at random by half. */
const grainSeconds = { lively: 0.22, calm: 0.9 };
const pauseSeconds = { lively: 0.15, calm: 1.6 };
const attackShare = 0.4;
/** The low-pass of a grain, in multiples of its pitch. */
const brightness = { calm: 1.5, lively: 5 };
/** Gain of the loudest grain; about a third of the voices sound at once. */
const loudest = 0.09;
/** Above this frequency grains are quieter, since the ear is more sensitive. */
const levelHz = 500;

/** The controls of the cloud besides its records. */
export interface CloudControls {
  /** Factor on all pitches. */
  ratio: number;
  /** Stereo width of the grains, 0..1. */
  width: number;
}

/** A cloud of soft grains that play the records of a swarm. Equal records at equal times give equal samples. */
export interface GrainCloud {
  /** Adds the next `length` samples; records as in `swarm-layout.ts`. */
  render(records: Float32Array, controls: CloudControls, left: Float32Array, right: Float32Array, length: number): void;
  wave: Float32Array;
}

export function createGrainCloud(sampleRate: number, wave: Float32Array): GrainCloud {
  const voices = createGrainVoices(sampleRate, swarmVoices, wave);
  const pauses = new Float64Array(swarmVoices);
  const grain: Grain = { frequencyHz: 0, cutoffHz: 0, pan: 0, peak: 0, attackSamples: 0, releaseSamples: 0 };
  let state = 1;
  const chance = () => {
    state = nextState(state);
    return uniformOf(state);
  };
  for (let voice = 0; voice < swarmVoices; voice++) pauses[voice] = chance() * pauseSeconds.calm * sampleRate;

  const begin = (voice: number, records: Float32Array, { ratio, width }: CloudControls) => {
    const record = voice * swarmFloats;
    const level = records[record + 2];
    const hz = records[record] * ratio;
    // A record without a sound is read again soon.
    if (!(level > 0 && level <= 1 && hz > 20 && hz < sampleRate)) {
      pauses[voice] = 0.05 * sampleRate;
      return;
    }
    const between = (range: { calm: number; lively: number }) => range.calm + (range.lively - range.calm) * level;
    const samples = between(grainSeconds) * (0.5 + chance()) * sampleRate;
    grain.frequencyHz = hz;
    grain.cutoffHz = hz * between(brightness);
    grain.pan = Math.max(-1, Math.min(1, records[record + 1] * width));
    grain.peak = loudest * level * Math.min(1, Math.sqrt(levelHz / hz));
    grain.attackSamples = samples * attackShare;
    grain.releaseSamples = samples * (1 - attackShare);
    voices.start(voice, grain);
    pauses[voice] = between(pauseSeconds) * (0.5 + chance()) * sampleRate;
  };

  return {
    get wave() {
      return voices.wave;
    },
    set wave(next) {
      voices.wave = next;
    },
    render(records, controls, left, right, length) {
      for (let voice = 0; voice < swarmVoices; voice++) {
        if (!voices.isFree(voice)) continue;
        pauses[voice] -= length;
        if (pauses[voice] <= 0) begin(voice, records, controls);
      }
      voices.render(left, right, length);
    },
  };
}
