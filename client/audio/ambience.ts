import * as Tone from 'tone';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import { createNoise, type NoiseColour } from './noise.ts';

type AmbienceName = Exclude<ParameterValues['ambience'], 'none'>;

interface Layer {
  /** Noise of a colour, or a tone in Hz. */
  source: NoiseColour | number;
  filter?: { type: BiquadFilterType; hz: number; q: number };
  /** Slow modulation of the filter or the tone: depth in cents, rate in Hz. */
  wander?: { cents: number; hz: number };
  /** Swells of the level: depth 0..1 and rate in Hz; they multiply. */
  swells?: readonly { depth: number; hz: number }[];
  gain: number;
  /** −1..1 */
  pan: number;
}

/** Returns the layer on both sides, with slightly different rates, so that it surrounds the listener. */
const wide = (layer: Omit<Layer, 'pan'>): Layer[] => [
  { ...layer, pan: -0.75 },
  { ...layer, wander: layer.wander && { ...layer.wander, hz: layer.wander.hz * 0.83 }, pan: 0.75 },
];

/** The ambience beds, slow enough not to draw attention. */
const beds: Record<AmbienceName, readonly Layer[]> = {
  space: [
    ...wide({ source: 'brown', filter: { type: 'lowpass', hz: 260, q: 0.5 }, wander: { cents: 900, hz: 0.031 }, gain: 0.8 }),
    ...wide({ source: 'pink', filter: { type: 'bandpass', hz: 760, q: 5 }, wander: { cents: 1300, hz: 0.019 }, gain: 0.6 }),
  ],
  wind: [
    ...wide({
      source: 'pink',
      filter: { type: 'bandpass', hz: 380, q: 1.8 },
      wander: { cents: 1100, hz: 0.11 },
      swells: [{ depth: 0.5, hz: 0.07 }],
      gain: 1.1,
    }),
    {
      source: 'pink',
      filter: { type: 'bandpass', hz: 950, q: 7 },
      wander: { cents: 700, hz: 0.073 },
      swells: [{ depth: 0.7, hz: 0.053 }],
      gain: 0.8,
      pan: 0.2,
    },
  ],
  water: [
    ...wide({ source: 'pink', filter: { type: 'lowpass', hz: 620, q: 0.5 }, wander: { cents: 700, hz: 0.16 }, gain: 0.55 }),
    {
      source: 'white',
      filter: { type: 'bandpass', hz: 2300, q: 1.6 },
      wander: { cents: 900, hz: 0.27 },
      swells: [{ depth: 0.6, hz: 0.19 }],
      gain: 0.16,
      pan: -0.3,
    },
    {
      source: 'white',
      filter: { type: 'bandpass', hz: 900, q: 9 },
      wander: { cents: 1500, hz: 0.61 },
      swells: [{ depth: 0.8, hz: 0.43 }],
      gain: 0.3,
      pan: 0.4,
    },
  ],
  night: [
    ...wide({ source: 'brown', filter: { type: 'lowpass', hz: 340, q: 0.5 }, wander: { cents: 400, hz: 0.05 }, gain: 0.6 }),
    {
      source: 4180,
      swells: [
        { depth: 1, hz: 17 },
        { depth: 1, hz: 0.45 },
      ],
      gain: 0.05,
      pan: -0.6,
    },
    {
      source: 3890,
      swells: [
        { depth: 1, hz: 14.3 },
        { depth: 1, hz: 0.31 },
      ],
      gain: 0.04,
      pan: 0.7,
    },
  ],
  hum: [
    { source: 55, wander: { cents: 4, hz: 0.11 }, gain: 0.22, pan: -0.3 },
    { source: 55.23, wander: { cents: 4, hz: 0.07 }, gain: 0.22, pan: 0.3 },
    { source: 110.15, swells: [{ depth: 0.5, hz: 0.09 }], gain: 0.11, pan: 0.4 },
    { source: 164.8, swells: [{ depth: 0.8, hz: 0.061 }], gain: 0.06, pan: -0.5 },
    { source: 'brown', filter: { type: 'bandpass', hz: 110, q: 2 }, gain: 0.4, pan: 0 },
  ],
};

const fadeSeconds = 1.5;
/** Offset between the layers of a bed in the shared noise loop. */
const apartSeconds = 2.3;

export interface Ambience {
  choose(name: ParameterValues['ambience']): void;
}

/** Builds a layer; returns a function that stops and disconnects it. */
function buildLayer(layer: Layer, fromSeconds: number, output: Tone.ToneAudioNode): () => void {
  const context = Tone.getContext();
  const running: (OscillatorNode | AudioBufferSourceNode)[] = [];
  const others: AudioNode[] = [];
  const oscillate = (hz: number) => {
    const oscillator = context.createOscillator();
    oscillator.frequency.value = hz;
    oscillator.start();
    running.push(oscillator);
    return oscillator;
  };
  const gainOf = (value: number) => {
    const gain = context.createGain();
    gain.gain.value = value;
    others.push(gain);
    return gain;
  };

  let end: AudioNode;
  let wandering: AudioParam | undefined;
  if (typeof layer.source === 'number') {
    const tone = oscillate(layer.source);
    wandering = tone.detune;
    end = tone;
  } else {
    const noise = createNoise(layer.source, fromSeconds);
    running.push(noise);
    end = noise;
  }
  if (layer.filter) {
    const filter = context.createBiquadFilter();
    filter.type = layer.filter.type;
    filter.frequency.value = layer.filter.hz;
    filter.Q.value = layer.filter.q;
    end.connect(filter);
    others.push(filter);
    wandering = filter.detune;
    end = filter;
  }
  if (layer.wander && wandering) {
    const depth = gainOf(layer.wander.cents);
    oscillate(layer.wander.hz).connect(depth);
    depth.connect(wandering);
  }
  for (const { depth, hz } of layer.swells ?? []) {
    const swell = gainOf(1 - depth / 2);
    const reach = gainOf(depth / 2);
    oscillate(hz).connect(reach);
    reach.connect(swell.gain);
    end.connect(swell);
    end = swell;
  }
  const panner = context.createStereoPanner();
  panner.pan.value = layer.pan;
  const level = gainOf(layer.gain);
  end.connect(level);
  level.connect(panner);
  others.push(panner);
  Tone.connect(panner, output);
  return () => {
    for (const source of running) source.stop();
    for (const node of [...running, ...others]) node.disconnect();
  };
}

/** Plays the ambience bed under the music; a change of bed crossfades. */
export function createAmbience(output: Tone.ToneAudioNode): Ambience {
  const context = Tone.getContext();
  let chosen: ParameterValues['ambience'] = 'none';
  let stop: (() => void) | null = null;

  const build = (layers: readonly Layer[]) => {
    const fade = new Tone.Gain(0).connect(output);
    const ends = layers.map((layer, index) => buildLayer(layer, index * apartSeconds, fade));
    fade.gain.rampTo(1, fadeSeconds);
    return () => {
      fade.gain.rampTo(0, fadeSeconds);
      context.setTimeout(() => {
        for (const end of ends) end();
        fade.dispose();
      }, fadeSeconds + 0.3);
    };
  };

  return {
    choose(name) {
      if (name === chosen) return;
      chosen = name;
      stop?.();
      stop = name === 'none' ? null : build(beds[name]);
    },
  };
}
