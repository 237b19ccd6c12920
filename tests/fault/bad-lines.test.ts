import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UniverseDetail } from '../../shared/api/contract/contract.ts';
import { createGuest, startTestServer, type TestServer } from '../../server/testing/test-server.ts';
import { editOverBadLines } from './bad-lines.ts';
import { noFaults, openFaultyLine } from './faulty-connection.ts';
import { joinAsMember } from '../support/members/member.ts';
import { sleep, waitUntil } from '../support/until.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

it.each([1, 2])('has the same universe for eight members and the server over faulty connections, seed %i', async (seed) => {
  const { logged, cut, edits } = await editOverBadLines(server.url, seed, 400);
  expect(logged).toBeGreaterThan(edits / 10);
  expect(cut).toBeGreaterThan(0);
});

it('closes a silent connection and joins by another', async () => {
  const guest = await createGuest(server.url);
  const { id, document } = (await guest.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
  const line = await openFaultyLine(server.url, 1);
  line.setFaults({ ...noFaults, drop: 1 });
  const member = joinAsMember(line.origin, guest.cookie, id, document);
  await sleep(1000);
  line.setFaults(noFaults);
  await waitUntil(
    () => member.status === 'online',
    30_000,
    () => member.sentence,
  );
  member.room.close();
  line.close();
});
