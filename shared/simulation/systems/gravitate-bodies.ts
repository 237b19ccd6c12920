import { openBodies } from '../bodies/body-tree.ts';
import { buildPullAt, buildSources, type PullAt, type Sources } from '../bodies/pull.ts';
import { softSquare } from '../field.ts';
import { partOf } from '../neighbours/layout.ts';
import { type SharedSystem, stepSeconds } from '../world.ts';

/** Bodies, and light particles, that are moved in one step; more take turns, block by block, each turn for as many steps. */
const mostHeavy = 1024;
const mostLight = 32_768;
const mostTurnsOfTime = 4;
/** No step changes a speed by more than this, in m/s. */
const mostChange = 100;

/** Heavy bodies pull one another, each by itself or through the tree, and all light particles around them. Newton's law, softened within two particle radii. */
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
    let pullAt: PullAt = () => undefined;
    let sources: Sources | null = null;
    let blocks = 1;
    let blockStart = 0;
    let blockLength = 0;
    /** Bodies from this slot on are more than can pull: they are moved like light ones. */
    let firstIgnored = 0;

    const kick = (slot: number, px: number, py: number, pz: number, scale: number) => {
      const square = (px * px + py * py + pz * pz) * scale * scale;
      const held = square > mostChange * mostChange ? (scale * mostChange) / Math.sqrt(square) : scale;
      vx[slot] += px * held;
      vy[slot] += py * held;
      vz[slot] += pz * held;
    };

    const moveBodies = (member: number, members: number) => {
      const turns = Math.ceil(count / mostHeavy);
      const begin = (Clock.tick[0] % turns) * mostHeavy;
      const [first, end] = partOf(Math.min(mostHeavy, count - begin), member, members);
      for (let body = begin + first; body < begin + end; body++) {
        pullAt(bodies.x[body], bodies.y[body], bodies.z[body], body, pull);
        kick(bodies.slots[body], pull[0], pull[1], pull[2], impulse * turns);
      }
    };

    const moveLight = (from: Sources, start: number, end: number, scale: number) => {
      for (let i = start; i < end; i++) {
        if (lifetime[i] === 0 || (mass[i] > 0 && i < firstIgnored)) continue;
        let ax = 0;
        let ay = 0;
        let az = 0;
        for (let source = 0; source < from.count; source++) {
          const dx = from.x[source] - x[i];
          const dy = from.y[source] - y[i];
          const dz = from.z[source] - z[i];
          const square = dx * dx + dy * dy + dz * dz + from.soft[source];
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
        if (count === 0) return false;
        const soft = softSquare(2 * particleRadius);
        impulse = bodyGravity * stepSeconds * timeScale;
        pullAt = pullOf(count, soft);
        sources = sourcesOf(count, soft);
        firstIgnored = bodies.slots[count - 1] + 1;
        blocks = Math.ceil(Clock.used[0] / mostLight);
        blockStart = (Clock.tick[0] % blocks) * mostLight;
        blockLength = Math.min(mostLight, Clock.used[0] - blockStart);
        return true;
      },
      phases: [
        (member, members) => {
          moveBodies(member, members);
          const [start, end] = partOf(blockLength, member, members);
          if (sources) moveLight(sources, blockStart + start, blockStart + end, impulse * Math.min(blocks, mostTurnsOfTime));
        },
      ],
    };
  },
};
