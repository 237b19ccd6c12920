import { expect, it } from 'vitest';
import { applyEdit, defaultDocument, documentSchema, editSchema, refuseEdit } from '../shared/universe/index.ts';
import { type Job, type Outcome, runJob } from '../tests/support/determinism/battery.ts';
import { compareEngines } from '../tests/support/determinism/compare.ts';
import type { DeterminismEngine, EngineName } from '../tests/support/determinism/engines.ts';
import { affordable, randomScript } from '../tests/support/determinism/random-edits.ts';

const options = { seed: 5, ticks: 900, edits: 600, mostParticles: 500 };
const job: Job = { ...options, document: defaultDocument(), ticks: 60, edits: 20, every: 10, snapshotAt: 30 };

const engineOf = (name: EngineName, run: (job: Job) => Outcome = runJob): DeterminismEngine => ({
  name,
  version: '1',
  run: async (given) => run(given),
  close: async () => undefined,
});

it('makes scripts of all kinds of edits, each valid when it is applied', () => {
  let document = affordable(defaultDocument(), options.mostParticles);
  const script = randomScript(document, options);
  const ticks = script.map(({ tick }) => tick);
  expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
  expect(ticks[0]).toBeGreaterThanOrEqual(1);
  expect(ticks.at(-1)).toBeLessThanOrEqual(options.ticks);
  for (const { edit, tick } of script) {
    expect(editSchema.safeParse(edit).error?.issues ?? [], JSON.stringify(edit)).toEqual([]);
    expect(refuseEdit(document, edit)).toBeNull();
    document = applyEdit(document, edit, tick);
    expect(document.parameters.particleCount).toBeLessThanOrEqual(options.mostParticles);
  }
  expect(documentSchema.safeParse(document).success).toBe(true);
  const kinds = editSchema.options.map(({ shape }) => shape.kind.value);
  expect([...new Set(script.map(({ edit }) => edit.kind))].toSorted()).toEqual(kinds.toSorted());
  expect(script.some(({ edit }) => edit.kind === 'parameters.set' && 'particleCount' in edit.values)).toBe(true);
});

it('makes the same script from the same seed, and a different one from another', () => {
  const document = defaultDocument();
  expect(randomScript(document, options)).toEqual(randomScript(document, options));
  expect(randomScript(document, { ...options, seed: 6 })).not.toEqual(randomScript(document, options));
});

it('accepts equal engines', async () => {
  const verdict = await compareEngines([engineOf('node'), engineOf('chromium')], job);
  // Six hashes of the second engine, and three of each after the snapshot.
  expect(verdict).toMatchObject({ difference: null, compared: 12 });
});

it('reports the tick and the engines of the first difference', async () => {
  const strays = (given: Job): Outcome => {
    const outcome = runJob(given);
    return { ...outcome, hashes: outcome.hashes.map(({ tick, hash }) => ({ tick, hash: tick >= 40 ? 'other' : hash })) };
  };
  const verdict = await compareEngines([engineOf('node'), engineOf('firefox', strays)], job);
  expect(verdict.difference).toMatch(/^at tick 40 node has [0-9a-f-]+ and firefox has other$/);
});

it('finds an engine that cannot continue from the snapshot of another', async () => {
  const forgets = (given: Job): Outcome => runJob({ ...given, from: undefined, seed: given.from === undefined ? given.seed : 99 });
  const verdict = await compareEngines([engineOf('node'), engineOf('chromium', forgets)], job);
  expect(verdict.difference).toContain('after the snapshot of node at tick 30');
});
