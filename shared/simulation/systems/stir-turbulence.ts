import { createCurlField, eddyDrift, latticeSize } from '../curl-field.ts';
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
    const field = createCurlField(world.document.seed);
    const mask = latticeSize - 1;
    const rowStride = latticeSize * 3;
    const planeStride = latticeSize * latticeSize * 3;
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
        for (let i = start; i < end; i++) {
          if (lifetime[i] === 0) continue;
          const fx = x[i] * perCell + ox;
          const fy = y[i] * perCell + oy;
          const fz = z[i] * perCell + oz;
          const ix = fx | 0;
          const iy = fy | 0;
          const iz = fz | 0;
          const tx = fx - ix;
          const ty = fy - iy;
          const tz = fz - iz;
          const i0 = (ix & mask) * 3;
          const i1 = ((ix + 1) & mask) * 3;
          const j0 = (iy & mask) * rowStride;
          const j1 = ((iy + 1) & mask) * rowStride;
          const k0 = (iz & mask) * planeStride;
          const k1 = ((iz + 1) & mask) * planeStride;
          const a = i0 + j0 + k0;
          const b = i1 + j0 + k0;
          const c = i0 + j1 + k0;
          const d = i1 + j1 + k0;
          const e = i0 + j0 + k1;
          const f = i1 + j0 + k1;
          const g = i0 + j1 + k1;
          const h = i1 + j1 + k1;
          const wh = tx * ty;
          const wb = tx - wh;
          const wc = ty - wh;
          const wa = 1 - tx - wc;
          const near = (1 - tz) * impulse;
          const far = tz * impulse;
          vx[i] +=
            near * (field[a] * wa + field[b] * wb + field[c] * wc + field[d] * wh) +
            far * (field[e] * wa + field[f] * wb + field[g] * wc + field[h] * wh);
          vy[i] +=
            near * (field[a + 1] * wa + field[b + 1] * wb + field[c + 1] * wc + field[d + 1] * wh) +
            far * (field[e + 1] * wa + field[f + 1] * wb + field[g + 1] * wc + field[h + 1] * wh);
          vz[i] +=
            near * (field[a + 2] * wa + field[b + 2] * wb + field[c + 2] * wc + field[d + 2] * wh) +
            far * (field[e + 2] * wa + field[f + 2] * wb + field[g + 2] * wc + field[h + 2] * wh);
        }
      },
    };
  },
};
