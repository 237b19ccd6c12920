import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { descriptors, measure } from '../../shared/suggestion/descriptors.ts';
import { norms } from '../../shared/suggestion/norms.ts';
import { observe } from '../../shared/suggestion/observe/observe.ts';
import { readTemplate } from '../../tests/support/templates.ts';
import { type References, referencesPath, referenceTemplates } from './references.ts';
import { registryMark } from './registry-mark.ts';

const references = JSON.parse(readFileSync(referencesPath, 'utf8')) as References;

it('has norms for this registry (npm run suggestion-norms makes them)', () => {
  expect(norms.version).toBe(registryMark());
});

it.each(referenceTemplates)('has norms for this simulation and composer: %s measures as it did (npm run suggestion-norms)', (id) => {
  const raw = measure(observe(readTemplate(id).document));
  const drift = descriptors.map(({ name }, index) => Math.abs(raw[index] - references[id][name]) / norms.values[name][1]);
  // A change of the random numbers moves values by about a tenth of their spread; another behaviour by more.
  expect(Math.sqrt(drift.reduce((sum, by) => sum + by * by, 0) / drift.length)).toBeLessThan(0.35);
});
