import { expect, test } from '@playwright/test';
import { mix } from '../../shared/math/generator.ts';
import { compareEngines } from '../support/determinism/compare.ts';
import { type DeterminismEngine, engineNames, type EngineName, MissingEngine } from '../support/determinism/engines.ts';
import { startEngine } from '../support/determinism/start-engine.ts';
import { readTemplates } from '../support/templates.ts';
import { manifoldDocument } from '../support/manifold.ts';

const ticks = 400;
const edits = 120;
const every = 20;

/** Engines that these tests require; the others are compared if they are installed. */
const required: readonly EngineName[] = process.env.CI ? ['node', 'chromium', 'firefox', 'webkit'] : ['node', 'chromium'];
const engines: DeterminismEngine[] = [];
const missing: string[] = [];

test.beforeAll(async () => {
  for (const name of engineNames) {
    try {
      engines.push(await startEngine(name));
    } catch (error) {
      if (!(error instanceof MissingEngine)) throw error;
      if (required.includes(name))
        throw new Error(`${error.message} It is needed to prove that universes are the same everywhere.`, { cause: error });
      missing.push(error.message);
    }
  }
});

test.afterAll(() => Promise.all(engines.map((engine) => engine.close())));

for (const [index, { id, document }] of readTemplates().entries()) {
  test(`${id} is the same universe in every engine, with random edits and continued from a snapshot`, async () => {
    for (const sentence of missing) test.info().annotations.push({ type: 'left out', description: sentence });
    const seed = mix(index);
    const snapshotAt = every * (1 + (seed % (ticks / every - 1)));
    const verdict = await compareEngines(engines, { document, seed, ticks, edits, mostParticles: 1500, every, snapshotAt });
    expect(verdict.difference).toBeNull();
    expect(verdict.compared).toBeGreaterThanOrEqual((engines.length - 1) * (ticks / every));
    expect(verdict.notes).toBeGreaterThan(0);
  });
}

test('a crowd whose particles and heavy bodies take turns is the same in every engine', async () => {
  const document = manifoldDocument(70_000);
  const verdict = await compareEngines(engines, {
    document,
    seed: 1,
    ticks: 50,
    edits: 0,
    mostParticles: 70_000,
    every: 5,
    snapshotAt: 40,
  });
  expect(verdict.difference).toBeNull();
  expect(verdict.notes).toBeGreaterThan(0);
});

for (const [name, shownAs] of [
  ['firefox', 'Firefox'],
  ['webkit', 'WebKit'],
] as const) {
  test(`${shownAs} is among the engines`, () => {
    const sentence = missing.find((text) => text.includes(shownAs));
    test.skip(sentence !== undefined, sentence);
    expect(engines.map((engine) => engine.name)).toContain(name);
  });
}
