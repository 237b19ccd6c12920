import { noteContact } from '../contacts.ts';
import { type ParticleSystem, type UniverseWorld } from '../world.ts';

/** Impacts slower than this, in m/s, are contact without a sound or a flash. */
const audibleImpact = 0.5;
/** Impact speed, in m/s, of a full flash. */
const fullFlashImpact = 6;

/** Applies the bounds: none, walls, a sphere, or a wrap to the other side. Contacts lose speed by restitution and friction. */
export const boundMotion: ParticleSystem = {
  name: 'bound-motion',
  reads: ['Position', 'Velocity', 'Life.lifetime', 'Look.flash'],
  writes: ['Position', 'Velocity', 'Look.flash'],
  buildParticles: (world) => {
    const runs = { box: buildBox(world), sphere: buildSphere(world), torus: buildTorus(world) };
    let run: ((start: number, end: number) => void) | null = null;
    return {
      begin() {
        const { bounds } = world.document.parameters;
        run = bounds === 'open' ? null : runs[bounds];
        return run !== null;
      },
      run: (start, end) => run?.(start, end),
    };
  },
};

/** Builds the report of an impact of `speed` m/s to the composer and the picture. */
function buildStrike(world: UniverseWorld): (slot: number, speed: number) => void {
  const { flash } = world.stores.Look;
  return (slot, speed) => {
    if (speed < audibleImpact) return;
    world.contacts.bounces += 1;
    noteContact(world.contacts, slot, 'bounce');
    const light = world.document.parameters.bounceFlash * Math.min(1, speed / fullFlashImpact);
    if (light > flash[slot]) flash[slot] = light;
  };
}

function buildBox(world: UniverseWorld) {
  const { Position, Velocity, Life } = world.stores;
  const { x, y, z } = Position;
  const { x: vx, y: vy, z: vz } = Velocity;
  const { lifetime } = Life;
  const strike = buildStrike(world);

  /** Reflects slot i at the wall of one axis; a and b are the axes along the wall. */
  const reflect = (
    position: Float32Array,
    normal: Float32Array,
    a: Float32Array,
    b: Float32Array,
    i: number,
    half: number,
    restitution: number,
    slide: number,
  ) => {
    const wall = position[i] > 0 ? half : -half;
    position[i] = Math.max(-half, Math.min(half, 2 * wall - position[i]));
    const speed = normal[i];
    if (speed * wall <= 0) return;
    normal[i] = -speed * restitution;
    a[i] *= slide;
    b[i] *= slide;
    strike(i, Math.abs(speed));
  };

  return (start: number, end: number) => {
    const { boundsSize: half, restitution, friction } = world.document.parameters;
    const slide = 1 - friction;
    for (let i = start; i < end; i++) {
      if (lifetime[i] === 0) continue;
      if (x[i] > half || x[i] < -half) reflect(x, vx, vy, vz, i, half, restitution, slide);
      if (y[i] > half || y[i] < -half) reflect(y, vy, vx, vz, i, half, restitution, slide);
      if (z[i] > half || z[i] < -half) reflect(z, vz, vx, vy, i, half, restitution, slide);
    }
  };
}

function buildSphere(world: UniverseWorld) {
  const { Position, Velocity, Life } = world.stores;
  const { x, y, z } = Position;
  const { x: vx, y: vy, z: vz } = Velocity;
  const { lifetime } = Life;
  const strike = buildStrike(world);

  const reflect = (i: number, squared: number, radius: number, restitution: number, slide: number) => {
    const distance = Math.sqrt(squared);
    const nx = x[i] / distance;
    const ny = y[i] / distance;
    const nz = z[i] / distance;
    x[i] = nx * radius;
    y[i] = ny * radius;
    z[i] = nz * radius;
    const outward = vx[i] * nx + vy[i] * ny + vz[i] * nz;
    if (outward <= 0) return;
    // v = tangential × slide − normal × restitution
    const along = -outward * (restitution + slide);
    vx[i] = vx[i] * slide + nx * along;
    vy[i] = vy[i] * slide + ny * along;
    vz[i] = vz[i] * slide + nz * along;
    strike(i, outward);
  };

  return (start: number, end: number) => {
    const { boundsSize: radius, restitution, friction } = world.document.parameters;
    const limit = radius * radius;
    for (let i = start; i < end; i++) {
      if (lifetime[i] === 0) continue;
      const squared = x[i] * x[i] + y[i] * y[i] + z[i] * z[i];
      if (squared > limit) reflect(i, squared, radius, restitution, 1 - friction);
    }
  };
}

function buildTorus(world: UniverseWorld) {
  const { x, y, z } = world.stores.Position;
  const { lifetime } = world.stores.Life;
  /** Wraps `value` into −half..half by whole periods. */
  const wrap = (value: number, half: number) => value - 2 * half * Math.floor((value + half) / (2 * half));
  return (start: number, end: number) => {
    const half = world.document.parameters.boundsSize;
    for (let i = start; i < end; i++) {
      if (lifetime[i] === 0) continue;
      if (x[i] > half || x[i] < -half) x[i] = wrap(x[i], half);
      if (y[i] > half || y[i] < -half) y[i] = wrap(y[i], half);
      if (z[i] > half || z[i] < -half) z[i] = wrap(z[i], half);
    }
  };
}
