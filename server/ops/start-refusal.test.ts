import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../db/database.ts';
import { runServerProcess } from '../testing/server-process.ts';
import { type TestDatabase, testDatabases } from '../testing/test-databases.ts';
import { startRefusal } from './start-refusal.ts';

const directory = mkdtempSync(join(tmpdir(), 'harmonic-'));
let postgres: TestDatabase;
beforeAll(async () => (postgres = await testDatabases.find(({ kind }) => kind === 'postgresql')!.open()));
afterAll(async () => {
  await postgres.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Returns the message for a database that can not be opened. */
async function saidOf(databaseUrl: string): Promise<string | null> {
  const place = { databaseUrl, dataDirectory: directory };
  return openDatabase(place).then(
    async (connection) => (await connection.close(), 'it was opened'),
    (error: unknown) => startRefusal(error, place),
  );
}
const changed = (change: (url: URL) => void) => {
  const url = new URL(postgres.url!);
  change(url);
  return url.href;
};

it('says what to do if PostgreSQL is unavailable or denies access, without revealing a password', async () => {
  await postgres.connection.query(`create role reader login password 'reader'`);
  await postgres.connection.query('create database of_others');
  await postgres.connection.query(`alter role reader set default_transaction_read_only = on`);
  const cases: [string, RegExp][] = [
    [changed((url) => (url.port = '1')), /nothing listens there. Start PostgreSQL/],
    [changed((url) => (url.hostname = 'nowhere.invalid')), /no such host|can not be looked up/],
    [changed((url) => (url.pathname = '/missing')), /has no such database. Create it/],
    [
      changed((url) => ((url.username = 'reader'), (url.password = 'reader'), (url.pathname = '/of_others'))),
      /read-only|may not make tables/,
    ],
    [changed((url) => url.searchParams.set('sslmode', 'verify-full')), /TLS/],
  ];
  const said = await Promise.all(cases.map(([url]) => saidOf(url)));
  for (const [index, [url, words]] of cases.entries()) {
    expect(said[index]).toMatch(words);
    expect(said[index]).not.toContain(new URL(url).password);
  }
});

it.each([
  [{ code: '28P01', severity: 'FATAL' }, 'does not take the password'],
  [{ code: '53300', severity: 'FATAL' }, 'takes no more connections'],
  [{ code: 'XX000', severity: 'ERROR', message: 'it is odd' }, 'refuses: it is odd.'],
  [new Error('Failed query', { cause: { code: '25006', severity: 'ERROR' } }), 'is read-only'],
])('explains %j of PostgreSQL: %s', (error, words) => {
  expect(startRefusal(error, { databaseUrl: 'postgresql://ada:hidden@db.example:5432/music', dataDirectory: directory })).toContain(words);
});

it.each([
  [{ code: 'ENOSPC', path: '/srv/data/database.lock' }, 'There is no room left on the disk of /srv/data/database.lock'],
  [{ code: 'EROFS', path: '/srv/data' }, '/srv/data is on a disk that is read-only'],
  [{ code: 'EACCES', path: '/srv/data' }, 'The user of this server may not use /srv/data'],
  [{ code: 'EROFS' }, 'read-only'],
  [{ code: '53100', severity: 'ERROR' }, 'There is no room left'],
])('explains %j of a disk: %s', (error, words) => {
  expect(startRefusal(error, { databaseUrl: undefined, dataDirectory: '/srv/data' })).toContain(words);
});

it('returns null for a bug', () => {
  expect(startRefusal(new TypeError('x is not a function'), { databaseUrl: undefined, dataDirectory: directory })).toBeNull();
});

it('exits with a single sentence and no stack', async () => {
  const [file, empty] = [join(directory, 'file'), join(directory, 'empty')];
  writeFileSync(file, '');
  chmodSync(file, 0o600);
  const ended = await Promise.all([
    runServerProcess({ DATA_DIR: file }),
    runServerProcess({ DATA_DIR: join(file, 'under') }),
    runServerProcess({ DATA_DIR: empty, DATABASE_URL: changed((url) => (url.pathname = '/missing')) }),
  ]);
  for (const [index, words] of [
    'is a file, where a directory belongs',
    'Choose another directory with DATA_DIR',
    'no such database',
  ].entries()) {
    expect(ended[index]).toEqual({ code: 1, output: expect.stringMatching(new RegExp(`^[^\n]*${words}[^\n]*\n$`)) });
  }
});
