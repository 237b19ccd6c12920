// The bundler makes the default export of a worklet's URL.
/* oxlint-disable import/default */
import * as Tone from 'tone';
import { grainQ } from '../../client/audio/swarm/grain-voices.ts';
import grainsUrl from './grains.worklet.ts?worker&url';
import { blockLength, partials, type PlannedGrain, sampleRate, seconds } from './planned-grains.ts';

/** A way to play a plan; it returns the sound and the milliseconds of the rendering. */
export type Player = (plan: PlannedGrain[][]) => Promise<{ channels: Float32Array[]; milliseconds: number }>;

const newContext = () => new OfflineAudioContext(2, seconds * sampleRate, sampleRate);

async function rendered(context: OfflineAudioContext) {
  const began = performance.now();
  const buffer = await context.startRendering();
  return { channels: [buffer.getChannelData(0), buffer.getChannelData(1)], milliseconds: performance.now() - began };
}

/** All voices in one worklet, as in the product. */
export const playWorklet: Player = async (plan) => {
  const context = newContext();
  await context.audioWorklet.addModule(grainsUrl);
  const node = new AudioWorkletNode(context, 'planned-grains', { numberOfInputs: 0, outputChannelCount: [2], processorOptions: { plan } });
  node.connect(context.destination);
  return rendered(context);
};

/** Plays each voice with a wave, a second-order low-pass, a gain with the same two ramps, and a panner. */
export const playNodes: Player = (plan) => {
  const context = newContext();
  const wave = context.createPeriodicWave(new Float32Array(partials.length + 1), Float32Array.from([0, ...partials]), {
    disableNormalization: true,
  });
  for (const grains of plan) {
    const oscillator = new OscillatorNode(context, { periodicWave: wave, frequency: grains[0].frequencyHz });
    const filter = new BiquadFilterNode(context, { type: 'lowpass', frequency: grains[0].cutoffHz, Q: grainQ });
    const level = new GainNode(context, { gain: 0 });
    const place = new StereoPannerNode(context, { pan: grains[0].pan });
    oscillator.connect(filter).connect(level).connect(place).connect(context.destination);
    oscillator.start();
    for (const grain of grains) {
      const first = grain.block * blockLength;
      // Sums of integers: the end of a grain and the start of the next are exactly the same time.
      const [at, risen, over] = [first, first + grain.attackSamples, first + grain.attackSamples + grain.releaseSamples].map(
        (sample) => sample / sampleRate,
      );
      oscillator.frequency.setValueAtTime(grain.frequencyHz, at);
      filter.frequency.setValueAtTime(grain.cutoffHz, at);
      place.pan.setValueAtTime(grain.pan, at);
      level.gain.setValueAtTime(0, at);
      level.gain.linearRampToValueAtTime(grain.peak, risen);
      level.gain.linearRampToValueAtTime(0, over);
    }
  }
  return rendered(context);
};

/** A `Tone.Synth` for each voice, with the same wave and envelope; it has neither filter nor panner. */
export const playToneSynths: Player = async (plan) => {
  const context = new Tone.OfflineContext(2, seconds, sampleRate);
  const before = Tone.getContext();
  Tone.setContext(context);
  for (const grains of plan) {
    const synth = new Tone.Synth({ oscillator: { type: 'custom', partials }, envelope: { sustain: 1, decay: 0.001 } }).toDestination();
    for (const { block, frequencyHz, peak, attackSamples, releaseSamples } of grains) {
      const at = (block * blockLength) / sampleRate;
      synth.envelope.attack = attackSamples / sampleRate;
      synth.envelope.release = releaseSamples / sampleRate;
      synth.envelope.attackCurve = 'linear';
      synth.envelope.releaseCurve = 'linear';
      synth.triggerAttack(frequencyHz, at, peak);
      synth.triggerRelease(at + attackSamples / sampleRate);
    }
  }
  Tone.setContext(before);
  const began = performance.now();
  const buffer = await context.render(false);
  return { channels: [buffer.getChannelData(0), buffer.getChannelData(1)], milliseconds: performance.now() - began };
};
