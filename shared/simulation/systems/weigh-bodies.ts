import { buildBodyTree, openBodies } from '../bodies/body-tree.ts';
import { stepBudget } from '../step-budget.ts';
import type { System } from '../world.ts';

/** Finds the heavy particles, whether they pull now or not, and sorts them into the tree that gives their pull. */
export const weighBodies: System = {
  name: 'weigh-bodies',
  reads: ['Position', 'Life.lifetime', 'Body.mass', 'Emitter.mass', 'Clock.used', 'Bodies.count'],
  writes: ['Bodies.count'],
  build: (world) => {
    const { Position, Life, Body, Emitter, Clock, Bodies } = world.stores;
    const bodies = openBodies(world);
    const buildTree = buildBodyTree(bodies);

    /** True when there may be heavy particles: alive since the previous step, or born in this one. */
    const mayBeHeavy = () => {
      if (Bodies.count[0] > 0) return true;
      const { emitters } = world.document;
      for (let slot = 0; slot < emitters.length; slot++) if (Emitter.mass[slot] > 0) return true;
      return false;
    };

    return () => {
      let count = 0;
      if (mayBeHeavy()) {
        for (let i = 0; i < Clock.used[0] && count < stepBudget.bodies; i++) {
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
      if (count > 0 && world.document.parameters.bodyGravity > 0) buildTree(count);
    };
  },
};
