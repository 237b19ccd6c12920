import { exp, pow } from '../../math/exact.ts';
import type { Stores } from '../../simulation/components/registry.ts';
import type { Glance } from './observation.ts';

/** Particles of a glance: the same for any number of particles, since gaps and coverage depend on it. */
const glanced = 96;
/** Cells along each side of the grid over the picture. */
const side = 8;
/** Fewest particles of which a shape can be told. */
const fewest = 8;

const none: Readonly<Glance> = { swirl: 0, outward: 0, gap: 0, flatness: 0, coverage: 0, contrast: 0 };

/** Finds living particles, spread evenly over the slots, and returns their number. */
function chooseLiving({ Life, Clock }: Pick<Stores, 'Life' | 'Clock'>, chosen: Int32Array): number {
  const used = Clock.used[0];
  let living = 0;
  for (let slot = 0; slot < used; slot++) if (Life.lifetime[slot] > 0) living += 1;
  const wanted = Math.min(chosen.length, living);
  let count = 0;
  let passed = 0;
  for (let slot = 0; slot < used && count < wanted; slot++) {
    if (Life.lifetime[slot] === 0) continue;
    if (Math.floor((passed * wanted) / living) === count) chosen[count++] = slot;
    passed += 1;
  }
  return count;
}

/** Builds a reader of the places of a few living particles. The picture is as large as their cloud. */
export function buildGlance(stores: Stores): () => Readonly<Glance> {
  const { Position, Velocity } = stores;
  const slots = new Int32Array(glanced);
  const cells = new Uint16Array(side * side);

  const distanceBetween = (one: number, other: number) => {
    const dx = Position.x[one] - Position.x[other];
    const dy = Position.y[one] - Position.y[other];
    const dz = Position.z[one] - Position.z[other];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  };

  const meanGap = (count: number) => {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      let nearest = Number.MAX_VALUE;
      for (let j = 0; j < count; j++) if (i !== j) nearest = Math.min(nearest, distanceBetween(slots[i], slots[j]));
      sum += nearest;
    }
    return sum / count;
  };

  const fillCells = (count: number, halfWidth: number) => {
    cells.fill(0);
    const cellOf = (metres: number) => Math.max(0, Math.min(side - 1, Math.floor(((metres / halfWidth + 1) * side) / 2)));
    for (let i = 0; i < count; i++) cells[cellOf(Position.y[slots[i]]) * side + cellOf(Position.x[slots[i]])] += 1;
    let full = 0;
    let squares = 0;
    for (const held of cells) {
      full += held > 0 ? 1 : 0;
      squares += held * held;
    }
    // What as many particles would fill and share by chance in a grid of these cells is not counted.
    return {
      coverage: full / (cells.length * (1 - exp(-count / cells.length))),
      contrast: Math.sqrt(Math.max(0, squares - count)) / count,
    };
  };

  /** Spread of the particles along an axis. */
  const spreadOf = (axis: Float32Array, count: number) => {
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < count; i++) {
      sum += axis[slots[i]];
      squares += axis[slots[i]] * axis[slots[i]];
    }
    return Math.sqrt(Math.max(0, squares / count - (sum / count) * (sum / count)));
  };

  return () => {
    const count = chooseLiving(stores, slots);
    if (count < fewest) return none;
    let [turnX, turnY, turnZ, turning, outward, distances] = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const slot = slots[i];
      const [x, y, z] = [Position.x[slot], Position.y[slot], Position.z[slot]];
      const [u, v, w] = [Velocity.x[slot], Velocity.y[slot], Velocity.z[slot]];
      const distance = Math.sqrt(x * x + y * y + z * z);
      const product = distance * Math.sqrt(u * u + v * v + w * w);
      turnX += y * w - z * v;
      turnY += z * u - x * w;
      turnZ += x * v - y * u;
      turning += product;
      outward += x * u + y * v + z * w;
      distances += distance;
    }
    const spreads = [spreadOf(Position.x, count), spreadOf(Position.y, count), spreadOf(Position.z, count)];
    return {
      swirl: turning > 0 ? Math.sqrt(turnX * turnX + turnY * turnY + turnZ * turnZ) / turning : 0,
      outward: turning > 0 ? outward / turning : 0,
      gap: distances > 0 ? (meanGap(count) * count * pow(count, 1 / 3)) / distances : 0,
      flatness: 1 - Math.min(...spreads) / Math.max(1e-6, ...spreads),
      ...fillCells(count, Math.max(1e-6, (2 * distances) / count)),
    };
  };
}
