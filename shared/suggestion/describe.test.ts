import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentArbitrary } from '../../tests/support/arbitraries.ts';
import { readTemplate } from '../../tests/support/templates.ts';
import type { ParameterPatch } from '../parameters/index.ts';
import { describe } from './describe.ts';
import { descriptorIndex, type DescriptorName, descriptors } from './descriptors.ts';
import { distance } from './distance.ts';

const { document } = readTemplate('orrery');
const change = (patch: ParameterPatch, name: DescriptorName) =>
  describe({ ...document, parameters: { ...document.parameters, ...patch } }).values[descriptorIndex(name)] -
  plain.values[descriptorIndex(name)];
const plain = describe(document);

it('gives a finite value for each descriptor, the same for the same document', () => {
  expect(plain.values).toHaveLength(descriptors.length);
  expect([...plain.values].every((value) => Math.abs(value) <= 3)).toBe(true);
  expect([...describe(document).values]).toEqual([...plain.values]);
});

it('describes any universe', () => {
  fc.assert(
    fc.property(documentArbitrary, (any) => {
      expect([...describe(any).values].every((value) => Math.abs(value) <= 3)).toBe(true);
    }),
    { numRuns: 3 },
  );
});

it('tells what lives and plays', () => {
  expect(plain.facts).toMatchObject({ notesOutOfScale: 0, flashesPerSecond: 0 });
  expect(plain.facts.alive).toBeGreaterThan(0.9);
  expect(plain.facts.notesPerSecond).toBeGreaterThan(3);
});

it.each<[ParameterPatch, DescriptorName]>([
  [{ tempo: 180 }, 'tempo'],
  [{ noteDensity: 4 }, 'melody'],
  [{ octave: 1 }, 'register'],
  [{ timeScale: 3 }, 'speed'],
  [{ filterCutoff: 20_000 }, 'openness'],
  [{ glow: 1 }, 'glow'],
])('finds more with %j in %s', (patch, name) => {
  expect(change(patch, name)).toBeGreaterThan(0.3);
});

it('finds a universe with another seed nearer than another universe', () => {
  const sibling = describe({ ...document, seed: document.seed + 1 });
  const other = describe(readTemplate('storm-drone').document);
  expect(distance(plain.values, sibling.values)).toBeLessThan(0.3 * distance(plain.values, other.values));
});
