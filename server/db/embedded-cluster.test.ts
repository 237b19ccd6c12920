import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCluster } from './embedded-cluster.ts';

it('makes a database, keeps what is in it, and makes it again where the making was cut short', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'harmonic-'));
  const first = await openCluster(directory);
  await first.exec('create table kept (value integer); insert into kept values (7)');
  await first.close();
  const second = await openCluster(directory);
  expect((await second.query('select value from kept')).rows).toEqual([{ value: 7 }]);
  await second.close();

  writeFileSync(join(directory, 'database.unfinished'), '');
  unlinkSync(join(directory, 'database/PG_VERSION'));
  const third = await openCluster(directory);
  expect((await third.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await third.close();
  rmSync(directory, { recursive: true, force: true });
}, 40_000);
