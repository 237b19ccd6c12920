import { noteContact } from '../contacts.ts';
import { createNeighbourGrid } from '../neighbour-grid.ts';
import { stepSeconds, type System, type UniverseWorld } from '../world.ts';

/** Most particles that meet in one step; where more are alive they take turns, block by block. */
const blockSize = 6144;
/** Neighbours that a particle heeds. */
const heeded = 12;
/** Neighbours looked at before giving up, so that a crowd in one cell stays affordable. */
const looked = 48;
/** Flocking reaches this many radii. */
const flockRadii = 9;
/** Steps that one turn may stand for. */
const mostTurns = 4;
const fullFlashImpact = 4;

/**
 * Collisions with restitution and damping, and flocking: cohesion, separation, alignment (Reynolds 1987).
 * Particles of one species flock; all of them collide and keep their distance.
 */
export const meetNeighbours: System = {
  name: 'meet-neighbours',
  reads: ['Position', 'Velocity', 'Life.lifetime', 'Look.species', 'Look.flash', 'Clock.tick', 'Clock.used'],
  writes: ['Position', 'Velocity', 'Look.flash'],
  build: (world) => {
    const grid = createNeighbourGrid(blockSize, world.stores.Position);
    const collide = buildCollide(world);
    const flock = buildFlock(world, grid.neighbours);
    const { lifetime } = world.stores.Life;
    const { tick, used } = world.stores.Clock;

    return () => {
      const { parameters: p } = world.document;
      const flocks = p.cohesion + p.separation + p.alignment > 0;
      if (!p.collisions && !flocks) return;
      const blocks = Math.max(1, Math.ceil(used[0] / blockSize));
      const start = (tick[0] % blocks) * blockSize;
      const end = Math.min(start + blockSize, used[0]);
      const reach = (flocks ? flockRadii : 2) * p.particleRadius;
      grid.fill(start, end, reach, lifetime);
      const dt = stepSeconds * p.timeScale * Math.min(blocks, mostTurns);
      for (let i = start; i < end; i++) {
        if (lifetime[i] === 0) continue;
        const count = grid.gather(i, reach, looked, heeded);
        if (count === 0) continue;
        if (flocks) flock(i, count, reach, dt);
        if (!p.collisions) continue;
        for (let n = 0; n < count; n++) if (grid.neighbours[n] > i) collide(i, grid.neighbours[n]);
      }
    };
  },
};

/** The impulse between two equal spheres that overlap and approach. */
function buildCollide(world: UniverseWorld): (i: number, j: number) => void {
  const { x, y, z } = world.stores.Position;
  const { x: vx, y: vy, z: vz } = world.stores.Velocity;
  const { flash } = world.stores.Look;
  return (i, j) => {
    const { particleRadius, restitution, collisionDamping, collisionThreshold, friction, bounceFlash } = world.document.parameters;
    const dx = x[j] - x[i];
    const dy = y[j] - y[i];
    const dz = z[j] - z[i];
    const squared = dx * dx + dy * dy + dz * dz;
    const touch = 2 * particleRadius;
    if (squared >= touch * touch || squared < 1e-12) return;
    const distance = Math.sqrt(squared);
    const nx = dx / distance;
    const ny = dy / distance;
    const nz = dz / distance;
    const apart = (touch - distance) * 0.5;
    x[i] -= nx * apart;
    y[i] -= ny * apart;
    z[i] -= nz * apart;
    x[j] += nx * apart;
    y[j] += ny * apart;
    z[j] += nz * apart;
    const rx = vx[i] - vx[j];
    const ry = vy[i] - vy[j];
    const rz = vz[i] - vz[j];
    const approach = rx * nx + ry * ny + rz * nz;
    if (approach <= 0) return;
    const normal = 0.5 * (1 + restitution * (1 - collisionDamping)) * approach;
    // Friction takes a share of the sliding motion, at most half of it, so that it never reverses.
    const slide = 0.5 * friction;
    const ix = nx * normal + (rx - nx * approach) * slide;
    const iy = ny * normal + (ry - ny * approach) * slide;
    const iz = nz * normal + (rz - nz * approach) * slide;
    vx[i] -= ix;
    vy[i] -= iy;
    vz[i] -= iz;
    vx[j] += ix;
    vy[j] += iy;
    vz[j] += iz;
    if (approach < collisionThreshold) return;
    world.contacts.collisions += 1;
    noteContact(world.contacts, i, 'collision');
    const light = bounceFlash * Math.min(1, approach / fullFlashImpact);
    if (light > flash[i]) flash[i] = light;
    if (light > flash[j]) flash[j] = light;
  };
}

/** Cohesion, separation and alignment with the gathered neighbours. */
function buildFlock(world: UniverseWorld, neighbours: Uint32Array): (i: number, count: number, reach: number, dt: number) => void {
  const { x, y, z } = world.stores.Position;
  const { x: vx, y: vy, z: vz } = world.stores.Velocity;
  const { species } = world.stores.Look;
  return (i, count, reach, dt) => {
    const { cohesion, separation, alignment } = world.document.parameters;
    let cx = 0;
    let cy = 0;
    let cz = 0;
    let hx = 0;
    let hy = 0;
    let hz = 0;
    let ax = 0;
    let ay = 0;
    let az = 0;
    let kin = 0;
    for (let n = 0; n < count; n++) {
      const j = neighbours[n];
      const dx = x[j] - x[i];
      const dy = y[j] - y[i];
      const dz = z[j] - z[i];
      const distance = Math.sqrt(dx * dx + dy * dy + dz * dz) + 1e-6;
      const closeness = 1 - distance / reach;
      const push = (closeness * closeness) / distance;
      ax -= dx * push;
      ay -= dy * push;
      az -= dz * push;
      if (species[j] !== species[i]) continue;
      kin += 1;
      cx += dx;
      cy += dy;
      cz += dz;
      hx += vx[j] - vx[i];
      hy += vy[j] - vy[i];
      hz += vz[j] - vz[i];
    }
    const s = separation * 6 * dt;
    vx[i] += ax * s;
    vy[i] += ay * s;
    vz[i] += az * s;
    if (kin === 0) return;
    const c = (cohesion * 2 * dt) / (kin * reach);
    const a = Math.min(1, alignment * 1.5 * dt) / kin;
    vx[i] += cx * c + hx * a;
    vy[i] += cy * c + hy * a;
    vz[i] += cz * c + hz * a;
  };
}
