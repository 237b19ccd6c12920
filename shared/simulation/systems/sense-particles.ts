import { mix } from '../../math/generator.ts';
import { buildClumping } from '../composer/clumping.ts';
import { buildTouches } from '../composer/touches.ts';
import { stepSeconds, type System } from '../world.ts';

/** Particles sampled in one step. */
const sampleSize = 1024;
/** Time constant in seconds of all measures. */
const smoothSeconds = 0.25;
/** Time constant in seconds of the usual activity. */
const usualSeconds = 15;
/** Time constants in seconds of the births and of their usual number, and how much more than usual is a burst. */
const birthSeconds = 0.1;
const usualBirthSeconds = 3;
const burstRatio = 1.4;

/** Measures the particles for the composer, on an even sample of the slots, and smooths the results. */
export const senseParticles: System = {
  name: 'sense-particles',
  reads: ['Position', 'Velocity', 'Life.lifetime', 'Clock', 'Senses'],
  writes: ['Senses'],
  build: (world) => {
    const { Position, Velocity, Life, Clock, Senses } = world.stores;
    const touches = buildTouches(world);
    const clumping = buildClumping();
    const share = stepSeconds / smoothSeconds;
    const { capacity } = world.pools.particle;
    const countBirths = () => {
      const born = (Clock.cursor[0] - Senses.bornTo[0] + capacity) % capacity;
      Senses.bornTo[0] = Clock.cursor[0];
      Senses.births[0] += (born / stepSeconds - Senses.births[0]) * (stepSeconds / birthSeconds);
      Senses.usualBirths[0] += (born / stepSeconds - Senses.usualBirths[0]) * (stepSeconds / usualBirthSeconds);
      if (Senses.births[0] < Senses.usualBirths[0]) Senses.burst[0] = 0;
      else if (Senses.burst[0] === 0 && Senses.births[0] > burstRatio * Senses.usualBirths[0]) Senses.burst[0] = 1;
    };
    const ease = (column: Float64Array, value: number) => {
      column[0] += (value - column[0]) * share;
    };
    return () => {
      const { parameters } = world.document;
      const { contacts } = world;
      const used = Clock.used[0];
      const stride = Math.max(1, Math.ceil(used / sampleSize));
      let seen = 0;
      let living = 0;
      let squares = 0;
      let speeds = 0;
      let fastest = 0;
      let heights = 0;
      let distances = 0;
      let driftX = 0;
      let driftY = 0;
      let driftZ = 0;
      clumping.begin(Senses.spreadRadius[0]);
      for (let i = Clock.tick[0] % stride; i < used; i += stride) {
        seen += 1;
        if (Life.lifetime[i] === 0) continue;
        living += 1;
        const squared = Velocity.x[i] * Velocity.x[i] + Velocity.y[i] * Velocity.y[i] + Velocity.z[i] * Velocity.z[i];
        const speed = Math.sqrt(squared);
        squares += squared;
        speeds += speed;
        if (speed > fastest) fastest = speed;
        heights += Position.y[i];
        distances += Math.sqrt(Position.x[i] * Position.x[i] + Position.y[i] * Position.y[i] + Position.z[i] * Position.z[i]);
        driftX += Velocity.x[i];
        driftY += Velocity.y[i];
        driftZ += Velocity.z[i];
        clumping.add(Position.x[i], Position.y[i], Position.z[i]);
      }
      const per = living > 0 ? 1 / living : 0;
      const meanSpeed = speeds * per;
      Senses.alive[0] = seen > 0 ? (living / seen) * used : 0;
      ease(Senses.kineticEnergy, 0.5 * parameters.particleMass * parameters.density * squares * per);
      ease(Senses.meanSpeed, meanSpeed);
      ease(Senses.maxSpeed, fastest);
      ease(Senses.meanHeight, heights * per);
      ease(Senses.spreadRadius, distances * per);
      const variance = Math.max(0, squares * per - meanSpeed * meanSpeed);
      ease(Senses.unevenness, meanSpeed > 0 ? Math.sqrt(variance) / meanSpeed : 0);
      ease(Senses.order, speeds > 0 ? Math.sqrt(driftX * driftX + driftY * driftY + driftZ * driftZ) / speeds : 0);
      ease(Senses.clumping, clumping.of(living));
      countBirths();
      // One contact of each step is kept for the next note that answers a contact.
      if (contacts.slotCount > 0) {
        const index = mix(Clock.tick[0]) % contacts.slotCount;
        touches.keep(contacts.slots[index], contacts.rules[index]);
      }
      // Contacts per second for every thousand particles, so that a large number of particles alone is not activity.
      const perThousand = 1000 / (stepSeconds * Math.max(1000, Senses.alive[0]));
      ease(Senses.bounces, contacts.bounces * perThousand);
      ease(Senses.collisions, contacts.collisions * perThousand);
      ease(Senses.crossings, contacts.crossings * perThousand);
      const busy = Senses.meanSpeed[0] / 6 + Math.sqrt(Senses.bounces[0] + Senses.collisions[0]) / 25 + Math.sqrt(Senses.crossings[0]) / 40;
      Senses.activity[0] = living > 0 ? busy / (1 + busy) : 0;
      // A universe starts with ordinary activity.
      if (Senses.usualActivity[0] === 0) Senses.usualActivity[0] = 0.5;
      Senses.usualActivity[0] += (Senses.activity[0] - Senses.usualActivity[0]) * (stepSeconds / usualSeconds);
    };
  },
};
