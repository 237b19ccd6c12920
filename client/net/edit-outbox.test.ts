import { expect, it } from 'vitest';
import type { EditRequest } from '../../shared/room/messages.ts';
import type { Edit } from '../../shared/universe/index.ts';
import { createEditOutbox } from './edit-outbox.ts';

const sequences = (requests: readonly EditRequest[]) => requests.map((request) => request.clientSequence);
const gravity = (value: number): Edit => ({ kind: 'parameters.set', values: { gravity: value } });

it('merges the edits of one drag and always delivers the last value', () => {
  const outbox = createEditOutbox('client-a');
  for (let value = 1; value <= 9; value++) outbox.push(gravity(value));
  outbox.push({ kind: 'parameters.set', values: { tempo: 90 } });
  expect(outbox.takeUnsent(Infinity).map((request) => request.edit)).toEqual([
    { kind: 'parameters.set', values: { gravity: 9, tempo: 90 } },
  ]);
});

it('sends the latest position of a dragged point and of a dragged playhead', () => {
  const outbox = createEditOutbox('client-a');
  for (const at of [1, 2, 3]) outbox.push({ kind: 'point.set', id: 'a', values: { at } });
  outbox.push({ kind: 'point.set', id: 'a', values: { transition: 'cut' } });
  for (const seconds of [4, 5]) outbox.push({ kind: 'playhead.set', seconds, playing: false });
  // The room decides where the playhead is when it is released.
  outbox.push({ kind: 'playhead.set', playing: true });
  expect(outbox.takeUnsent(Infinity).map((request) => request.edit)).toEqual([
    { kind: 'point.set', id: 'a', values: { at: 3, transition: 'cut' } },
    { kind: 'playhead.set', seconds: 5, playing: false },
    { kind: 'playhead.set', playing: true },
  ]);
});

it('never merges across another kind of edit, which keeps the order', () => {
  const outbox = createEditOutbox('client-a');
  outbox.push(gravity(1));
  outbox.push({ kind: 'restart' });
  outbox.push(gravity(2));
  expect(outbox.takeUnsent(Infinity)).toHaveLength(3);
});

it('keeps sent edits until they are acknowledged, in order', () => {
  const outbox = createEditOutbox('client-a');
  outbox.push(gravity(1));
  outbox.takeUnsent(Infinity);
  outbox.push(gravity(2));
  outbox.takeUnsent(Infinity);
  expect(outbox.unsent).toBe(0);
  outbox.sendAgain();
  expect(outbox.unsent).toBe(2);
  outbox.acknowledge('client-a', 1);
  outbox.acknowledge('client-b', 2);
  outbox.push(gravity(3));
  expect(outbox.pending()).toEqual([gravity(2), gravity(3)]);
  expect(sequences(outbox.takeUnsent(Infinity))).toEqual([2, 3]);
  expect(outbox.refuse(2)).toEqual(gravity(2));
  expect(outbox.refuse(3)).toEqual(gravity(3));
  expect(outbox.size).toBe(0);
});

it('returns no more than requested, and resends before it sends new edits', () => {
  const outbox = createEditOutbox('client-a');
  const restart: Edit = { kind: 'restart' };
  for (let count = 0; count < 4; count++) outbox.push(restart);
  expect(sequences(outbox.takeUnsent(3))).toEqual([1, 2, 3]);
  outbox.sendAgain();
  expect(sequences(outbox.takeUnsent(2))).toEqual([1, 2]);
  expect(sequences(outbox.takeUnsent(2))).toEqual([3, 4]);
  expect(outbox.takeUnsent(2)).toEqual([]);
});
