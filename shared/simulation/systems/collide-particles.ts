import { noteContact } from '../contacts.ts';
import { createNeighbourGrid, type NeighbourGrid } from '../neighbours/grid.ts';
import { stepBudget } from '../step-budget.ts';
import type { SharedSystem, UniverseWorld } from '../world.ts';

/** Share of an overlap that one step removes, on each side. */
const yielding = 0.25;
/** Impact speed, in m/s, of a full flash. */
const fullFlashImpact = 4;
/** Nearer than this, in m, two particles have no direction from one to the other. */
const minDistance = 1e-6;

/**
 * Collisions of equal spheres, with restitution, damping and friction. In one step a particle bounces off the one that it meets fastest,
 * and only if that one meets no other faster: so every impulse is between only two particles and keeps their momentum, and with full
 * restitution their energy, exactly. Overlaps are removed equally on both sides.
 */
export const collideParticles: SharedSystem = {
  name: 'collide-particles',
  reads: ['Position', 'Velocity', 'Life.lifetime', 'Look.flash', 'Clock.tick', 'Clock.used'],
  writes: ['Position', 'Velocity', 'Look.flash'],
  buildShared: (world) => {
    const grid = createNeighbourGrid(world, 'collide', stepBudget.collide);
    const scratch = createScratch(world, grid.capacity);
    return {
      begin() {
        const { collisions, particleRadius } = world.document.parameters;
        if (collisions) grid.begin(2 * particleRadius);
        return collisions;
      },
      phases: grid.phases({ ...buildMeet(world, grid, scratch), finish: buildBounce(world, grid, scratch) }),
    };
  },
};

/**
 * Columns by place in the sorted order: velocities in m/s, the displacement out of overlaps in m, and the fastest contact and its speed.
 */
function createScratch({ memory }: UniverseWorld, capacity: number) {
  const column = (key: string) => memory.column(`collide.${key}`, 'f32', capacity);
  return {
    ux: column('ux'),
    uy: column('uy'),
    uz: column('uz'),
    shiftX: column('shiftX'),
    shiftY: column('shiftY'),
    shiftZ: column('shiftZ'),
    approach: column('approach'),
    partner: memory.column('collide.partner', 'u32', capacity),
  };
}

type Scratch = ReturnType<typeof createScratch>;

/** Finds for each particle the one that it meets fastest, and how far its overlaps push it. */
function buildMeet(world: UniverseWorld, grid: NeighbourGrid, scratch: Scratch) {
  const { x: vx, y: vy, z: vz } = world.stores.Velocity;
  const { ux, uy, uz, shiftX, shiftY, shiftZ, approach, partner } = scratch;
  const { x, y, z, found } = grid;
  return {
    carry(at: number, slot: number) {
      ux[at] = vx[slot];
      uy[at] = vy[slot];
      uz[at] = vz[slot];
    },
    clear(start: number, end: number) {
      for (const column of [shiftX, shiftY, shiftZ, approach]) column.fill(0, start, end);
    },
    treat(i: number, count: number) {
      const touch = 2 * world.document.parameters.particleRadius;
      for (let n = 0; n < count; n++) {
        const j = found[n];
        const dx = x[j] - x[i];
        const dy = y[j] - y[i];
        const dz = z[j] - z[i];
        const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
        if (distance >= touch || distance < minDistance) continue;
        const share = ((touch - distance) * yielding) / distance;
        shiftX[i] -= dx * share;
        shiftY[i] -= dy * share;
        shiftZ[i] -= dz * share;
        shiftX[j] += dx * share;
        shiftY[j] += dy * share;
        shiftZ[j] += dz * share;
        const speed = Math.fround(((ux[i] - ux[j]) * dx + (uy[i] - uy[j]) * dy + (uz[i] - uz[j]) * dz) / distance);
        if (speed > approach[i]) {
          approach[i] = speed;
          partner[i] = j;
        }
        if (speed > approach[j]) {
          approach[j] = speed;
          partner[j] = i;
        }
      }
    },
  };
}

/** Gives each pair that chose each other its impulse, and moves all particles out of their overlaps. */
function buildBounce(world: UniverseWorld, grid: NeighbourGrid, scratch: Scratch): (start: number, end: number) => void {
  const { x: px, y: py, z: pz } = world.stores.Position;
  const { x: vx, y: vy, z: vz } = world.stores.Velocity;
  const { flash } = world.stores.Look;
  const { ux, uy, uz, shiftX, shiftY, shiftZ, approach, partner } = scratch;
  const { x, y, z, slots } = grid;
  const { contacts } = world;

  const bounce = (i: number, j: number) => {
    const { restitution, collisionDamping, friction, collisionThreshold, bounceFlash } = world.document.parameters;
    const slot = slots[i];
    const dx = x[j] - x[i];
    const dy = y[j] - y[i];
    const dz = z[j] - z[i];
    const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
    const rx = ux[i] - ux[j];
    const ry = uy[i] - uy[j];
    const rz = uz[i] - uz[j];
    const speed = (rx * dx + ry * dy + rz * dz) / distance;
    // Each gives half of the motion along the line between them, less the sliding part, so that sliding never reverses.
    const slide = 0.5 * friction;
    const along = ((0.5 * (1 + restitution * (1 - collisionDamping)) - slide) * speed) / distance;
    vx[slot] = ux[i] - (dx * along + rx * slide);
    vy[slot] = uy[i] - (dy * along + ry * slide);
    vz[slot] = uz[i] - (dz * along + rz * slide);
    if (speed < collisionThreshold) return;
    const light = bounceFlash * Math.min(1, speed / fullFlashImpact);
    if (light > flash[slot]) flash[slot] = light;
    // Reported once, by the first of the two.
    if (i > j) return;
    contacts.collisions += 1;
    noteContact(contacts, slot, 'collision');
  };

  return (start, end) => {
    for (let i = start; i < end; i++) {
      if (shiftX[i] !== 0 || shiftY[i] !== 0 || shiftZ[i] !== 0) {
        const slot = slots[i];
        px[slot] += shiftX[i];
        py[slot] += shiftY[i];
        pz[slot] += shiftZ[i];
      }
      if (approach[i] > 0 && partner[partner[i]] === i) bounce(i, partner[i]);
    }
  };
}
