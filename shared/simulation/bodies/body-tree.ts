import { stepBudget } from '../step-budget.ts';
import type { UniverseWorld } from '../world.ts';

/** Most bodies in a leaf of the tree, unless they are so close that the deepest level holds more. */
const leafBodies = 6;
const deepest = 20;
const maxBodies = stepBudget.bodies;
const maxNodes = 2 * maxBodies;

/** The heavy bodies in this step, in memory that all threads share. Lengths in m, masses in kg. */
export function openBodies(world: UniverseWorld) {
  const column = (key: string, length: number) => world.memory.column(`bodies.${key}`, 'f64', length);
  const indices = (key: string, length: number) => world.memory.column(`bodies.${key}`, 'u32', length);
  return {
    slots: indices('slots', maxBodies),
    x: column('x', maxBodies),
    y: column('y', maxBodies),
    z: column('z', maxBodies),
    mass: column('mass', maxBodies),
    /** Bodies in the order of the leaves. */
    order: indices('order', maxBodies),
    /**
     * Nodes in depth-first order: centre of mass, mass, edge, square of the radius of a uniform ball with the same spread, first of their
     * bodies in `order`, their number, and the node after all descendants.
     */
    nodeX: column('nodeX', maxNodes),
    nodeY: column('nodeY', maxNodes),
    nodeZ: column('nodeZ', maxNodes),
    nodeMass: column('nodeMass', maxNodes),
    nodeEdge: column('nodeEdge', maxNodes),
    nodeBall: column('nodeBall', maxNodes),
    nodeFirst: indices('nodeFirst', maxNodes),
    nodeCount: indices('nodeCount', maxNodes),
    nodeNext: indices('nodeNext', maxNodes),
    /** 0: nodes of the tree. */
    counts: indices('counts', 2),
  };
}

export type Bodies = ReturnType<typeof openBodies>;

/** Builds the function that sorts the first `count` bodies into an octree. @see Barnes, Hut 1986, "A hierarchical O(N log N) force-calculation algorithm" */
export function buildBodyTree(bodies: Bodies): (count: number) => void {
  const { x, y, z, mass, order, nodeX, nodeY, nodeZ, nodeMass, nodeEdge, nodeBall, nodeFirst, nodeCount, nodeNext, counts } = bodies;
  const sorted = new Uint32Array(maxBodies);
  const octants = new Uint8Array(maxBodies);
  const ends = new Uint32Array(9);
  /** Cubes that wait: first body, number of bodies, depth; and their middle. */
  const stack = new Uint32Array(8 * (deepest + 2) * 3);
  const middles = new Float64Array(8 * (deepest + 2) * 3);
  const depths = new Uint8Array(maxNodes);
  const followers = new Uint32Array(deepest + 1);

  /** Edge and middle of the cube around all bodies; the middle goes into the first entry of `middles`. */
  const surround = (count: number): number => {
    let edge = 1e-3;
    [x, y, z].forEach((column, axis) => {
      let low = column[0];
      let high = column[0];
      for (let body = 1; body < count; body++) {
        low = Math.min(low, column[body]);
        high = Math.max(high, column[body]);
      }
      edge = Math.max(edge, high - low);
      middles[axis] = (low + high) / 2;
    });
    return edge * 1.001;
  };

  const weigh = (node: number, first: number, count: number) => {
    let sum = 0;
    let sx = 0;
    let sy = 0;
    let sz = 0;
    for (let at = first; at < first + count; at++) {
      const body = order[at];
      sum += mass[body];
      sx += mass[body] * x[body];
      sy += mass[body] * y[body];
      sz += mass[body] * z[body];
    }
    nodeMass[node] = sum;
    nodeX[node] = sx / sum;
    nodeY[node] = sy / sum;
    nodeZ[node] = sz / sum;
    let spread = 0;
    for (let at = first; at < first + count; at++) {
      const body = order[at];
      const dx = x[body] - nodeX[node];
      const dy = y[body] - nodeY[node];
      const dz = z[body] - nodeZ[node];
      spread += mass[body] * (dx * dx + dy * dy + dz * dz);
    }
    // The mean square of the distance from the centre of a uniform ball is 3/5 of the square of its radius.
    nodeBall[node] = (5 * spread) / (3 * sum);
  };

  /** Sorts bodies first..first + count of `order` by their octant around a middle; `ends` holds the beginning of each octant. */
  const split = (first: number, count: number, mx: number, my: number, mz: number) => {
    ends.fill(0);
    for (let at = first; at < first + count; at++) {
      const body = order[at];
      const octant = (x[body] >= mx ? 1 : 0) | (y[body] >= my ? 2 : 0) | (z[body] >= mz ? 4 : 0);
      octants[at] = octant;
      ends[octant + 1] += 1;
    }
    for (let octant = 1; octant <= 8; octant++) ends[octant] += ends[octant - 1];
    for (let at = first; at < first + count; at++) sorted[first + ends[octants[at]]++] = order[at];
    order.set(sorted.subarray(first, first + count), first);
    // Each end has moved to the beginning of the next octant.
    for (let octant = 8; octant > 0; octant--) ends[octant] = ends[octant - 1];
    ends[0] = 0;
  };

  /** Finds the node after all descendants of each: the next one that is not deeper. */
  const link = (nodes: number) => {
    followers.fill(nodes);
    for (let node = nodes - 1; node >= 0; node--) {
      nodeNext[node] = followers[depths[node]];
      followers.fill(node, depths[node]);
    }
  };

  return (count) => {
    for (let body = 0; body < count; body++) order[body] = body;
    const edge = surround(count);
    let waiting = 1;
    stack.set([0, count, 0]);
    let node = 0;
    while (waiting > 0) {
      waiting -= 1;
      const first = stack[waiting * 3];
      const held = stack[waiting * 3 + 1];
      const depth = stack[waiting * 3 + 2];
      const mx = middles[waiting * 3];
      const my = middles[waiting * 3 + 1];
      const mz = middles[waiting * 3 + 2];
      const ownEdge = edge / (1 << depth);
      const isLeaf = held <= leafBodies || depth === deepest || node + 8 * (waiting + 2) > maxNodes;
      weigh(node, first, held);
      depths[node] = depth;
      // The bodies of a leaf are always used one by one: no edge is too wide for it.
      nodeEdge[node] = isLeaf ? 0 : ownEdge;
      nodeFirst[node] = first;
      nodeCount[node] = isLeaf ? held : 0;
      node += 1;
      if (isLeaf) continue;
      split(first, held, mx, my, mz);
      for (let octant = 7; octant >= 0; octant--) {
        const inside = ends[octant + 1] - ends[octant];
        if (inside === 0) continue;
        stack[waiting * 3] = first + ends[octant];
        stack[waiting * 3 + 1] = inside;
        stack[waiting * 3 + 2] = depth + 1;
        middles[waiting * 3] = mx + (((octant & 1) === 1 ? 1 : -1) * ownEdge) / 4;
        middles[waiting * 3 + 1] = my + (((octant & 2) === 2 ? 1 : -1) * ownEdge) / 4;
        middles[waiting * 3 + 2] = mz + (((octant & 4) === 4 ? 1 : -1) * ownEdge) / 4;
        waiting += 1;
      }
    }
    counts[0] = node;
    link(node);
  };
}
