import { cos, sin, tau } from '../math/exact.ts';
import { beatsPerBar } from '../music/index.ts';
import type { UniverseWorld } from './world.ts';

/** Writes the current positions of the wells, x, y, z in m for each: those with an orbit circle the vertical axis in time with the bars. */
export function placeWells(world: UniverseWorld, places: Float32Array | Float64Array): void {
  const { Well, Clock } = world.stores;
  const { parameters, wells } = world.document;
  for (let slot = 0; slot < wells.length; slot++) {
    const turns = (Well.orbit[slot] * Clock.beat[0]) / beatsPerBar(parameters.meter);
    const angle = (turns - Math.floor(turns)) * tau;
    const c = cos(angle);
    const s = sin(angle);
    places[slot * 3] = Well.x[slot] * c - Well.z[slot] * s;
    places[slot * 3 + 1] = Well.y[slot];
    places[slot * 3 + 2] = Well.x[slot] * s + Well.z[slot] * c;
  }
}
