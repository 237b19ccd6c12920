import { expect, it, vi } from 'vitest';
import { defaultDocument, type LoggedEdit } from '../../../shared/universe/index.ts';
import { createRunLog } from './run-log.ts';

const gravity = (sequence: number, value: number): LoggedEdit => ({
  sequence,
  tick: sequence * 10,
  edit: { kind: 'parameters.set', values: { gravity: value } },
});

it('has a run from its beginning, each edit once', () => {
  const heard = vi.fn();
  const run = createRunLog(defaultDocument(), heard);
  run.begin(defaultDocument(), [gravity(1, 1), gravity(2, 2)]);
  run.take([gravity(2, 2), gravity(3, 3)]);
  expect(run.document.parameters.gravity).toBe(3);
  expect(run.edits.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  expect(run.firstDocument).toEqual(defaultDocument());
  expect(heard).toHaveBeenCalledTimes(3);
});

it('follows a run that it joins late, with the current document', () => {
  const heard = vi.fn();
  const run = createRunLog(defaultDocument(), heard);
  const document = defaultDocument();
  const present = { ...document, parameters: { ...document.parameters, gravity: 6 } };
  run.join(present, [gravity(5, 5), gravity(6, 6)], 4);
  expect([run.document.parameters.gravity, run.lastSequence, run.firstDocument]).toEqual([6, 6, null]);
  run.take([gravity(6, 6), gravity(7, 7)]);
  expect(run.document.parameters.gravity).toBe(7);
  expect(run.edits.map(({ sequence }) => sequence)).toEqual([5, 6, 7]);
  expect(heard).toHaveBeenCalledTimes(1);
  run.join(present, [], 9);
  expect([run.lastSequence, run.newOf([gravity(9, 1), gravity(10, 2)]).length]).toEqual([9, 1]);
});
