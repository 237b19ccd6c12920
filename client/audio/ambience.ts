import * as Tone from 'tone';
import type { ParameterValues } from '../../shared/parameters/index.ts';

type AmbienceName = Exclude<ParameterValues['ambience'], 'none'>;

interface Layer {
  noise: 'white' | 'pink' | 'brown';
  filter: 'lowpass' | 'bandpass' | 'highpass';
  /** Middle of the filter in Hz, how far it sways (ratio) and how fast (Hz). */
  centreHz: number;
  sway: number;
  swayHz: number;
  q: number;
  gain: number;
}

/** Beds of filtered noise, slow enough never to draw attention. */
const beds: Record<AmbienceName, readonly Layer[]> = {
  space: [
    { noise: 'brown', filter: 'lowpass', centreHz: 220, sway: 1.8, swayHz: 0.031, q: 0.7, gain: 1.1 },
    { noise: 'pink', filter: 'bandpass', centreHz: 900, sway: 1.6, swayHz: 0.019, q: 6, gain: 0.35 },
  ],
  wind: [
    { noise: 'pink', filter: 'bandpass', centreHz: 420, sway: 2.2, swayHz: 0.11, q: 2.2, gain: 1 },
    { noise: 'pink', filter: 'bandpass', centreHz: 900, sway: 1.7, swayHz: 0.073, q: 4, gain: 0.5 },
  ],
  water: [
    { noise: 'pink', filter: 'lowpass', centreHz: 700, sway: 1.5, swayHz: 0.16, q: 0.6, gain: 0.8 },
    { noise: 'white', filter: 'bandpass', centreHz: 2600, sway: 1.4, swayHz: 0.27, q: 1.5, gain: 0.12 },
  ],
  night: [
    { noise: 'brown', filter: 'lowpass', centreHz: 320, sway: 1.3, swayHz: 0.05, q: 0.6, gain: 0.7 },
    { noise: 'white', filter: 'bandpass', centreHz: 4300, sway: 1.04, swayHz: 3.1, q: 24, gain: 0.22 },
  ],
  hum: [
    { noise: 'brown', filter: 'bandpass', centreHz: 55, sway: 1.02, swayHz: 0.2, q: 18, gain: 3 },
    { noise: 'brown', filter: 'bandpass', centreHz: 110, sway: 1.02, swayHz: 0.13, q: 22, gain: 1.6 },
  ],
};

const fadeSeconds = 1.5;

export interface Ambience {
  choose(name: ParameterValues['ambience']): void;
}

/** The bed of sound under the music; a change of bed fades across. */
export function createAmbience(output: Tone.ToneAudioNode): Ambience {
  let chosen: ParameterValues['ambience'] = 'none';
  let stop: (() => void) | null = null;

  const build = (layers: readonly Layer[]) => {
    const fade = new Tone.Gain(0).connect(output);
    const nodes = layers.flatMap((layer) => {
      const noise = new Tone.Noise({ type: layer.noise, volume: 0 });
      const filter = new Tone.Filter({ type: layer.filter, frequency: layer.centreHz, Q: layer.q });
      const gain = new Tone.Gain(layer.gain);
      const sway = new Tone.LFO({ frequency: layer.swayHz, min: layer.centreHz / layer.sway, max: layer.centreHz * layer.sway });
      noise.chain(filter, gain, fade);
      sway.connect(filter.frequency);
      noise.start();
      sway.start();
      return [noise, filter, gain, sway];
    });
    fade.gain.rampTo(1, fadeSeconds);
    return () => {
      fade.gain.rampTo(0, fadeSeconds);
      setTimeout(() => [...nodes, fade].forEach((node) => node.dispose()), (fadeSeconds + 0.3) * 1000);
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
