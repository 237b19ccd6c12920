import * as Tone from 'tone';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { createChorus } from './chorus.ts';
import { smoothParam } from './smooth-param.ts';
import { createLowCut } from './low-cut.ts';
import { cutoffHz, resonanceQ, swayCents, swayHz } from './sound-settings.ts';

/** The way of the tonal parts: low cut, a low-pass whose cutoff sways, and chorus. */
export function createTonalFilter() {
  const filter = new Tone.BiquadFilter({ type: 'lowpass', frequency: 1000 });
  const sway = Tone.getContext().createOscillator();
  const swayRate = new Tone.Param({ param: sway.frequency, units: 'frequency', value: 1 });
  const swayDepth = new Tone.Gain(0);
  Tone.connect(sway, swayDepth);
  swayDepth.connect(filter.detune);
  sway.start();
  const chorus = createChorus();
  const input = new Tone.Gain(1);
  // Modulated tones carry some direct current, which would thump with their envelopes.
  input.chain(createLowCut(55), filter, chorus.input);
  const to = {
    cutoff: smoothParam(filter.frequency),
    resonance: smoothParam(filter.Q),
    swayRate: smoothParam(swayRate),
    swayDepth: smoothParam(swayDepth.gain),
  };
  return {
    input,
    output: chorus.output,
    update(parameters: ParameterValues, scalars: FrameScalars) {
      to.cutoff(cutoffHz(parameters, scalars));
      to.resonance(resonanceQ(parameters));
      to.swayRate(swayHz(parameters, scalars.tempo));
      to.swayDepth(swayCents(parameters));
    },
  };
}
