import * as Tone from 'tone';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import { createAmbience } from './ambience.ts';
import { smoothParam } from './smooth-param.ts';
import { gainOf } from './sound-settings.ts';

/** The sounds that belong to no part: effects and ambience. */
export function createBeds(sum: Tone.ToneAudioNode, reverb: Tone.ToneAudioNode) {
  const effects = new Tone.Gain(0);
  effects.fan(sum, reverb);
  const ambienceGain = new Tone.Gain(0).connect(sum);
  const ambience = createAmbience(ambienceGain);
  const to = { effects: smoothParam(effects.gain), ambience: smoothParam(ambienceGain.gain) };
  let share = 1;
  let effectsGain = 0;
  let ambienceLevel = 0;
  const apply = () => {
    to.effects(effectsGain * share);
    to.ambience(ambienceLevel * share);
  };
  return {
    effects,
    update(parameters: ParameterValues) {
      effectsGain = gainOf(parameters.effectsLevel);
      ambienceLevel = gainOf(parameters.ambienceLevel);
      apply();
      ambience.choose(parameters.ambience);
    },
    setHeard(heard: boolean) {
      share = heard ? 1 : 0;
      apply();
    },
  };
}
