import { expect, it } from 'vitest';
import { defaultDocument, type Edit } from '../../../shared/universe/index.ts';
import type { DocumentService } from './document-service.ts';
import { createEditLog } from './edit-log.ts';

const restart: Edit = { kind: 'restart' };
const author = { memberId: 'one', userId: 'one' };
const request = (clientSequence: number) => ({ clientId: 'client-one', clientSequence, edit: restart });

/** Opens a log that commits at once, to a journal that stores nothing. */
function openLog(nextTick: () => number, repeated: () => void) {
  const documents = { clientSequences: async () => [], append: async () => {}, pass: async () => {} } as unknown as DocumentService;
  const document = defaultDocument();
  return createEditLog({
    universeId: 'any',
    opened: { epoch: 1, document, sequence: 0, stored: document, lastMoment: 0 },
    documents,
    nextTick,
    gatherMs: () => 0,
    events: { committed() {}, refused() {}, repeated, lost() {} },
  });
}

it('reports the tick of an edit as pending from the moment it is stamped, also while others of its batch are answered', async () => {
  const held: number[] = [];
  let tick = 10;
  const log = openLog(
    () => tick,
    () => held.push(log.lowestPendingTick),
  );
  log.submit(author, request(1));
  await expect.poll(() => log.edits.length).toBe(1);
  expect(log.lowestPendingTick).toBe(Infinity);
  tick = 20;
  log.submit(author, request(2));
  log.submit(author, request(1));
  await expect.poll(() => log.edits.length).toBe(2);
  expect(held).toEqual([20]);
  await log.close();
  expect(log.lowestPendingTick).toBe(Infinity);
});
