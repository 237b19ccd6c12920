import { afterAll, beforeAll, expect, it } from 'vitest';
import { askTicket, enter, reconnect, useTicket } from '../../testing/room-access.ts';
import { until } from '../../testing/lost-rights.ts';
import { createGuest, createVisitor, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';
import { universeOf } from '../../testing/gathering.ts';

let server: TestServer;
let [owner, friend]: Visitor[] = [];
beforeAll(async () => {
  server = await startTestServer();
  [owner, friend] = [await createGuest(server.url), await createGuest(server.url)];
});
afterAll(() => server.stop());

const nobody = '';

it('accepts a ticket only with the session cookie that it was issued to, and once', async () => {
  const universeId = await universeOf(owner!);
  const ticket = await askTicket(server.url, owner!, { universeId });
  expect(ticket.sessionId).toMatch(/^\w{24}$/);
  await expect(useTicket(server.url, nobody, ticket)).rejects.toThrow();
  await expect(useTicket(server.url, friend!.cookie, ticket)).rejects.toThrow();
  const member = await useTicket(server.url, owner!.cookie, ticket);
  expect(member.room.state.members.get(member.memberId)?.role).toBe('owner');
  await expect(useTicket(server.url, owner!.cookie, ticket)).rejects.toThrow();
  member.cut();
});

it('takes over a connection, disconnected or alive, only with the cookie of its session', async () => {
  const universeId = await universeOf(owner!);
  const alive = await enter(server.url, owner!, { universeId });
  const dropped = await enter(server.url, owner!, { universeId });
  for (const { room } of [alive, dropped]) expect(room.reconnectionToken).toMatch(/:\w{24}$/);
  dropped.cut();
  await until(() => [...alive.room.state.members.values()].some(({ connected }) => !connected));
  for (const { room } of [alive, dropped]) {
    for (const cookie of [nobody, friend!.cookie]) {
      await expect(reconnect(server.url, cookie, room.reconnectionToken)).rejects.toThrow();
    }
  }
  expect(alive.room.connection.isOpen).toBe(true);
  const back = await reconnect(server.url, owner!.cookie, dropped.room.reconnectionToken);
  expect(back.memberId).toBe(dropped.memberId);
  const taken = await reconnect(server.url, owner!.cookie, alive.room.reconnectionToken);
  expect(taken.memberId).toBe(alive.memberId);
  await until(() => !alive.room.connection.isOpen);
  for (const member of [taken, back]) member.cut();
});

it('accepts the ticket of a spectator without an identity without a cookie', async () => {
  const universeId = await universeOf(owner!);
  const watcher = createVisitor(server.url);
  const member = await useTicket(server.url, nobody, await askTicket(server.url, watcher, { universeId, as: 'spectate' }));
  expect(member.room.state.members.get(member.memberId)?.role).toBe('spectator');
  member.cut();
});
