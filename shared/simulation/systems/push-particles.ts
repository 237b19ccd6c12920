import type { System } from '../world.ts';

/** Reach in metres and speed in m/s of the push of a note at full velocity and full link, for a unit of mass. */
const reach = 3.5;
const fullSpeed = 3;
/** Notes of one step that push; the loudest come first in the score anyway. */
const pushingNotes = 2;

/** Each onset pushes the particles around the one that caused it: sound moves matter. */
export const pushParticles: System = {
  name: 'push-particles',
  reads: ['Position', 'Velocity', 'Life.lifetime', 'Clock.used'],
  writes: ['Velocity'],
  build: (world) => {
    const { x, y, z } = world.stores.Position;
    const { x: vx, y: vy, z: vz } = world.stores.Velocity;
    const { lifetime } = world.stores.Life;
    const { used } = world.stores.Clock;
    const { first, capacity } = world.pools.particle;

    const push = (cause: number, speed: number) => {
      const cx = x[cause];
      const cy = y[cause];
      const cz = z[cause];
      const end = used[0];
      for (let i = 0; i < end; i++) {
        const dx = x[i] - cx;
        if (dx > reach || dx < -reach || lifetime[i] === 0) continue;
        const dy = y[i] - cy;
        const dz = z[i] - cz;
        const squared = dx * dx + dy * dy + dz * dz;
        if (squared >= reach * reach || squared < 1e-6) continue;
        const distance = Math.sqrt(squared);
        const share = (speed * (1 - distance / reach)) / distance;
        vx[i] += dx * share;
        vy[i] += dy * share;
        vz[i] += dz * share;
      }
    };

    return () => {
      const { parameters } = world.document;
      if (parameters.soundToMotion === 0) return;
      const speed = (parameters.soundToMotion * fullSpeed) / (parameters.particleMass * Math.max(0.2, parameters.density));
      let pushed = 0;
      for (const note of world.notes) {
        const slot = note.cause - first;
        if (slot < 0 || slot >= capacity || pushed === pushingNotes) continue;
        pushed += 1;
        push(slot, speed * note.velocity);
      }
    };
  },
};
