import { uniformAt } from '../shared/math/generator.ts';
import { beginAgain } from '../shared/simulation/begin-again.ts';
import { createWorld } from '../shared/simulation/create-world.ts';
import { buildParticleKernel, particleSchedule, runAlone } from '../shared/simulation/schedule.ts';
import { clearContacts } from '../shared/simulation/contacts.ts';
import { defaultDocument } from '../shared/universe/index.ts';
import { median, rounded } from './statistics.ts';
import { buildChurn } from './step/churn.ts';
import { stepConstants } from './step/constants.ts';
import { buildFusedLoop, type ParticleColumns } from './step/fused-loop.ts';
import { createNaiveWorld, stepNaively } from './step/naive-ecs.ts';

const entities = 1_000_000;
const warmSteps = 8;
const measuredSteps = 30;
const gravity = 9.81;

/** Makes every slot live, at a random position in the sphere. */
function fill({ Position, Velocity, Life, Look }: ParticleColumns): void {
  const at = (i: number, key: number, width: number) => (uniformAt(1, i, key) - 0.5) * width;
  Look.flash.fill(0);
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

/** Runs `works` in turns, under the same conditions; returns the median of each in ms. */
function raceOf(works: readonly ((tick: number) => void)[], ticks: { value: number }): number[] {
  const spent = works.map((): number[] => []);
  for (let step = 0; step < warmSteps + measuredSteps; step++) {
    ticks.value += 1;
    works.forEach((work, index) => {
      const begun = performance.now();
      work(ticks.value);
      spent[index].push(performance.now() - begun);
    });
  }
  return spent.map((times) => median(times.slice(warmSteps)));
}

/**
 * Compares the particle systems of the default schedule, with one million particles, with the same arithmetic as a hand-written loop and as
 * a textbook bitECS program; then again with the hand-written loop, after ten minutes of the universe in which particles, emitters and
 * wells came and went. Results are compared bit for bit.
 */
export async function run(): Promise<Record<string, unknown>> {
  const document = defaultDocument();
  document.parameters.particleCount = entities;
  const world = createWorld(document);
  beginAgain(world);
  const kernel = buildParticleKernel(world, particleSchedule);
  const churn = buildChurn(world, kernel);
  const constants = stepConstants(document, gravity);
  const byHand = createWorld(document).stores;
  const fused = buildFusedLoop(byHand, entities, constants);
  const naive = createNaiveWorld(entities, constants);
  const ticks = { value: 0 };

  const prepare = () => {
    world.stores.Clock.used[0] = entities;
    world.stores.Modulation.gravity[0] = gravity;
    fill(world.stores);
    fill(byHand);
  };
  const stepSystems = (tick: number) => {
    world.stores.Clock.tick[0] = tick;
    clearContacts(world.contacts);
    runAlone(kernel);
  };
  const stepNaive = (tick: number) => {
    naive.tick = tick;
    stepNaively(naive);
  };

  prepare();
  fill(naive.bySlot);
  const [systems, hand, book] = raceOf([stepSystems, fused.run, stepNaive], ticks);
  compare('by hand', world.stores, byHand);
  compare('naive bitECS', world.stores, naive.bySlot);

  const births = churn();
  ticks.value = world.stores.Clock.tick[0];
  prepare();
  const [systemsAfter, handAfter] = raceOf([stepSystems, fused.run], ticks);
  compare('by hand, after the churn', world.stores, byHand);

  return {
    ratio: rounded(systems / hand),
    entities,
    ratio_to_hand_written: rounded(systems / hand),
    ratio_after_churn: rounded(systemsAfter / handAfter),
    speedup_over_naive_bitecs: rounded(book / systems),
    systems_ms: rounded(systems),
    hand_written_ms: rounded(hand),
    naive_bitecs_ms: rounded(book),
    systems_after_churn_ms: rounded(systemsAfter),
    hand_written_after_churn_ms: rounded(handAfter),
    births_in_churn: births,
  };
}
