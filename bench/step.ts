import { uniformAt } from '../shared/math/generator.ts';
import { beginAgain } from '../shared/simulation/begin-again.ts';
import { createWorld } from '../shared/simulation/create-world.ts';
import { buildParticleKernel, particleSchedule, runAlone } from '../shared/simulation/schedule.ts';
import { clearContacts } from '../shared/simulation/contacts.ts';
import { defaultDocument } from '../shared/universe/index.ts';
import { stepConstants } from './step/constants.ts';
import { buildFusedLoop, type ParticleColumns } from './step/fused-loop.ts';
import { createNaiveWorld, stepNaively } from './step/naive-ecs.ts';

const entities = 1_000_000;
const warmSteps = 8;
const measuredSteps = 30;
const gravity = 9.81;

/** Sets every slot alive somewhere in the sphere. */
function fill({ Position, Velocity, Life }: ParticleColumns): void {
  const at = (i: number, key: number, width: number) => (uniformAt(1, i, key) - 0.5) * width;
  for (let i = 0; i < entities; i++) {
    Position.x[i] = at(i, 0, 24);
    Position.y[i] = at(i, 1, 24);
    Position.z[i] = at(i, 2, 24);
    Velocity.x[i] = at(i, 3, 4);
    Velocity.y[i] = at(i, 4, 4);
    Velocity.z[i] = at(i, 5, 4);
    Life.lifetime[i] = 100;
    Life.age[i] = uniformAt(1, i, 6) * 50;
  }
}

/** @throws Error at the first value in which two results differ. */
function compare(other: string, ours: ParticleColumns, theirs: ParticleColumns): void {
  const flat = ({ Position: p, Velocity: v, Life: l, Look }: ParticleColumns) => [
    p.x,
    p.y,
    p.z,
    v.x,
    v.y,
    v.z,
    l.age,
    l.lifetime,
    Look.flash,
  ];
  const right = flat(theirs);
  flat(ours).forEach((column, index) => {
    for (let i = 0; i < entities; i++) {
      if (column[i] !== right[index][i])
        throw new Error(`${other}: column ${index}, slot ${i}: ${right[index][i]} where the systems say ${column[i]}`);
    }
  });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * One million particles through the particle systems of the default schedule, against the same arithmetic as one loop
 * written by hand, and as a bitECS program by the book. The three take turns, so that all see the same machine; results are compared bit for bit.
 */
export async function run(): Promise<Record<string, unknown>> {
  const document = defaultDocument();
  document.parameters.particleCount = entities;
  const world = createWorld(document);
  beginAgain(world);
  world.stores.Clock.used[0] = entities;
  world.stores.Modulation.gravity[0] = gravity;
  fill(world.stores);
  const kernel = buildParticleKernel(world, particleSchedule);
  const stepSystems = () => runAlone(kernel);

  const constants = stepConstants(document, gravity);
  const byHand = createWorld(document).stores;
  fill(byHand);
  const fused = buildFusedLoop(byHand, entities, constants);
  const naive = createNaiveWorld(entities, constants);
  fill(naive.bySlot);

  const spent = { systems: [] as number[], byHand: [] as number[], naive: [] as number[] };
  const measure = (times: number[], work: () => void) => {
    const begun = performance.now();
    work();
    times.push(performance.now() - begun);
  };
  for (let tick = 1; tick <= warmSteps + measuredSteps; tick++) {
    world.stores.Clock.tick[0] = tick;
    naive.tick = tick;
    clearContacts(world.contacts);
    measure(spent.systems, stepSystems);
    measure(spent.byHand, () => fused.run(tick));
    measure(spent.naive, () => stepNaively(naive));
  }
  compare('by hand', world.stores, byHand);
  compare('naive bitECS', world.stores, naive.bySlot);

  const [systems, hand, book] = [spent.systems, spent.byHand, spent.naive].map((times) => median(times.slice(warmSteps)));
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return {
    entities,
    ratio_to_hand_written: rounded(systems / hand),
    speedup_over_naive_bitecs: rounded(book / systems),
    systems_ms: rounded(systems),
    hand_written_ms: rounded(hand),
    naive_bitecs_ms: rounded(book),
  };
}
