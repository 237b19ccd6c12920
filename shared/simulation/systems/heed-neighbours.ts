import { affinityCount, speciesCount } from '../../universe/index.ts';
import { createNeighbourGrid, type GridLimits } from '../neighbours/grid.ts';
import { stepBudget } from '../step-budget.ts';
import { type SharedKernel, type SharedSystem, stepSeconds, type UniverseWorld } from '../world.ts';

/** Flocking reaches this many radii. */
const flockRadii = 9;
/** Share of the species' reach within which all repel each other. */
const coreShare = 0.3;
/** Added to distances, in m, to avoid a division by zero for two in one place. */
const minDistance = 1e-6;
/**
 * Sums of each particle: push x, y, z in m/s²; offset x, y, z in m and heading x, y, z in m/s of those of its species; the number of those.
 */
const sums = 10;

/**
 * The forces between neighbours: species attract or repel one another by their affinities, and particles
 * of one species flock.
 * @see Reynolds 1987, "Flocks, Herds, and Schools"; Mohr 2022, "Particle Life", for the shape of the species' force
 */
export const heedNeighbours: SharedSystem = {
  name: 'heed-neighbours',
  reads: ['Position', 'Velocity', 'Life.lifetime', 'Look.species', 'Clock.tick', 'Clock.used'],
  writes: ['Velocity'],
  buildShared: (world) => buildHeed(world, stepBudget.heed),
};

/** Builds the system with given limits. */
export function buildHeed(world: UniverseWorld, own: GridLimits): SharedKernel {
  const grid = createNeighbourGrid(world, 'heed', own);
  const { x: vx, y: vy, z: vz } = world.stores.Velocity;
  const { species } = world.stores.Look;
  const sorted = (key: string) => world.memory.column(`heed.${key}`, 'f32', grid.capacity);
  const [ux, uy, uz] = [sorted('ux'), sorted('uy'), sorted('uz')];
  const kinds = world.memory.column('heed.kind', 'u8', grid.capacity);
  const sum = world.memory.column('heed.sum', 'f32', grid.capacity * sums);
  const { x, y, z, slots, found } = grid;
  const affinities = new Float64Array(affinityCount);
  let separation = 0;
  let flockReach = 0;
  let speciesForce = 0;
  let speciesReach = 0;

  const phases = grid.phases({
    carry(at, slot) {
      ux[at] = vx[slot];
      uy[at] = vy[slot];
      uz[at] = vz[slot];
      kinds[at] = species[slot];
    },
    clear: (start, end) => sum.fill(0, start * sums, end * sums),
    treat(i, count) {
      const kind = kinds[i];
      const own = i * sums;
      let pushX = 0;
      let pushY = 0;
      let pushZ = 0;
      for (let n = 0; n < count; n++) {
        const j = found[n];
        const other = j * sums;
        const dx = x[j] - x[i];
        const dy = y[j] - y[i];
        const dz = z[j] - z[i];
        const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
        let towards = 0;
        let back = 0;
        if (distance < speciesReach) {
          const u = distance / speciesReach;
          const core = u < coreShare;
          const shape = core ? u / coreShare - 1 : 1 - Math.abs(2 * u - 1 - coreShare) / (1 - coreShare);
          towards = speciesForce * shape * (core ? 1 : affinities[kind * speciesCount + kinds[j]]);
          back = speciesForce * shape * (core ? 1 : affinities[kinds[j] * speciesCount + kind]);
        }
        if (distance < flockReach) {
          const closeness = 1 - distance / flockReach;
          const apart = separation * closeness * closeness;
          towards -= apart;
          back -= apart;
          if (kinds[j] === kind) {
            sum[own + 3] += dx;
            sum[own + 4] += dy;
            sum[own + 5] += dz;
            sum[other + 3] -= dx;
            sum[other + 4] -= dy;
            sum[other + 5] -= dz;
            const hx = ux[j] - ux[i];
            const hy = uy[j] - uy[i];
            const hz = uz[j] - uz[i];
            sum[own + 6] += hx;
            sum[own + 7] += hy;
            sum[own + 8] += hz;
            sum[other + 6] -= hx;
            sum[other + 7] -= hy;
            sum[other + 8] -= hz;
            sum[own + 9] += 1;
            sum[other + 9] += 1;
          }
        }
        const perDistance = 1 / (distance + minDistance);
        towards *= perDistance;
        back *= perDistance;
        pushX += dx * towards;
        pushY += dy * towards;
        pushZ += dz * towards;
        sum[other] -= dx * back;
        sum[other + 1] -= dy * back;
        sum[other + 2] -= dz * back;
      }
      sum[own] += pushX;
      sum[own + 1] += pushY;
      sum[own + 2] += pushZ;
    },
    settle(start, end, firstSlot, endSlot) {
      const { cohesion, alignment, timeScale } = world.document.parameters;
      const dt = stepSeconds * timeScale * grid.turns;
      for (let i = start, at = start * sums; i < end; i++, at += sums) {
        const slot = slots[i];
        if (slot < firstSlot || slot >= endSlot) continue;
        const kin = sum[at + 9];
        const c = kin > 0 ? (cohesion * 2 * dt) / (kin * flockReach) : 0;
        const a = kin > 0 ? Math.min(1, alignment * 1.5 * dt) / kin : 0;
        vx[slot] += sum[at] * dt + sum[at + 3] * c + sum[at + 6] * a;
        vy[slot] += sum[at + 1] * dt + sum[at + 4] * c + sum[at + 7] * a;
        vz[slot] += sum[at + 2] * dt + sum[at + 5] * c + sum[at + 8] * a;
      }
    },
  });

  return {
    phases,
    begin() {
      const { parameters: p, affinities: list } = world.document;
      const flocks = p.cohesion + p.separation + p.alignment > 0;
      flockReach = flocks ? flockRadii * p.particleRadius : 0;
      separation = p.separation * 6;
      speciesForce = p.speciesForce;
      speciesReach = speciesForce > 0 ? p.speciesReach : 0;
      affinities.set(list);
      if (flockReach + speciesReach === 0) return false;
      grid.begin(Math.max(flockReach, speciesReach));
      return true;
    },
  };
}
