import { mix } from '../math/generator.ts';
import { neutralLoudness } from '../coupling/index.ts';
import { columnsOf } from './columns.ts';
import { syncEntities } from './entities.ts';
import { buildLinks } from './links.ts';
import type { UniverseWorld } from './world.ts';

/** Sets the tempo, the gain and the timbre that the links lead to at an ordinary loudness, so that the first bar is played as the others. */
function beginSettled(world: UniverseWorld): void {
  const { Modulation } = world.stores;
  Modulation.smoothLoudness[0] = neutralLoudness;
  const { tempo, volume, saturation, filter, reverb } = buildLinks(world)();
  Modulation.tempo[0] = tempo;
  Modulation.volume[0] = volume;
  Modulation.usualVolume[0] = volume;
  Modulation.saturation[0] = saturation;
  Modulation.filter[0] = filter;
  Modulation.reverb[0] = reverb;
}

/** Resets a world to its first state: no particles, no sound, the generator at the seed. The tick continues. */
export function beginAgain(world: UniverseWorld): void {
  const { Clock, Modulation, Voice } = world.stores;
  const tick = Clock.tick[0];
  for (const key of Voice.key) if (key > 0) world.releases.push(key - 1);
  for (const { column } of columnsOf(world.stores)) column.fill(0);
  const { parameters, seed } = world.document;
  Clock.tick[0] = tick;
  Clock.random[0] = mix(seed);
  Modulation.gravity[0] = parameters.gravity;
  Modulation.tempo[0] = parameters.tempo;
  Modulation.volume[0] = 1;
  Modulation.usualVolume[0] = 1;
  Modulation.brightness[0] = 1;
  Modulation.saturation[0] = 1;
  Modulation.filter[0] = 1;
  Modulation.reverb[0] = 1;
  if (parameters.couplingMode === 'stable') beginSettled(world);
  syncEntities(world);
}
