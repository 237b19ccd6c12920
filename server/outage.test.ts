import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UniverseDetail } from '../shared/api/contract/contract.ts';
import type { ErrorBody } from '../shared/api/errors.ts';
import { readRefusal } from '../shared/refusals/sent-refusal.ts';
import { freePort } from '../tests/support/free-port.ts';
import { type BreakableConnection, openBreakableLine } from './testing/breakable-connection.ts';
import { runServerProcess, type ServerProcess, startServerProcess } from './testing/server-process.ts';
import { type TestDatabase, testDatabases } from './testing/test-databases.ts';
import { createGuest, createVisitor, join, type Visitor } from './testing/test-server.ts';

const directory = mkdtempSync(joinPath(tmpdir(), 'harmonic-'));
let database: TestDatabase;
let line: BreakableConnection;
let server: ServerProcess;
let variables: Record<string, string>;
let metricsUrl: string;

beforeAll(async () => {
  database = await testDatabases.find(({ kind }) => kind === 'postgresql')!.open();
  const address = new URL(database.url!);
  line = await openBreakableLine({ host: address.hostname, port: Number(address.port) });
  address.port = String(line.port);
  const METRICS_PORT = String(await freePort());
  metricsUrl = `http://127.0.0.1:${METRICS_PORT}/metrics`;
  variables = { DATA_DIR: directory, DATABASE_URL: address.href, METRICS_PORT };
  server = await startServerProcess(variables);
});
afterAll(async () => {
  await server.end('SIGKILL');
  line.close();
  await database.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Length of the outage; `OUTAGE_SECONDS` makes it longer, for failures that appear late. */
const goneMs = Number(process.env.OUTAGE_SECONDS ?? 2) * 1000;

/** Requests until the answer has this status. */
async function untilStatus(visitor: Visitor, path: string, status: number): Promise<void> {
  await expect.poll(async () => (await visitor.call('GET', path)).status, { timeout: 20_000 }).toBe(status);
}

it(
  'answers 503 with `Retry-After` during an outage of its database, and recovers by itself',
  async () => {
    const ann = await createGuest(server.url);
    const { id } = (await ann.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'orrery' })).body;
    const path = `/api/v1/universes/${id}`;
    const inside = await join(server.url, ann, { universeId: id });
    const edit = { clientId: 'through-it-all', clientSequence: 1, edit: { kind: 'parameters.set', values: { tempo: 77 } } };
    const closed = new Promise((resolve) => inside.room.onLeave(resolve));

    expect(await (await fetch(metricsUrl)).text()).toMatch(/^harmonic_db_pool\{state="idle"\} [1-9]/m);
    const ready = await ann.call('GET', '/readyz');
    expect([ready.status, ready.body]).toEqual([200, { status: 'ready' }]);

    line.cut();
    for (const [visitor, method, where, body] of [
      [ann, 'GET', path, undefined],
      [ann, 'PATCH', path, { name: 'While it is gone' }],
      [ann, 'POST', '/api/v1/universes', { templateId: 'orrery' }],
      [createVisitor(server.url), 'GET', '/api/v1/universes?list=recent', undefined],
      [ann, 'GET', '/api/v1/me', undefined],
      [ann, 'GET', '/readyz', undefined],
    ] as const) {
      const answer = await visitor.call<ErrorBody>(method, where, body);
      expect([method, where, answer.status, answer.body.error.code]).toEqual([method, where, 503, 'unavailable']);
      expect(answer.headers.get('retry-after')).toBe('5');
    }
    for (const endMs = performance.now() + goneMs; performance.now() < endMs; await sleep(500)) {
      expect([(await ann.call('GET', path)).status, (await ann.call('GET', '/healthz')).status]).toEqual([503, 200]);
    }
    // Unsaved edits are not acknowledged: the client is disconnected, and sends them again.
    inside.send('edit', edit);
    await closed;
    expect(inside.heard.edits).toEqual([]);

    line.mend();
    await untilStatus(ann, path, 200);
    expect((await ann.call('GET', '/readyz')).status).toBe(200);
    expect((await ann.call<UniverseDetail>('GET', path)).body.name).toBe('Clockwork Orrery');
    const again = await join(server.url, ann, { universeId: id });
    again.send('edit', edit);
    await again.until(() => again.heard.edits.length > 0);
    expect((await ann.call<UniverseDetail>('GET', path)).body.document.parameters.tempo).toBe(77);
    await again.room.leave();
  },
  90_000 + goneMs,
);

it('rejects writes when the disk is full, and still answers reads', async () => {
  const ann = await createGuest(server.url);
  const { id } = (await ann.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'orrery' })).body;
  const { connection } = database;
  await connection.query(`create function refuse_writing() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`);
  await connection.query('create trigger full_disk before insert or update on universes for each row execute function refuse_writing()');
  const inside = await join(server.url, ann, { universeId: id }).catch((error: Error) => error.message);
  for (const [method, where, body] of [
    ['POST', '/api/v1/universes', { templateId: 'orrery' }],
    ['PATCH', `/api/v1/universes/${id}`, { name: 'More' }],
  ] as const) {
    const answer = await ann.call<ErrorBody>(method, where, body);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
    expect(answer.body.error).toMatchObject({ reason: 'disk-full', retryAfterSeconds: 60 });
    expect(answer.body.error.message).toContain('no room left');
  }
  const read = await ann.call<UniverseDetail>('GET', `/api/v1/universes/${id}`);
  expect([read.status, read.body.name]).toEqual([200, 'Clockwork Orrery']);
  expect(readRefusal(String(inside))).toMatchObject({
    reason: 'room-not-opened',
    message: 'The universe could not be opened. Try again.',
  });
  await connection.query('drop function refuse_writing cascade');
  expect((await ann.call('POST', '/api/v1/universes', { templateId: 'orrery' })).status).toBe(201);
});

it('stops in time even during an outage of its database', async () => {
  const ann = await createGuest(server.url);
  const { id } = (await ann.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'orrery' })).body;
  await join(server.url, ann, { universeId: id });
  line.cut();
  const begun = performance.now();
  await server.end('SIGTERM');
  expect(performance.now() - begun).toBeLessThan(12_000);
  line.mend();
  server = await startServerProcess(variables);
});

it('does not start on a database of a newer version, and changes nothing there', async () => {
  const { connection } = database;
  await connection.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of-the-future', 99999999999999)`);
  const { code, output } = await runServerProcess(variables);
  expect(code).toBe(1);
  expect(output).toContain('made by a newer version');
  await connection.query(`delete from drizzle.__drizzle_migrations where hash = 'of-the-future'`);
});
