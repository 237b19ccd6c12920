import { buildBodyTree, mostBodies, openBodies } from '../bodies/body-tree.ts';
import type { System } from '../world.ts';

/** Finds the heavy particles and sorts them into the tree through which their pull is felt. */
export const weighBodies: System = {
  name: 'weigh-bodies',
  reads: ['Position', 'Life.lifetime', 'Body.mass', 'Clock.used'],
  writes: ['Bodies.count'],
  build: (world) => {
    const { Position, Life, Body, Clock, Bodies } = world.stores;
    const bodies = openBodies(world);
    const buildTree = buildBodyTree(bodies);
    return () => {
      const { bodyGravity } = world.document.parameters;
      let count = 0;
      if (bodyGravity > 0) {
        for (let i = 0; i < Clock.used[0] && count < mostBodies; i++) {
          if (Body.mass[i] === 0 || Life.lifetime[i] === 0) continue;
          bodies.slots[count] = i;
          bodies.x[count] = Position.x[i];
          bodies.y[count] = Position.y[i];
          bodies.z[count] = Position.z[i];
          bodies.mass[count] = Body.mass[i];
          count += 1;
        }
      }
      Bodies.count[0] = count;
      if (count > 0) buildTree(count);
    };
  },
};
