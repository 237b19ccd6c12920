import { cos, sin, tau } from '../../math/exact.ts';
import { drawFrom, uniformAt } from '../../math/generator.ts';
import { maxEmitters } from '../../universe/index.ts';
import { buildPlaceOnShape } from '../emitter-shape.ts';
import { fallOff, reachOf } from '../field.ts';
import { stepBudget } from '../step-budget.ts';
import { stepSeconds, type System, type UniverseWorld } from '../world.ts';

/** Share of a beat during which a fully pulsed emitter emits. */
const burstShare = 0.125;
const degree = tau / 360;
/** Ticks between two values of the noise that makes births uneven, and the key of its numbers. */
const squallTicks = 20;
const squallKey = 0x5a0;

/** Emits particles at the emitters, into the ring of slots. */
export const emitParticles: System = {
  name: 'emit-particles',
  reads: ['Emitter', 'Well', 'Clock', 'Modulation.gravity'],
  writes: ['Position', 'Velocity', 'Life', 'Look', 'Body', 'Emitter.carry', 'Clock.cursor', 'Clock.used', 'Clock.random'],
  build: (world) => {
    const { Emitter, Clock, Velocity, Life, Look, Body } = world.stores;
    const placeOnShape = buildPlaceOnShape(world);
    const capacity = world.pools.particle.capacity;
    const orbitSpeed = buildOrbitSpeed(world);
    const direction = new Float64Array(3);
    const orbit = new Float64Array(3);
    const wanted = new Float64Array(maxEmitters);
    /** A step never has more births than there are slots: they would replace one another. */
    const most = Math.min(stepBudget.births, capacity);

    const bear = (slot: number) => {
      const { parameters } = world.document;
      const at = Clock.cursor[0];
      Clock.cursor[0] = at + 1 === capacity ? 0 : at + 1;
      if (at >= Clock.used[0]) Clock.used[0] = at + 1;
      const random = () => drawFrom(Clock.random);
      placeOnShape(slot, at, random);
      drawDirection(
        Emitter.directionX[slot],
        Emitter.directionY[slot],
        Emitter.directionZ[slot],
        parameters.spread * degree,
        random,
        direction,
      );
      const speed = parameters.particleSpeed * Emitter.speed[slot] * varied(parameters.speedVariation, random);
      orbitSpeed(at, Emitter.orbit[slot], orbit);
      Velocity.x[at] = direction[0] * speed + orbit[0];
      Velocity.y[at] = direction[1] * speed + orbit[1];
      Velocity.z[at] = direction[2] * speed + orbit[2];
      Life.age[at] = 0;
      Life.lifetime[at] = parameters.particleLifetime * varied(parameters.lifetimeVariation, random);
      Body.mass[at] = Emitter.mass[slot];
      Look.species[at] = Emitter.species[slot];
      Look.part[at] = 0;
      Look.flash[at] = 0;
      Look.pitch[at] = 0;
    };

    return () => {
      const { parameters, emitters } = world.document;
      let shares = 0;
      for (let slot = 0; slot < emitters.length; slot++) shares += Emitter.rate[slot];
      if (shares <= 0) return;
      const births = Math.min(parameters.emissionRate * stepSeconds * parameters.timeScale, capacity);
      const beatPhase = Clock.beat[0] - Math.floor(Clock.beat[0]);
      const burst = beatPhase < burstShare ? 1 / burstShare : 0;
      let due = 0;
      for (let slot = 0; slot < emitters.length; slot++) {
        const pulse = 1 - Emitter.pulse[slot] + Emitter.pulse[slot] * burst;
        const gust = squall(world.document.seed, Clock.tick[0], slot, parameters.rateVariation);
        wanted[slot] = Emitter.carry[slot] + (births * pulse * gust * Emitter.rate[slot]) / shares;
        due += Math.floor(wanted[slot]);
      }
      for (let slot = 0; slot < emitters.length; slot++) {
        const own = Math.floor(wanted[slot]);
        const whole = due > most ? Math.floor((own * most) / due) : own;
        // A birth without room waits; of more births than slots, all would be replaced before they were seen.
        Emitter.carry[slot] = Math.min(wanted[slot] - whole, Math.max(1, (capacity * Emitter.rate[slot]) / shares));
        for (let count = 0; count < whole; count++) bear(slot);
      }
    };
  },
};

/** A factor between 1 − variation and 1 + variation; never exactly 0, which would be no lifetime at all. */
function varied(variation: number, random: () => number): number {
  return Math.max(0.02, 1 + variation * (2 * random() - 1));
}

/** Returns a factor of the birth rate, 0..2 and 1 in the mean: squalls of a third of a second, different for each emitter. */
function squall(seed: number, tick: number, slot: number, variation: number): number {
  const time = tick / squallTicks;
  const index = Math.floor(time);
  const part = time - index;
  const from = uniformAt(seed, index, squallKey + slot);
  const to = uniformAt(seed, index + 1, squallKey + slot);
  return 1 + variation * (2 * (from + (to - from) * part) - 1);
}

/** A unit vector, uniform over the cone of half angle `spread` radians around the axis; over the sphere when the axis has no length. */
function drawDirection(x: number, y: number, z: number, spread: number, random: () => number, out: Float64Array): void {
  const length = Math.sqrt(x * x + y * y + z * z);
  const aimless = length < 1e-6;
  const ax = aimless ? 0 : x / length;
  const ay = aimless ? 1 : y / length;
  const az = aimless ? 0 : z / length;
  const height = 1 - random() * (aimless ? 2 : 1 - cos(spread));
  const flat = Math.sqrt(Math.max(0, 1 - height * height));
  const angle = random() * tau;
  const u = cos(angle) * flat;
  const v = sin(angle) * flat;
  // An orthonormal basis around the axis: Duff et al. 2017, "Building an Orthonormal Basis, Revisited".
  const sign = az < 0 ? -1 : 1;
  const a = -1 / (sign + az);
  const b = ax * ay * a;
  out[0] = ax * height + (1 + sign * ax * ax * a) * u + b * v;
  out[1] = ay * height + sign * b * u + (sign + ay * ay * a) * v;
  out[2] = az * height - sign * ax * u - ay * v;
}

/** Builds the writer of the velocity around the nearest well, `orbit` times that of a circular path, around the vertical axis. */
function buildOrbitSpeed(world: UniverseWorld): (at: number, orbit: number, out: Float64Array) => void {
  const { Position, Well } = world.stores;
  return (at, orbit, out) => {
    out.fill(0);
    const { parameters, wells } = world.document;
    if (orbit === 0 || wells.length === 0) return;
    let nearest = 0;
    let least = Number.MAX_VALUE;
    for (let slot = 0; slot < wells.length; slot++) {
      const dx = Position.x[at] - Well.x[slot];
      const dy = Position.y[at] - Well.y[slot];
      const dz = Position.z[at] - Well.z[slot];
      const squared = dx * dx + dy * dy + dz * dz;
      if (squared >= least) continue;
      least = squared;
      nearest = slot;
    }
    const distance = Math.sqrt(least);
    const dx = Position.x[at] - Well.x[nearest];
    const dz = Position.z[at] - Well.z[nearest];
    const flat = Math.sqrt(dx * dx + dz * dz);
    if (flat < 1e-6) return;
    const pull =
      Math.abs(Well.strength[nearest] * parameters.fieldStrength) *
      fallOff(parameters, wells[nearest], distance / reachOf(parameters, wells[nearest]));
    const speed = (orbit * Math.sqrt(pull * distance)) / flat;
    out[0] = -dz * speed;
    out[2] = dx * speed;
  };
}
