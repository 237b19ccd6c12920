import type { Heard } from '../../coupling/index.ts';
import { uniformAt } from '../../math/generator.ts';
import { maxWells } from '../../universe/index.ts';
import { hearingReachOf } from '../field.ts';
import { placeWells } from '../place-wells.ts';
import { stepBudget } from '../step-budget.ts';
import type { System } from '../world.ts';

/** A well that hears the full high band examines one of this many particles in a step. */
const onePer = 100;
/** The faintest glint of a well, relative to the brightest. */
const faintest = 0.35;
/** Keys of the random numbers for the count, the choice and the brightness. */
const countKey = 0x51a;
const slotKey = 0x51b;
const lightKey = 0x51c;

/** Lights up a few particles within the reach of listening wells by the high band, others in each step. */
export const sparkleInWells: System = {
  name: 'sparkle-in-wells',
  reads: [
    'Position',
    'Life.lifetime',
    'Look.flash',
    'Well',
    'Clock',
    'Modulation.bass',
    'Modulation.middle',
    'Modulation.high',
    'Senses.kineticEnergy',
  ],
  writes: ['Look.flash'],
  build: (world) => {
    const { x, y, z } = world.stores.Position;
    const { lifetime } = world.stores.Life;
    const { flash } = world.stores.Look;
    const { Clock, Modulation, Senses } = world.stores;
    const places = new Float64Array(maxWells * 3);
    const heard: Heard = { bass: 0, middle: 0, kineticEnergy: 0 };

    const sparkle = (well: number, reach: number, looks: number, light: number) => {
      const { seed } = world.document;
      const cx = places[well * 3];
      const cy = places[well * 3 + 1];
      const cz = places[well * 3 + 2];
      for (let look = 0; look < looks; look++) {
        const draw = well * stepBudget.glints + look;
        const i = Math.floor(uniformAt(seed ^ slotKey, Clock.tick[0], draw) * Clock.used[0]);
        if (lifetime[i] === 0) continue;
        const dx = x[i] - cx;
        const dy = y[i] - cy;
        const dz = z[i] - cz;
        if (dx * dx + dy * dy + dz * dz >= reach * reach) continue;
        const glint = light * (faintest + (1 - faintest) * uniformAt(seed ^ lightKey, Clock.tick[0], draw));
        if (glint > flash[i]) flash[i] = glint;
      }
    };

    return () => {
      const { parameters, wells, seed } = world.document;
      const high = Modulation.high[0];
      if (wells.length === 0 || Clock.used[0] === 0 || parameters.bounceFlash === 0) return;
      heard.bass = Modulation.bass[0];
      heard.middle = Modulation.middle[0];
      heard.kineticEnergy = Senses.kineticEnergy[0];
      placeWells(world, places);
      for (let well = 0; well < wells.length; well++) {
        const wanted = Math.min(stepBudget.glints, Clock.used[0] / onePer) * high * wells[well].listening;
        const looks = Math.floor(wanted + uniformAt(seed ^ countKey, Clock.tick[0], well));
        if (looks > 0)
          sparkle(well, hearingReachOf(parameters, wells[well], heard), Math.min(stepBudget.glints, looks), parameters.bounceFlash);
      }
    };
  },
};
