import { beforeEach, expect, it } from 'vitest';
import { defaultDocument } from '../../../shared/universe/index.ts';
import { createDocumentCheckpoints } from './document-checkpoints.ts';

const stored = defaultDocument();
let done: string[];
/** Whether another document of the history is too close. */
let isTaken: boolean;
beforeEach(() => {
  done = [];
  isTaken = false;
});

const checkpointsAfter = (lastMoment: number) =>
  createDocumentCheckpoints(
    'any',
    { epoch: 1, document: stored, sequence: lastMoment, stored, lastMoment },
    {
      pass: async (_id, _epoch, sequence) => void done.push(`pass ${sequence}`),
      checkpoint: async (_id, _epoch, { sequence }) => void done.push(`write ${sequence}`),
      keepMoment: async (_id, _epoch, { sequence }) => {
        done.push(`keep ${sequence}`);
        return !isTaken;
      },
    },
  );

it('offers a document to the history only where about a thousand edits lie between it and the last', async () => {
  const { write } = checkpointsAfter(0);
  for (const sequence of [1, 300, 499, 700, 1000, 1200, 1499, 1700, 2100, 2300]) await write({ ...stored }, sequence);
  expect(done.filter((act) => act.startsWith('keep'))).toEqual(['keep 1000', 'keep 2100']);
  expect(done).toContain('write 1200');
});

it('offers the next document where the history had a closer one', async () => {
  const { write } = checkpointsAfter(0);
  isTaken = true;
  await write({ ...stored }, 1000);
  isTaken = false;
  for (const sequence of [1200, 1400]) await write({ ...stored }, sequence);
  expect(done.filter((act) => act.startsWith('keep'))).toEqual(['keep 1000', 'keep 1200']);
});

it('writes no document that is stored already', async () => {
  const { write, isBehind } = checkpointsAfter(0);
  await write(stored, 1000);
  expect(done).toEqual(['pass 1000']);
  expect([isBehind(1000), isBehind(1001)]).toEqual([false, true]);
});
