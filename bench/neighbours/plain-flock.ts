import { stepSeconds, type UniverseWorld } from '../../shared/simulation/world.ts';

/**
 * Builds textbook flocking: cells over the cube of half width `halfWidth`, particles sorted into them by counting, and for each particle a
 * search of the 27 cells around it. The returned step returns the number of neighbours it found.
 */
export function buildPlainFlock(world: UniverseWorld, reach: number, halfWidth: number): () => number {
  const { x, y, z } = world.stores.Position;
  const { x: vx, y: vy, z: vz } = world.stores.Velocity;
  const { species } = world.stores.Look;
  const count = world.stores.Clock.used[0];
  const { cohesion, separation, alignment, timeScale } = world.document.parameters;
  const dt = stepSeconds * timeScale;
  const side = Math.ceil((2 * halfWidth) / reach);
  const starts = new Uint32Array(side * side * side + 1);
  const cells = new Uint32Array(count);
  const sorted = new Uint32Array(count);
  const changes = new Float32Array(count * 3);
  const along = (value: number) => Math.min(side - 1, Math.max(0, Math.floor((value + halfWidth) / reach)));

  const sort = () => {
    starts.fill(0);
    for (let i = 0; i < count; i++) {
      const cell = (along(z[i]) * side + along(y[i])) * side + along(x[i]);
      cells[i] = cell;
      starts[cell + 1] += 1;
    }
    for (let cell = 1; cell < starts.length; cell++) starts[cell] += starts[cell - 1];
    for (let i = 0; i < count; i++) sorted[starts[cells[i]]++] = i;
    // The loop has moved each start to the next one.
    starts.copyWithin(1, 0, starts.length - 1);
    starts[0] = 0;
  };

  const flock = (i: number): number => {
    const cx = along(x[i]);
    const cy = along(y[i]);
    const cz = along(z[i]);
    let seen = 0;
    let kin = 0;
    let ax = 0;
    let ay = 0;
    let az = 0;
    let ox = 0;
    let oy = 0;
    let oz = 0;
    let hx = 0;
    let hy = 0;
    let hz = 0;
    for (let k = Math.max(0, cz - 1); k <= Math.min(side - 1, cz + 1); k++) {
      for (let j = Math.max(0, cy - 1); j <= Math.min(side - 1, cy + 1); j++) {
        for (let h = Math.max(0, cx - 1); h <= Math.min(side - 1, cx + 1); h++) {
          const cell = (k * side + j) * side + h;
          for (let at = starts[cell]; at < starts[cell + 1]; at++) {
            const other = sorted[at];
            if (other === i) continue;
            const dx = x[other] - x[i];
            const dy = y[other] - y[i];
            const dz = z[other] - z[i];
            const squared = dx * dx + dy * dy + dz * dz;
            if (squared >= reach * reach) continue;
            const distance = Math.sqrt(squared);
            const closeness = 1 - distance / reach;
            const push = (closeness * closeness) / (distance + 1e-6);
            ax -= dx * push;
            ay -= dy * push;
            az -= dz * push;
            seen += 1;
            if (species[other] !== species[i]) continue;
            kin += 1;
            ox += dx;
            oy += dy;
            oz += dz;
            hx += vx[other] - vx[i];
            hy += vy[other] - vy[i];
            hz += vz[other] - vz[i];
          }
        }
      }
    }
    const s = separation * 6 * dt;
    const c = kin > 0 ? (cohesion * 2 * dt) / (kin * reach) : 0;
    const a = kin > 0 ? Math.min(1, alignment * 1.5 * dt) / kin : 0;
    changes[i * 3] = ax * s + ox * c + hx * a;
    changes[i * 3 + 1] = ay * s + oy * c + hy * a;
    changes[i * 3 + 2] = az * s + oz * c + hz * a;
    return seen;
  };

  return () => {
    sort();
    let seen = 0;
    for (let i = 0; i < count; i++) seen += flock(i);
    for (let i = 0; i < count; i++) {
      vx[i] += changes[i * 3];
      vy[i] += changes[i * 3 + 1];
      vz[i] += changes[i * 3 + 2];
    }
    return seen;
  };
}
