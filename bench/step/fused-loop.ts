import { latticeSize } from '../../shared/simulation/curl-field.ts';
import { stepSeconds } from '../../shared/simulation/world.ts';
import type { StepConstants } from './constants.ts';

const fround = Math.fround;

type Column = Float32Array;

/** The columns of a particle by slot, the same for the stores of the simulation and of the other two programs. */
export interface ParticleColumns {
  readonly Position: { readonly x: Column; readonly y: Column; readonly z: Column };
  readonly Velocity: { readonly x: Column; readonly y: Column; readonly z: Column };
  readonly Life: { readonly age: Column; readonly lifetime: Column };
  readonly Look: { readonly flash: Column };
}

/**
 * Builds the whole particle step as one loop, hand-written for speed: every column is read and written once, with locals between. It rounds
 * where the systems store, so that its results are equal to theirs to the last bit.
 */
export function buildFusedLoop({ Position, Velocity, Life, Look }: ParticleColumns, count: number, constants: StepConstants) {
  const { x, y, z } = Position;
  const { x: vx, y: vy, z: vz } = Velocity;
  const { age, lifetime } = Life;
  const { flash } = Look;
  const { field, dt, gravityX, gravityY, gravityZ, wellX, wellY, wellZ, wellImpulse, wellPerReach, softeningSquared } = constants;
  const { turbulenceImpulse, perCell, keep, radius, restitution, slide, bounceFlash, fade } = constants;
  const mask = latticeSize - 1;
  const rowStride = latticeSize * 3;
  const planeStride = latticeSize * latticeSize * 3;
  const limit = radius * radius;
  const counts = { bounces: 0, crossings: 0 };

  const bounce = (i: number, squared: number) => {
    const distance = Math.sqrt(squared);
    const nx = x[i] / distance;
    const ny = y[i] / distance;
    const nz = z[i] / distance;
    x[i] = nx * radius;
    y[i] = ny * radius;
    z[i] = nz * radius;
    const outward = vx[i] * nx + vy[i] * ny + vz[i] * nz;
    if (outward <= 0) return;
    const along = -outward * (restitution + slide);
    vx[i] = vx[i] * slide + nx * along;
    vy[i] = vy[i] * slide + ny * along;
    vz[i] = vz[i] * slide + nz * along;
    if (outward < 0.5) return;
    counts.bounces += 1;
    const light = bounceFlash * Math.min(1, outward / 6);
    if (light > flash[i]) flash[i] = light;
  };

  const run = (tick: number) => {
    const seconds = tick * stepSeconds;
    const ox = seconds * 0.11 + 65536;
    const oy = seconds * 0.07 + 65536;
    const oz = seconds * 0.13 + 65536;
    for (let i = 0; i < count; i++) {
      const life = lifetime[i];
      if (life === 0) continue;
      const px = x[i];
      const py = y[i];
      const pz = z[i];

      const dx = wellX - px;
      const dy = wellY - py;
      const dz = wellZ - pz;
      const distance = Math.sqrt(dx * dx + dy * dy + dz * dz + softeningSquared);
      const u = distance * wellPerReach;
      const pull = wellImpulse / ((16 * u * u + 1) * distance);
      const ux = fround(fround(vx[i] + gravityX) + dx * pull);
      const uy = fround(fround(vy[i] + gravityY) + dy * pull);
      const uz = fround(fround(vz[i] + gravityZ) + dz * pull);

      const fx = px * perCell + ox;
      const fy = py * perCell + oy;
      const fz = pz * perCell + oz;
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
      const wd = tx * ty;
      const wb = tx - wd;
      const wc = ty - wd;
      const wa = 1 - tx - wc;
      const near = (1 - tz) * turbulenceImpulse;
      const far = tz * turbulenceImpulse;
      const ax =
        near * (field[a] * wa + field[b] * wb + field[c] * wc + field[d] * wd) +
        far * (field[e] * wa + field[f] * wb + field[g] * wc + field[h] * wd);
      const ay =
        near * (field[a + 1] * wa + field[b + 1] * wb + field[c + 1] * wc + field[d + 1] * wd) +
        far * (field[e + 1] * wa + field[f + 1] * wb + field[g + 1] * wc + field[h + 1] * wd);
      const az =
        near * (field[a + 2] * wa + field[b + 2] * wb + field[c + 2] * wc + field[d + 2] * wd) +
        far * (field[e + 2] * wa + field[f + 2] * wb + field[g + 2] * wc + field[h + 2] * wd);

      const kx = fround(ux + ax) * keep;
      const ky = fround(uy + ay) * keep;
      const kz = fround(uz + az) * keep;
      const qx = fround(px + kx * dt);
      const after = py + ky * dt;
      const qy = fround(after);
      const qz = fround(pz + kz * dt);
      if (py * after < 0) counts.crossings += 1;
      vx[i] = kx;
      vy[i] = ky;
      vz[i] = kz;
      x[i] = qx;
      y[i] = qy;
      z[i] = qz;
      const squared = qx * qx + qy * qy + qz * qz;
      if (squared > limit) bounce(i, squared);

      const older = age[i] + dt;
      age[i] = older;
      const light = flash[i];
      flash[i] = light > 0.002 ? light * fade : 0;
      if (older >= life) {
        lifetime[i] = 0;
        flash[i] = 0;
      }
    }
  };
  return { run, counts };
}
