import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { ClusterProcess } from '../../db/repositories/processes/processes.ts';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import { newId } from '../ids.ts';
import { HeldElsewhere } from './held-elsewhere.ts';
import { createMembership } from './membership.ts';
import { ownMachine, processHeader } from './process-probe.ts';
import { createUniverseHolders } from './universe-holders.ts';

let database: TestDatabase;
/** A port at which nobody listens. */
let closedPort: number;

beforeAll(async () => {
  database = await testDatabases.find(({ kind }) => kind === 'postgresql')!.open();
  const server = await listen(() => {});
  closedPort = portOf(server);
  server.close();
  await database.connection.query("insert into users (id, display_name, colour) values ('owner', 'Ann', '#ffffff')");
});
afterAll(() => database.close());

const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function listen(answer: Parameters<typeof createServer>[1]): Promise<Server> {
  const server = createServer(answer!).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Serves `/healthz` as a process of this id does. Returns the port. */
async function healthy(id: string): Promise<number> {
  const server = await listen((_request, response) => response.setHeader(processHeader, id).end('{}'));
  onTestFinished(() => void server.close());
  return portOf(server);
}

async function newUniverse(): Promise<string> {
  const id = newId(10);
  await database.connection.query("insert into universes (id, name, owner_id, document_version, seed) values ($1, 'Any', 'owner', 1, 1)", [
    id,
  ]);
  return id;
}

/** Starts a process that others find at a port. */
async function startProcess(node: string, of: Partial<ClusterProcess> & { port?: number } = {}) {
  const id = of.id ?? newId(12);
  const self = { id, node, address: `http://127.0.0.1:${of.port ?? (await healthy(id))}`, machine: of.machine ?? ownMachine };
  const membership = createMembership({
    db: database.connection.apart,
    self,
    isShared: true,
    report: (error) => expect.fail(String(error)),
  });
  await membership.join();
  onTestFinished(() => membership.leave());
  return { membership, holders: createUniverseHolders(database.connection.db, membership) };
}

const isElsewhere = (node: string) => expect.objectContaining({ code: 'unavailable', reason: 'run-starting', node });

it('lets one of two processes hold a universe, and tells the other where it is, until it is released', async () => {
  const [one, two, id] = [await startProcess('a'), await startProcess('b'), await newUniverse()];
  const first = await one.holders.hold(id);
  await expect(two.holders.hold(id)).rejects.toEqual(isElsewhere('a'));
  await expect(two.holders.visit(id)).rejects.toBeInstanceOf(HeldElsewhere);
  await expect(two.holders.expectHere(id)).rejects.toEqual(isElsewhere('a'));
  await one.holders.expectHere(id);
  // A new run of the same process, and the end of the run before.
  const second = await one.holders.hold(id);
  expect(second.epoch).toBe(first.epoch + 1);
  await one.holders.release(id, first.epoch);
  await expect(two.holders.hold(id)).rejects.toEqual(isElsewhere('a'));
  await one.holders.release(id, second.epoch);
  expect((await two.holders.hold(id)).epoch).toBe(second.epoch + 1);
  expect([await one.holders.held([id]), await two.holders.held([id, 'other'])]).toEqual([new Set(), new Set([id])]);
});

it('lets a visit raise the epoch without holding the universe', async () => {
  const [one, two, id] = [await startProcess('a'), await startProcess('b'), await newUniverse()];
  const visit = await one.holders.visit(id);
  expect((await two.holders.visit(id)).epoch).toBe(visit.epoch + 1);
  expect((await two.holders.hold(id)).epoch).toBe(visit.epoch + 2);
});

it('gives up a holder at once where nobody listens at its address, or another process does', async () => {
  for (const port of [closedPort, await healthy('somebody else')]) {
    const [gone, two, id] = [await startProcess('a', { port }), await startProcess('b'), await newUniverse()];
    await gone.holders.hold(id);
    await two.holders.expectHere(id);
    await two.holders.hold(id);
    expect(await gone.holders.held([id])).toEqual(new Set());
    await expect(gone.holders.hold(id)).rejects.toEqual(isElsewhere('b'));
  }
});

it('leaves a universe to a holder that does not answer, or is on another machine, until its time has passed', async () => {
  const silent = await listen(() => {});
  onTestFinished(() => {
    silent.close();
    silent.closeAllConnections();
  });
  for (const place of [{ port: portOf(silent) }, { port: closedPort, machine: 'another' }]) {
    const [paused, two, id] = [await startProcess('a', place), await startProcess('b'), await newUniverse()];
    await paused.holders.hold(id);
    await expect(two.holders.hold(id)).rejects.toEqual(isElsewhere('a'));
    const { self } = paused.membership;
    await database.connection.query("update server_processes set alive_until = now() - interval '1 second' where id = $1", [self.id]);
    await two.holders.hold(id);
    // It has woken up: it renews its time, and takes nothing back.
    const isAlive = async () =>
      (await database.connection.query('select from server_processes where id = $1 and alive_until > now()', [self.id])).rows.length;
    await expect.poll(isAlive, { timeout: 10_000 }).toBe(1);
    await expect(paused.holders.hold(id)).rejects.toEqual(isElsewhere('b'));
    await expect(paused.holders.visit(id)).rejects.toEqual(isElsewhere('b'));
  }
});

it('reports a missing universe', async () => {
  const { holders } = await startProcess('a');
  await expect(holders.hold('nowhere')).rejects.toMatchObject({ code: 'not-found' });
  await expect(holders.visit('nowhere')).rejects.toMatchObject({ code: 'not-found' });
  await holders.expectHere('nowhere');
});

it('refuses to start beside another process where several are not configured, but not beside one that has ended', async () => {
  const lone = (port: number) => {
    const self = { id: newId(12), node: 'single', address: `http://127.0.0.1:${port}`, machine: ownMachine };
    return createMembership({ db: database.connection.apart, self, isShared: false, handoverMs: 300, report: () => {} });
  };
  await startProcess('killed', { port: closedPort });
  const first = lone(0);
  await first.join();
  onTestFinished(() => first.leave());
  const port = await healthy(first.self.id);
  await first.listensAt(port);
  await expect(lone(1).join()).rejects.toMatchObject({
    code: 'conflict',
    message: `Another server uses this database: http://127.0.0.1:${port} on ${ownMachine}. Stop it first, or set REDIS_URL for both, so that they work together.`,
  });
  await first.leave();
  const second = lone(1);
  await second.join();
  await second.leave();
});
