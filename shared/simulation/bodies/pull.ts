import { stepBudget } from '../step-budget.ts';
import type { Bodies } from './body-tree.ts';

/** Up to this many bodies, each pulls each; beyond, cells of the tree represent distant ones. */
const directBodies = 384;
/** A cell represents its bodies when its edge is less than this share of its distance: less than 1 % of error in most forces. */
const openingShare = 0.75;
/** Most cells through which light particles feel the bodies; each body alone when there are no more. */
const maxSources = stepBudget.sources;

/** The pull at a position: sum of mass × offset / (distance² + softening²)^(3/2), in kg/m², over all bodies except `self`. */
export type PullAt = (px: number, py: number, pz: number, self: number, out: Float64Array) => void;

/** Direct sum or tree, chosen by the number of bodies. Softened after @see Plummer 1911. */
export function buildPullAt(bodies: Bodies): (count: number, softSquare: number) => PullAt {
  const { x, y, z, mass, order, nodeX, nodeY, nodeZ, nodeMass, nodeEdge, nodeFirst, nodeCount, nodeNext, counts } = bodies;
  let held = 0;
  let soft = 0;

  const direct: PullAt = (px, py, pz, self, out) => {
    let ax = 0;
    let ay = 0;
    let az = 0;
    for (let body = 0; body < held; body++) {
      if (body === self) continue;
      const dx = x[body] - px;
      const dy = y[body] - py;
      const dz = z[body] - pz;
      const square = dx * dx + dy * dy + dz * dz + soft;
      const share = mass[body] / (square * Math.sqrt(square));
      ax += dx * share;
      ay += dy * share;
      az += dz * share;
    }
    out[0] = ax;
    out[1] = ay;
    out[2] = az;
  };

  const throughTree: PullAt = (px, py, pz, self, out) => {
    const nodes = counts[0];
    const perShare = 1 / (openingShare * openingShare);
    let ax = 0;
    let ay = 0;
    let az = 0;
    for (let node = 0; node < nodes;) {
      const dx = nodeX[node] - px;
      const dy = nodeY[node] - py;
      const dz = nodeZ[node] - pz;
      const square = dx * dx + dy * dy + dz * dz;
      const inside = nodeCount[node];
      if (inside === 0) {
        if (nodeEdge[node] * nodeEdge[node] * perShare >= square) {
          node += 1;
          continue;
        }
        const softened = square + soft;
        const share = nodeMass[node] / (softened * Math.sqrt(softened));
        ax += dx * share;
        ay += dy * share;
        az += dz * share;
      } else {
        const first = nodeFirst[node];
        for (let at = first; at < first + inside; at++) {
          const body = order[at];
          if (body === self) continue;
          const bx = x[body] - px;
          const by = y[body] - py;
          const bz = z[body] - pz;
          const softened = bx * bx + by * by + bz * bz + soft;
          const share = mass[body] / (softened * Math.sqrt(softened));
          ax += bx * share;
          ay += by * share;
          az += bz * share;
        }
      }
      node = nodeNext[node];
    }
    out[0] = ax;
    out[1] = ay;
    out[2] = az;
  };

  return (count, softSquare) => {
    held = count;
    soft = softSquare;
    return count <= directBodies ? direct : throughTree;
  };
}

/**
 * The sources of the pull on light particles: positions with a mass, and for each the square, in m², of the radius of the uniform ball that
 * it represents. Outside of a ball the pull is that of its centre, inside it grows with the distance from it.
 */
export interface Sources {
  count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  readonly mass: Float64Array;
  readonly ball: Float64Array;
}

/** Builds the function that opens the heaviest and widest cells of the tree, one after the other, while there is room for `most`, 16 or less. */
export function buildSources(bodies: Bodies): (count: number, most: number) => Sources {
  const { nodeX, nodeY, nodeZ, nodeMass, nodeEdge, nodeBall, nodeCount, nodeNext } = bodies;
  const column = () => new Float64Array(maxSources);
  const sources: Sources = { count: 0, x: column(), y: column(), z: column(), mass: column(), ball: column() };
  const cells = new Uint32Array(maxSources + 8);

  const add = (x: number, y: number, z: number, mass: number, ball: number) => {
    const at = sources.count++;
    sources.x[at] = x;
    sources.y[at] = y;
    sources.z[at] = z;
    sources.mass[at] = mass;
    sources.ball[at] = ball;
  };

  /** Returns the cell that is most worth opening, or −1. */
  const choose = (held: number): number => {
    let best = -1;
    let most = 0;
    for (let at = 0; at < held; at++) {
      const worth = nodeCount[cells[at]] === 0 ? nodeMass[cells[at]] * nodeEdge[cells[at]] : 0;
      if (worth <= most) continue;
      most = worth;
      best = at;
    }
    return best;
  };

  const childrenOf = (node: number): number => {
    let children = 0;
    for (let child = node + 1; child < nodeNext[node]; child = nodeNext[child]) children += 1;
    return children;
  };

  return (count, most) => {
    sources.count = 0;
    if (count <= most) {
      for (let body = 0; body < count; body++) add(bodies.x[body], bodies.y[body], bodies.z[body], bodies.mass[body], 0);
      return sources;
    }
    cells[0] = 0;
    let held = 1;
    for (let at = choose(held); at >= 0; at = choose(held)) {
      const node = cells[at];
      if (held - 1 + childrenOf(node) > most) break;
      const end = nodeNext[node];
      cells[at] = node + 1;
      for (let child = nodeNext[node + 1]; child < end; child = nodeNext[child]) cells[held++] = child;
    }
    for (let at = 0; at < held; at++) {
      const node = cells[at];
      // A cell is softened by the spread of its bodies: no particle is flung around by an empty centre of mass.
      add(nodeX[node], nodeY[node], nodeZ[node], nodeMass[node], nodeBall[node]);
    }
    return sources;
  };
}
