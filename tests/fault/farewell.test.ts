import { expect, it } from 'vitest';
import { createGuest, startTestServer } from '../../server/testing/test-server.ts';
import type { UniverseDetail } from '../../shared/api/contract/contract.ts';
import { joinAsMember } from '../support/members/member.ts';
import { waitUntil } from '../support/until.ts';

it('disconnects a page that sends too much, which says so and does not reconnect by itself', async () => {
  const server = await startTestServer();
  const guest = await createGuest(server.url);
  const { id, document } = (await guest.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
  const member = joinAsMember(server.url, guest.cookie, id, document);
  await waitUntil(
    () => member.status === 'online',
    10_000,
    () => member.sentence,
  );
  for (let index = 0; index < 200; index += 1) member.room.transport(index % 2 === 0);
  await waitUntil(
    () => member.status === 'refused',
    10_000,
    () => member.status,
  );
  expect(member.sentence).toBe('This page sent too many messages and was disconnected. Reload it to come back.');
  member.room.close();
  await server.stop();
});

it('accepts a page that has many edits to send after a long time offline', async () => {
  const server = await startTestServer();
  const guest = await createGuest(server.url);
  const { id, document } = (await guest.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
  const member = joinAsMember(server.url, guest.cookie, id, document);
  const edits = 700;
  // Edits of two kinds in turn: none of them can be merged.
  for (let index = 0; index < edits; index += 1) {
    member.room.edit(index % 2 ? { kind: 'well.set', id: document.wells[0]!.id, values: { x: index / 10 } } : { kind: 'restart' });
  }
  await waitUntil(
    () => member.room.pendingEdits().length === 0,
    30_000,
    () => `${member.status}, ${member.room.pendingEdits().length} pending`,
  );
  expect(member.run.edits).toHaveLength(edits);
  member.room.close();
  await server.stop();
});
