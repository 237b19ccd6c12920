import { parts } from '../note.ts';
import type { System } from '../world.ts';

/** Share of the universe's size that a note reaches, within these metres. */
const reachShare = 0.18;
const minReach = 0.5;
const maxReach = 8;
/** Speed in m/s that a note at full velocity and full link gives at its place, for a unit of mass. */
const fullSpeed = 2.5;
/**
 * No push makes a particle faster than this, in m/s; one that is faster already is only turned. So sound cannot heat a universe without
 * end.
 */
const speedLimit = 12;
/** Number of the loudest notes of a step that push. */
const pushingNotes = 3;
/** Most particles examined for a note; of more, another share is moved each time. */
const maxSeen = 65_536;

/** Pushes the particles around the one that plays an onset, and lights up the nearest: sound moves particles. */
export const pushParticles: System = {
  name: 'push-particles',
  reads: ['Position', 'Velocity', 'Life.lifetime', 'Look', 'Clock.used', 'Clock.tick'],
  writes: ['Velocity', 'Look.flash', 'Look.pitch', 'Look.part'],
  build: (world) => {
    const { x, y, z } = world.stores.Position;
    const { x: vx, y: vy, z: vz } = world.stores.Velocity;
    const { lifetime } = world.stores.Life;
    const { flash, pitch, part } = world.stores.Look;
    const { used, tick } = world.stores.Clock;
    const { first, capacity } = world.pools.particle;
    const chosen = new Int32Array(pushingNotes);

    const push = (i: number, dx: number, dy: number, dz: number, share: number) => {
      const before = vx[i] * vx[i] + vy[i] * vy[i] + vz[i] * vz[i];
      const wx = vx[i] + dx * share;
      const wy = vy[i] + dy * share;
      const wz = vz[i] + dz * share;
      const after = wx * wx + wy * wy + wz * wz;
      const limit = Math.max(before, speedLimit * speedLimit);
      const scale = after > limit ? Math.sqrt(limit / after) : 1;
      vx[i] = wx * scale;
      vy[i] = wy * scale;
      vz[i] = wz * scale;
    };

    const spreadFrom = (cause: number, index: number, speed: number, light: number, reach: number) => {
      const cx = x[cause];
      const cy = y[cause];
      const cz = z[cause];
      const end = used[0];
      const stride = Math.ceil(end / maxSeen);
      for (let i = tick[0] % stride; i < end; i += stride) {
        const dx = x[i] - cx;
        if (dx > reach || dx < -reach || lifetime[i] === 0) continue;
        const dy = y[i] - cy;
        const dz = z[i] - cz;
        const squared = dx * dx + dy * dy + dz * dz;
        if (squared >= reach * reach || squared < 1e-6) continue;
        const distance = Math.sqrt(squared);
        const near = 1 - distance / reach;
        if (speed > 0) push(i, dx, dy, dz, (speed * near) / distance);
        // The inner half of the wave glows.
        const glow = light * (2 * near - 1);
        if (glow <= flash[i]) continue;
        flash[i] = glow;
        pitch[i] = pitch[cause];
        part[i] = index + 1;
      }
    };

    /** Writes the indices of the loudest notes that a particle plays into `chosen`, and returns their number. */
    const chooseNotes = () => {
      let count = 0;
      for (let at = 0; at < world.notes.length; at++) {
        const slot = world.notes[at].cause - first;
        if (slot < 0 || slot >= capacity) continue;
        let place = count;
        while (place > 0 && world.notes[at].velocity > world.notes[chosen[place - 1]].velocity) place -= 1;
        if (place === pushingNotes) continue;
        for (let later = Math.min(count, pushingNotes - 1); later > place; later--) chosen[later] = chosen[later - 1];
        chosen[place] = at;
        if (count < pushingNotes) count += 1;
      }
      return count;
    };

    return () => {
      if (world.notes.length === 0 || used[0] === 0) return;
      const { soundToMotion, bounceFlash, boundsSize, particleMass, density } = world.document.parameters;
      const reach = Math.max(minReach, Math.min(maxReach, reachShare * boundsSize));
      const speed = Math.min(speedLimit, (soundToMotion * fullSpeed) / (particleMass * Math.max(0.2, density)));
      const count = chooseNotes();
      for (let index = 0; index < count; index++) {
        const note = world.notes[chosen[index]];
        spreadFrom(note.cause - first, parts.indexOf(note.part), speed * note.velocity, bounceFlash * note.velocity, reach);
      }
    };
  },
};
