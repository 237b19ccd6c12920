import { expect, it } from 'vitest';
import { defaultDocument, type UniverseDocument } from '../universe/index.ts';
import { type DescriptorName, descriptorIndex, descriptors } from './descriptors.ts';
import { foreseen } from './foresee.ts';

const parent = { document: defaultDocument(), values: new Float64Array(descriptors.length).fill(0.2) };
const withParameters = (parameters: Partial<UniverseDocument['parameters']>): UniverseDocument => ({
  ...parent.document,
  parameters: { ...parent.document.parameters, ...parameters },
});
const changeOf = (document: UniverseDocument, name: DescriptorName) => foreseen(parent, document)[descriptorIndex(name)] - 0.2;

it('foresees no change of the same document', () => {
  expect([...foreseen(parent, parent.document)].every((value) => Math.abs(value - 0.2) < 1e-12)).toBe(true);
});

it('foresees what parameters do by themselves', () => {
  expect(changeOf(withParameters({ brightness: 2 }), 'light')).toBeGreaterThan(0.5);
  expect(changeOf(withParameters({ tempo: 90 }), 'tempo')).toBeLessThan(-0.3);
  expect(changeOf(withParameters({ octave: 1 }), 'register')).toBeGreaterThan(0.5);
  expect(changeOf(withParameters({ turbulence: 9 }), 'speed')).toBe(0);
});

it('takes the groups that are taken from another universe, and holds values in their range', () => {
  const from = { document: withParameters({ tempo: 60 }), values: parent.values.map(() => -1) };
  const values = foreseen(parent, from.document, { from, groups: ['music'] });
  descriptors.forEach(({ group }, index) => expect(values[index]).toBeCloseTo(group === 'music' ? -1 : 0.2, 12));
  expect(Math.max(...foreseen(parent, withParameters({ glow: 1, brightness: 4 })))).toBeLessThanOrEqual(3);
});
