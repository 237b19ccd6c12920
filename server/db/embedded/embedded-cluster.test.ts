import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCluster } from './embedded-cluster.ts';
import { protectDataDirectory } from '../data-directory/private-files.ts';

let directory: string;
const inside = (...path: string[]) => join(directory, ...path);

const fill = async () => {
  const cluster = await openCluster(directory);
  await cluster.exec('create table if not exists kept (value integer); insert into kept values (7)');
  return cluster;
};
const expectKept = async () => {
  const cluster = await openCluster(directory);
  expect((await cluster.query('select distinct value from kept')).rows).toEqual([{ value: 7 }]);
  await cluster.close();
};

/** Returns the paths in a directory to which users other than the owner have access. */
function exposed(path: string): string[] {
  const found = lstatSync(path);
  const own = (found.mode & 0o077) === 0 ? [] : [`${path} ${(found.mode & 0o777).toString(8)}`];
  return found.isDirectory() ? [...own, ...readdirSync(path).flatMap((name) => exposed(join(path, name)))] : own;
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'harmonic-'));
  await (await fill()).close();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

it('hides the files from other users, also those that are created later', async () => {
  expect(exposed(inside('database'))).toEqual([]);
  const cluster = await openCluster(directory);
  await cluster.exec(`create table later (text text); insert into later select repeat('x', 9000) from generate_series(1, 50)`);
  await cluster.exec('select pg_switch_wal(); insert into later values (1); checkpoint');
  expect(exposed(inside('database'))).toEqual([]);
  await cluster.close();
  expect(exposed(inside('database'))).toEqual([]);
});

it('removes the access of others to files of an older version, and leaves other files alone', () => {
  const open = [inside(), inside('database'), inside('database', 'base'), inside('database', 'PG_VERSION'), inside('session-secret')];
  writeFileSync(inside('session-secret'), 'secret');
  writeFileSync(inside('notes.txt'), 'of somebody', { mode: 0o644 });
  for (const path of open) chmodSync(path, lstatSync(path).isDirectory() ? 0o755 : 0o666);
  expect(protectDataDirectory(directory)).toEqual([]);
  expect(open.map((path) => lstatSync(path).mode & 0o077)).toEqual(open.map(() => 0));
  expect(exposed(directory)).toEqual([`${inside('notes.txt')} 644`]);
});

describe('keeps an existing database', () => {
  it.each<[string, () => void]>([
    ['a stray marker of an older version', () => writeFileSync(inside('database.unfinished'), '')],
    [
      'the files of an interrupted start',
      () => {
        mkdirSync(inside('database.building', 'base'), { recursive: true });
        writeFileSync(inside('database.building', 'PG_VERSION'), '18');
      },
    ],
  ])('despite %s', async (_what, leave) => {
    leave();
    await expectKept();
    expect(existsSync(inside('database.unfinished'))).toBe(false);
  });

  it('if the file that identifies it is missing, and reports that', async () => {
    for (const leave of [() => {}, () => writeFileSync(inside('database.unfinished'), '')]) {
      leave();
      rmSync(inside('database', 'PG_VERSION'));
      await expect(openCluster(directory)).rejects.toThrow('PG_VERSION is missing. Nothing was changed');
      writeFileSync(inside('database', 'PG_VERSION'), '18\n');
      await expectKept();
    }
  });
});

it('creates a new one after an interrupted first start, and in an empty directory', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'harmonic-'));
  mkdirSync(join(fresh, 'database'));
  mkdirSync(join(fresh, 'database.building'));
  writeFileSync(join(fresh, 'database.building', 'half'), '');
  const cluster = await openCluster(fresh);
  expect((await cluster.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await cluster.close();
  expect(readdirSync(fresh)).toEqual(['database']);
  rmSync(fresh, { recursive: true });
});

it('syncs commits to the disk, and limits the size of its log', async () => {
  const cluster = await openCluster(directory);
  const { rows } = await cluster.query(
    `select name, setting from pg_settings where name in ('fsync', 'wal_sync_method', 'synchronous_commit')`,
  );
  expect(rows).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'synchronous_commit', setting: 'on' },
    { name: 'wal_sync_method', setting: 'fsync' },
  ]);
  for (let written = 0; written < 10; written += 1)
    await cluster.exec(`select pg_logical_emit_message(true, 'x', repeat('y', 10000000)); checkpoint`);
  expect(readdirSync(inside('database', 'pg_wal')).length).toBeLessThan(8);
  await cluster.close();
});

it('says what to do about damaged files and about a file in place of the directory', async () => {
  truncateSync(inside('database', 'global', 'pg_control'), 100);
  await expect(openCluster(directory)).rejects.toThrow(/files are damaged.*npm run restore/);
  rmSync(inside('database'), { recursive: true });
  writeFileSync(inside('database'), 'mine');
  await expect(openCluster(directory)).rejects.toThrow('is a file, where the directory of the database belongs');
});
