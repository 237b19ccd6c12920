import { cellValues, createCurlCells, eddyDrift, latticeSize } from '../curl-field.ts';
import { type ParticleSystem, stepSeconds } from '../world.ts';

/** Pushes particles along a drifting curl-noise field, read from its lattice with linear interpolation. */
export const stirTurbulence: ParticleSystem = {
  name: 'stir-turbulence',
  reads: ['Position', 'Velocity', 'Life.lifetime', 'Clock.tick'],
  writes: ['Velocity'],
  buildParticles: (world) => {
    const { x, y, z } = world.stores.Position;
    const { x: vx, y: vy, z: vz } = world.stores.Velocity;
    const { lifetime } = world.stores.Life;
    const { tick } = world.stores.Clock;
    const field = createCurlCells(world.document.seed);
    const mask = latticeSize - 1;
    let impulse = 0;
    let perCell = 0;
    let ox = 0;
    let oy = 0;
    let oz = 0;
    return {
      begin() {
        const { parameters } = world.document;
        const seconds = tick[0] * stepSeconds;
        impulse = (parameters.turbulence * stepSeconds * parameters.timeScale) / (parameters.particleMass * parameters.density);
        perCell = 1 / parameters.turbulenceScale;
        // A large offset keeps the coordinates positive, so that truncation is floor.
        ox = seconds * eddyDrift[0] + 65536;
        oy = seconds * eddyDrift[1] + 65536;
        oz = seconds * eddyDrift[2] + 65536;
        return impulse !== 0;
      },
      run(start, end) {
        // Read once: the engine would read a closure variable again for every particle.
        const strength = impulse;
        const scale = perCell;
        const [driftX, driftY, driftZ] = [ox, oy, oz];
        for (let i = start; i < end; i++) {
          if (lifetime[i] === 0) continue;
          const fx = x[i] * scale + driftX;
          const fy = y[i] * scale + driftY;
          const fz = z[i] * scale + driftZ;
          const ix = fx | 0;
          const iy = fy | 0;
          const iz = fz | 0;
          const tx = fx - ix;
          const ty = fy - iy;
          const tz = fz - iz;
          const a = (((iz & mask) * latticeSize + (iy & mask)) * latticeSize + (ix & mask)) * cellValues;
          const wh = tx * ty;
          const wb = tx - wh;
          const wc = ty - wh;
          const wa = 1 - tx - wc;
          const near = (1 - tz) * strength;
          const far = tz * strength;
          vx[i] +=
            near * (field[a] * wa + field[a + 1] * wb + field[a + 2] * wc + field[a + 3] * wh) +
            far * (field[a + 4] * wa + field[a + 5] * wb + field[a + 6] * wc + field[a + 7] * wh);
          vy[i] +=
            near * (field[a + 8] * wa + field[a + 9] * wb + field[a + 10] * wc + field[a + 11] * wh) +
            far * (field[a + 12] * wa + field[a + 13] * wb + field[a + 14] * wc + field[a + 15] * wh);
          vz[i] +=
            near * (field[a + 16] * wa + field[a + 17] * wb + field[a + 18] * wc + field[a + 19] * wh) +
            far * (field[a + 20] * wa + field[a + 21] * wb + field[a + 22] * wc + field[a + 23] * wh);
        }
      },
    };
  },
};
