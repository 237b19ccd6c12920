import { type CouplingOutput, createCouplingOutput, followSeconds } from '../../coupling/index.ts';
import { buildLinks } from '../links.ts';
import { stepSeconds, type System } from '../world.ts';

/** Time constant in seconds of the usual gain. */
const usualSeconds = 180;

/** The links: from the motion of the particles and the loudness to effective gravity, tempo, gain and timbre. */
export const coupleParameters: System = {
  name: 'couple-parameters',
  reads: ['Modulation', 'Senses', 'Clock.tick'],
  writes: [
    'Modulation.gravity',
    'Modulation.tempo',
    'Modulation.volume',
    'Modulation.usualVolume',
    'Modulation.pitch',
    'Modulation.brightness',
    'Modulation.saturation',
    'Modulation.filter',
    'Modulation.reverb',
  ],
  build: (world) => {
    const { Modulation } = world.stores;
    const readLinks = buildLinks(world);
    const names = Object.keys(createCouplingOutput()) as (keyof CouplingOutput)[];
    return () => {
      const out = readLinks();
      const share = stepSeconds / followSeconds[world.document.parameters.couplingMode];
      for (let index = 0; index < names.length; index++) {
        const column = Modulation[names[index]];
        column[0] += (out[names[index]] - column[0]) * share;
      }
      Modulation.usualVolume[0] += (Modulation.volume[0] - Modulation.usualVolume[0]) * (stepSeconds / usualSeconds);
    };
  },
};
