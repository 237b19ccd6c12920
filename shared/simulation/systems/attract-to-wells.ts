import type { Heard } from '../../coupling/index.ts';
import { missingCase } from '../../math/missing-case.ts';
import { maxWells } from '../../universe/index.ts';
import { type Falloff, falloffOf, type FieldKind, hearingReachOf, hearingStrengthOf, kindOf, softSquare } from '../field.ts';
import { placeWells } from '../place-wells.ts';
import { stepBudget } from '../step-budget.ts';
import { blockSlots, type ParticleSystem, stepSeconds } from '../world.ts';

/**
 * Pulls, pushes or swirls particles around the wells. Wells with an orbit circle the vertical axis in time with the bars; some listen. Many
 * wells on many particles take turns: each acts every so many steps, for as many steps.
 * @see Tuckerman, Berne, Martyna 1992, "Reversible multiple time scale molecular dynamics", for impulses that represent several steps
 */
export const attractToWells: ParticleSystem = {
  name: 'attract-to-wells',
  reads: [
    'Position',
    'Velocity',
    'Life.lifetime',
    'Well',
    'Clock.beat',
    'Clock.tick',
    'Clock.used',
    'Modulation.bass',
    'Modulation.middle',
    'Senses.kineticEnergy',
  ],
  writes: ['Velocity'],
  buildParticles: (world) => {
    const { x, y, z } = world.stores.Position;
    const { x: vx, y: vy, z: vz } = world.stores.Velocity;
    const { lifetime } = world.stores.Life;
    const { Well, Clock, Modulation, Senses } = world.stores;
    const heard: Heard = { bass: 0, middle: 0, kineticEnergy: 0 };
    /** Places, impulse of one turn at the centre and 1 / reach of each well. */
    const places = new Float64Array(maxWells * 3);
    const impulse = new Float64Array(maxWells);
    const perReach = new Float64Array(maxWells);
    let count = 0;
    /** Steps in which each well acts once on each particle. */
    let turns = 1;

    const runRadial = (well: number, start: number, end: number, falloff: Falloff) => {
      const wx = places[well * 3];
      const wy = places[well * 3 + 1];
      const wz = places[well * 3 + 2];
      const strength = impulse[well];
      const per = perReach[well];
      const soft = softSquare(Well.softening[well]);
      for (let i = start; i < end; i++) {
        if (lifetime[i] === 0) continue;
        const dx = wx - x[i];
        const dy = wy - y[i];
        const dz = wz - z[i];
        const squared = dx * dx + dy * dy + dz * dz + soft;
        const distance = Math.sqrt(squared);
        const u = distance * per;
        // A single division, where the law itself divides.
        const push =
          falloff === 'inverse-square'
            ? strength / ((16 * u * u + 1) * distance)
            : falloff === 'inverse'
              ? strength / ((4 * u + 1) * distance)
              : falloff === 'linear'
                ? u < 1
                  ? (strength * (1 - u)) / distance
                  : 0
                : missingCase(falloff);
        vx[i] += dx * push;
        vy[i] += dy * push;
        vz[i] += dz * push;
      }
    };

    const runAlongAxis = (well: number, start: number, end: number, falloff: Falloff, swirls: boolean) => {
      const wx = places[well * 3];
      const wy = places[well * 3 + 1];
      const wz = places[well * 3 + 2];
      const strength = impulse[well];
      const per = perReach[well];
      const soft = softSquare(Well.softening[well]);
      const length = Math.max(
        1e-6,
        Math.sqrt(Well.axisX[well] * Well.axisX[well] + Well.axisY[well] * Well.axisY[well] + Well.axisZ[well] * Well.axisZ[well]),
      );
      const ax = Well.axisX[well] / length;
      const ay = Well.axisY[well] / length;
      const az = Well.axisZ[well] / length;
      for (let i = start; i < end; i++) {
        if (lifetime[i] === 0) continue;
        const dx = x[i] - wx;
        const dy = y[i] - wy;
        const dz = z[i] - wz;
        const squared = dx * dx + dy * dy + dz * dz + soft;
        const distance = Math.sqrt(squared);
        const u = distance * per;
        const share =
          falloff === 'inverse-square'
            ? 1 / (16 * u * u + 1)
            : falloff === 'inverse'
              ? 1 / (4 * u + 1)
              : falloff === 'linear'
                ? u < 1
                  ? 1 - u
                  : 0
                : missingCase(falloff);
        const push = strength * share;
        if (swirls) {
          const turn = push / distance;
          vx[i] += (ay * dz - az * dy) * turn;
          vy[i] += (az * dx - ax * dz) * turn;
          vz[i] += (ax * dy - ay * dx) * turn;
        } else {
          vx[i] += ax * push;
          vy[i] += ay * push;
          vz[i] += az * push;
        }
      }
    };

    const act: Readonly<Record<FieldKind, typeof runRadial>> = {
      radial: runRadial,
      directional: (well, start, end, falloff) => runAlongAxis(well, start, end, falloff, false),
      vortex: (well, start, end, falloff) => runAlongAxis(well, start, end, falloff, true),
    };

    return {
      begin() {
        const { parameters, wells } = world.document;
        count = wells.length;
        turns = Math.max(1, Math.ceil((Clock.used[0] * count) / stepBudget.wellPairs));
        const dt = stepSeconds * parameters.timeScale * turns;
        placeWells(world, places);
        heard.bass = Modulation.bass[0];
        heard.middle = Modulation.middle[0];
        heard.kineticEnergy = Senses.kineticEnergy[0];
        for (let well = 0; well < count; well++) {
          impulse[well] = Well.strength[well] * hearingStrengthOf(parameters, wells[well], heard) * parameters.fieldStrength * dt;
          perReach[well] = 1 / hearingReachOf(parameters, wells[well], heard);
        }
        return count > 0 && parameters.fieldStrength !== 0;
      },
      run(start, end) {
        const { parameters, wells } = world.document;
        const every = turns;
        // Blocks take different turns, so that all steps cost the same.
        const now = Clock.tick[0] + Math.floor(start / blockSlots);
        for (let well = 0; well < count; well++) {
          if ((now + well) % every !== 0) continue;
          const kind = kindOf(parameters, wells[well]);
          const falloff = falloffOf(parameters, wells[well]);
          act[kind](well, start, end, falloff);
        }
      },
    };
  },
};
