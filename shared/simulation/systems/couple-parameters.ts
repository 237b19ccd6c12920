import { couple, type CouplingInput, type CouplingOutput, createCouplingOutput, followSeconds } from '../../coupling/index.ts';
import { brightnessOf } from '../../music/index.ts';
import { stepSeconds, type System } from '../world.ts';

/** The links: from the motion of the particles and the loudness to effective gravity, tempo, gain and timbre. */
export const coupleParameters: System = {
  name: 'couple-parameters',
  reads: ['Modulation', 'Senses'],
  writes: [
    'Modulation.gravity',
    'Modulation.tempo',
    'Modulation.volume',
    'Modulation.pitch',
    'Modulation.brightness',
    'Modulation.saturation',
    'Modulation.filter',
    'Modulation.reverb',
  ],
  build: (world) => {
    const { Modulation, Senses } = world.stores;
    const out = createCouplingOutput();
    const names = Object.keys(out) as (keyof CouplingOutput)[];
    const input: CouplingInput = {
      parameters: world.document.parameters,
      gravity: 0,
      loudness: 0,
      meanSpeed: 0,
      maxSpeed: 0,
      activity: 0,
      scaleBrightness: 0,
    };
    const follow = stepSeconds / followSeconds;
    return () => {
      const { parameters } = world.document;
      input.parameters = parameters;
      input.gravity = Modulation.gravity[0];
      input.loudness = Modulation.smoothLoudness[0];
      input.meanSpeed = Senses.meanSpeed[0];
      input.maxSpeed = Senses.maxSpeed[0];
      input.activity = Senses.activity[0];
      input.scaleBrightness = brightnessOf(parameters);
      couple(input, out);
      const share = parameters.couplingMode === 'classic' ? 1 : follow;
      for (let index = 0; index < names.length; index++) {
        const column = Modulation[names[index]];
        column[0] += (out[names[index]] - column[0]) * share;
      }
    };
  },
};
