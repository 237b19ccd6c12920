import { expect, it } from 'vitest';
import type { Edit } from '../../shared/universe/index.ts';
import { createEditOutbox } from './edit-outbox.ts';

const gravity = (value: number): Edit => ({ kind: 'parameters.set', values: { gravity: value } });

it('merges the moves of one hand and always delivers the last value', () => {
  const outbox = createEditOutbox('client-a');
  for (let value = 1; value <= 9; value++) outbox.push(gravity(value));
  outbox.push({ kind: 'parameters.set', values: { tempo: 90 } });
  expect(outbox.takeUnsent().map((request) => request.edit)).toEqual([{ kind: 'parameters.set', values: { gravity: 9, tempo: 90 } }]);
});

it('never merges across another kind of edit, so that order is kept', () => {
  const outbox = createEditOutbox('client-a');
  outbox.push(gravity(1));
  outbox.push({ kind: 'restart' });
  outbox.push(gravity(2));
  expect(outbox.takeUnsent()).toHaveLength(3);
});

it('keeps what was sent until it is acknowledged, in order', () => {
  const outbox = createEditOutbox('client-a');
  outbox.push(gravity(1));
  outbox.takeUnsent();
  outbox.push(gravity(2));
  outbox.takeUnsent();
  expect(outbox.unacknowledged().map((request) => request.clientSequence)).toEqual([1, 2]);
  outbox.acknowledge('client-a', 1);
  outbox.acknowledge('client-b', 2);
  outbox.push(gravity(3));
  expect(outbox.pending()).toEqual([gravity(2), gravity(3)]);
  expect(outbox.unacknowledged().map((request) => request.clientSequence)).toEqual([2]);
  expect(outbox.refuse(2)).toEqual(gravity(2));
  outbox.takeUnsent();
  expect(outbox.refuse(3)).toEqual(gravity(3));
  expect(outbox.size).toBe(0);
});
