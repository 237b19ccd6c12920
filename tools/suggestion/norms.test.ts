import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { descriptors, measure } from '../../shared/suggestion/descriptors.ts';
import { norms } from '../../shared/suggestion/norms.ts';
import { observe } from '../../shared/suggestion/observe/observe.ts';
import { readTemplate } from '../../tests/support/templates.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { type References, referencesPath, referenceTemplates } from './references.ts';
import { registryMark } from './registry-mark.ts';

const references = JSON.parse(readFileSync(referencesPath, 'utf8')) as References;

/** How far templates measure from what they did, in spreads: by descriptor, the mean of all templates. */
function driftOf(changed: (document: UniverseDocument) => UniverseDocument): Map<string, number> {
  const sums = new Map<string, number>();
  for (const id of referenceTemplates) {
    const raw = measure(observe(changed(readTemplate(id).document)));
    for (const [index, { name }] of descriptors.entries()) {
      const by = (raw[index] - references[id][name]) / norms.values[name][1] / referenceTemplates.length;
      sums.set(name, (sums.get(name) ?? 0) + by);
    }
  }
  return sums;
}

/** Descriptors whose mean has moved by more than other random numbers move it. */
const moved = (drift: Map<string, number>) => [...drift].filter(([, by]) => Math.abs(by) > 0.8).map(([name]) => name);

it('has norms for this registry (npm run norms makes them)', () => {
  expect(norms.version).toBe(registryMark());
});

it('has norms for this simulation and composer (npm run norms makes them)', () => {
  expect(moved(driftOf((document) => document))).toEqual([]);
});

it('takes no other random numbers for a drift, but another behaviour', () => {
  expect(moved(driftOf((document) => ({ ...document, seed: document.seed + 1 })))).toEqual([]);
  const denser = (document: UniverseDocument) => ({ ...document, parameters: { ...document.parameters, noteDensity: 8 } });
  expect(moved(driftOf(denser))).toContain('melody');
});
