import { expect, it } from 'vitest';
import { defaultDocument } from '../universe/index.ts';
import { descriptorIndex, descriptors } from './descriptors.ts';
import { explain } from './explain.ts';

const from = defaultDocument();

it('names the three largest changes, the largest first, and what was set', () => {
  const [before, after] = [new Float64Array(descriptors.length), new Float64Array(descriptors.length)];
  after[descriptorIndex('tempo')] = 1;
  after[descriptorIndex('speed')] = -2;
  after[descriptorIndex('glow')] = 0.5;
  after[descriptorIndex('trail')] = 0.4;
  after[descriptorIndex('zoom')] = 0.1;
  const to = { ...from, parameters: { ...from.parameters, tempo: 150 } };
  expect(explain(from, to, before, after)).toEqual({
    changes: [
      { descriptor: 'speed', by: -2 },
      { descriptor: 'tempo', by: 1 },
      { descriptor: 'glow', by: 0.5 },
    ],
    parameters: ['tempo'],
    things: false,
  });
});

it('tells that things are different, and no change that is too small to notice', () => {
  const values = new Float64Array(descriptors.length);
  expect(
    explain(
      from,
      { ...from, wells: [] },
      values,
      values.map(() => 0.1),
    ),
  ).toEqual({ changes: [], parameters: [], things: true });
});
