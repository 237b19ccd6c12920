import { couple, type CouplingInput, type CouplingOutput, createCouplingOutput, tideAt } from '../coupling/index.ts';
import { brightnessOf } from '../music/index.ts';
import { ticksPerSecond, type UniverseWorld } from './world.ts';

/** Builds the reader of the targets of the links in a world; the result is overwritten by the next reading. */
export function buildLinks(world: UniverseWorld): () => CouplingOutput {
  const { Clock, Modulation, Senses } = world.stores;
  const out = createCouplingOutput();
  const input: CouplingInput = {
    parameters: world.document.parameters,
    gravity: 0,
    loudness: 0,
    tide: 0,
    meanSpeed: 0,
    maxSpeed: 0,
    activity: 0,
    scaleBrightness: 0,
  };
  return () => {
    const { parameters, seed } = world.document;
    input.parameters = parameters;
    input.gravity = Modulation.gravity[0];
    input.loudness = Modulation.smoothLoudness[0];
    input.tide = tideAt(seed, Clock.tick[0] / ticksPerSecond);
    input.meanSpeed = Senses.meanSpeed[0];
    input.maxSpeed = Senses.maxSpeed[0];
    input.activity = Senses.activity[0];
    input.scaleBrightness = brightnessOf(parameters);
    couple(input, out);
    return out;
  };
}
