import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type nodeFs from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { failureOf } from '../../services/database-failure.ts';
import { openCluster } from './embedded-cluster.ts';
import { type EmbeddedClient, openRevivingClient } from './reviving-client.ts';

// The CommonJS module, as PGlite imports it, so that it calls the replaced functions.
const fs = createRequire(import.meta.url)('node:fs') as typeof nodeFs;

let directory: string;
let client: EmbeddedClient;
let syncs = 0;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'harmonic-'));
  client = await openRevivingClient((onFault) => openCluster(directory, onFault));
  await client.exec('create table kept (value integer); insert into kept values (7)');
});
afterAll(async () => {
  await client.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Writes more than a segment of the log holds, so that a new one is created. */
const fillLog = `select pg_logical_emit_message(true, 'x', repeat('y', 1000000)) from generate_series(1, 20)`;
const failureFrom = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: unknown) => failureOf(error),
  );

it.each([
  ['ENOSPC', 'full'],
  ['EIO', 'damaged'],
])(
  'survives a log that can not be written (%s), and loses no commits',
  async (code, failure) => {
    const broken = vi.spyOn(fs, 'writeSync').mockImplementation(() => {
      throw Object.assign(new Error(code), { code });
    });
    // Queries that wait behind it are refused as well, and nothing freezes.
    const asked = [client.query(fillLog), client.query('select 1'), client.transaction((tx) => tx.query('insert into kept values (8)'))];
    expect((await Promise.all(asked.map(failureFrom)))[0]).toBe(failure);
    expect(await failureFrom(client.query('insert into kept values (9)'))).toBe(failure);
    broken.mockRestore();
    await expect.poll(() => failureFrom(client.query('insert into kept values (7)')), { timeout: 15_000, interval: 300 }).toBe('done');
    expect((await client.query('select distinct value from kept')).rows).toEqual([{ value: 7 }]);
  },
  30_000,
);

it('syncs the log with each transaction that writes', async () => {
  const counted = vi.spyOn(fs, 'fsyncSync').mockImplementation(() => void (syncs += 1));
  for (let index = 0; index < 5; index += 1) await client.query('insert into kept values (7)');
  counted.mockRestore();
  expect(syncs).toBeGreaterThanOrEqual(5);
  expect(readdirSync(join(directory, 'database', 'pg_wal')).length).toBeGreaterThan(1);
});
