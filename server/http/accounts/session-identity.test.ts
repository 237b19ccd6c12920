import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Accounts } from '../../services/accounts/accounts.ts';
import { createDeviceCookies } from '../../auth/device-cookies.ts';
import { createIdentity } from '../../auth/identity.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { createGuestService } from '../../services/accounts/guest-service.ts';
import { createSessionService } from '../../services/accounts/session-service.ts';
import { createUserService } from '../../services/accounts/user-service.ts';
import { openTestDatabase, type TestDatabase } from '../../testing/test-databases.ts';
import { createServerEvents } from '../../ops/events/server-events.ts';
import { createVisitor } from '../../testing/test-server.ts';

let database: TestDatabase;
let identity: Identity;
let url: string;
let close: () => void;

beforeAll(async () => {
  database = await openTestDatabase();
  const users = createUserService(database.connection.db);
  const keys = { secret: 'a secret of thirty-two characters', secureCookies: false };
  const { connection } = database;
  const [devices, guests] = [createDeviceCookies(keys), createGuestService(connection.db)];
  const sessions = createSessionService(connection.db);
  identity = createIdentity({ sessions, users, accounts: {} as Accounts, guests, devices, events: createServerEvents(null), ...keys });
  const app = express();
  app.use(identity.middleware);
  app.post('/enter', (request, response, next) => {
    const enter = async () => {
      const { id } = await users.createGuest();
      await connection.query('update users set account_since = now() where id = $1', [id]);
      await identity.enter(request, await users.get(id));
      response.json({ id });
    };
    enter().catch(next);
  });
  app.get('/me', identity.required, (request, response) => void response.json({ id: request.user!.id }));
  app.post('/leave', (request, response, next) => void identity.leave(request).then(() => response.json({}), next));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
});
afterAll(async () => {
  close();
  await database.close();
});

it('identifies a session by a hash of its secret, and finds it only while it is live', async () => {
  const [ann, bob] = [createVisitor(url), createVisitor(url)];
  const { id } = (await ann.call<{ id: string }>('POST', '/enter')).body;
  const named = (await identity.sessionOf(ann.cookie))!;
  expect(named).toMatchObject({ user: { id }, sessionId: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const sid = /s%3A([^.]+)\./.exec(ann.cookie)![1]!;
  expect(named.sessionId).not.toContain(sid);
  await bob.call('POST', '/enter');
  expect((await identity.sessionOf(bob.cookie))!.sessionId).not.toBe(named.sessionId);

  const { cookie } = ann;
  await ann.call('POST', '/leave');
  expect([await identity.sessionOf(cookie), await identity.sessionOf(undefined)]).toEqual([null, null]);
});

it('identifies a guest by their cookie, until they become an account', async () => {
  const visitor = createVisitor(url);
  const { id } = (await visitor.call<{ id: string }>('GET', '/me')).body;
  expect(await identity.sessionOf(visitor.cookie)).toMatchObject({ sessionId: `guest:${id}`, user: { id } });
  await database.connection.query(`insert into users (id, display_name, colour, account_since) values ($1, 'Ann', '#ffffff', now())`, [id]);
  expect(await identity.sessionOf(visitor.cookie)).toBeNull();
});
