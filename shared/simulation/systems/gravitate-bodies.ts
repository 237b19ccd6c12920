import { openBodies } from '../bodies/body-tree.ts';
import { buildPullAt, buildSources, type PullAt, type Sources } from '../bodies/pull.ts';
import { softSquare } from '../field.ts';
import { spanOfMember } from '../neighbours/layout.ts';
import { stepBudget } from '../step-budget.ts';
import { type SharedSystem, stepSeconds } from '../world.ts';

const { movedBodies, lightSlots, lightPairs, turns: mostTurns } = stepBudget;
/** No step changes a speed by more than this, in m/s. */
const maxChange = 100;

/**
 * Heavy bodies pull one another, each by itself or through the tree, and all light particles around them. Newton's law, softened within two
 * particle radii. When there are more than one step moves, they take turns, each for as many steps.
 */
export const gravitateBodies: SharedSystem = {
  name: 'gravitate-bodies',
  reads: ['Position', 'Velocity', 'Life.lifetime', 'Body.mass', 'Bodies.count', 'Clock.tick', 'Clock.used'],
  writes: ['Velocity'],
  buildShared: (world) => {
    const { x, y, z } = world.stores.Position;
    const { x: vx, y: vy, z: vz } = world.stores.Velocity;
    const { lifetime } = world.stores.Life;
    const { mass } = world.stores.Body;
    const { Clock, Bodies } = world.stores;
    const bodies = openBodies(world);
    const pullOf = buildPullAt(bodies);
    const sourcesOf = buildSources(bodies);
    const pull = new Float64Array(3);
    let count = 0;
    let impulse = 0;
    let soft = 0;
    let pullAt: PullAt = () => undefined;
    let sources: Sources | null = null;
    let blocks = 1;
    let blockStart = 0;
    let blockLength = 0;
    /** Bodies from this slot on are more than can pull: they are moved like light ones. */
    let firstIgnored = 0;

    const kick = (slot: number, px: number, py: number, pz: number, scale: number) => {
      const square = (px * px + py * py + pz * pz) * scale * scale;
      const held = square > maxChange * maxChange ? (scale * maxChange) / Math.sqrt(square) : scale;
      vx[slot] += px * held;
      vy[slot] += py * held;
      vz[slot] += pz * held;
    };

    const moveBodies = (member: number, members: number) => {
      const turns = Math.ceil(count / movedBodies);
      const begin = (Clock.tick[0] % turns) * movedBodies;
      const [first, end] = spanOfMember(Math.min(movedBodies, count - begin), member, members);
      for (let body = begin + first; body < begin + end; body++) {
        pullAt(bodies.x[body], bodies.y[body], bodies.z[body], body, pull);
        kick(bodies.slots[body], pull[0], pull[1], pull[2], impulse * turns);
      }
    };

    const moveLight = (from: Sources, start: number, end: number, scale: number) => {
      const softening = soft;
      for (let i = start; i < end; i++) {
        if (lifetime[i] === 0 || (mass[i] > 0 && i < firstIgnored)) continue;
        const px = x[i];
        const py = y[i];
        const pz = z[i];
        let ax = 0;
        let ay = 0;
        let az = 0;
        for (let source = 0; source < from.count; source++) {
          const dx = from.x[source] - px;
          const dy = from.y[source] - py;
          const dz = from.z[source] - pz;
          const square = Math.max(dx * dx + dy * dy + dz * dz + softening, from.ball[source]);
          const share = from.mass[source] / (square * Math.sqrt(square));
          ax += dx * share;
          ay += dy * share;
          az += dz * share;
        }
        kick(i, ax, ay, az, scale);
      }
    };

    return {
      begin() {
        const { bodyGravity, timeScale, particleRadius } = world.document.parameters;
        count = Bodies.count[0];
        if (count === 0 || bodyGravity === 0) return false;
        soft = softSquare(2 * particleRadius);
        impulse = bodyGravity * stepSeconds * timeScale;
        pullAt = pullOf(count, soft);
        firstIgnored = bodies.slots[count - 1] + 1;
        // No particle waits for more than `mostTurns` turns, however many particles there are; instead it feels fewer sources.
        const block = lightSlots * Math.ceil(Clock.used[0] / (lightSlots * mostTurns));
        sources = sourcesOf(count, Math.min(stepBudget.sources, Math.floor(lightPairs / block)));
        blocks = Math.ceil(Clock.used[0] / block);
        blockStart = (Clock.tick[0] % blocks) * block;
        blockLength = Math.min(block, Clock.used[0] - blockStart);
        return true;
      },
      phases: [
        (member, members) => {
          moveBodies(member, members);
          const [start, end] = spanOfMember(blockLength, member, members);
          if (sources) moveLight(sources, blockStart + start, blockStart + end, impulse * blocks);
        },
      ],
    };
  },
};
