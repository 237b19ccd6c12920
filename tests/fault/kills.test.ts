import { expect, it, vi } from 'vitest';
import { copyMigrated, testDatabases } from '../../server/testing/test-databases.ts';
import { withTemporaryFolder } from '../support/temporary-folder.ts';
import { killWhileEditing, type KillsResult } from './kills.ts';

const kills = 2;
/** After each kill the server starts and four members reconnect, which takes long on a slow machine. */
vi.setConfig({ testTimeout: 240_000 });

const expectNothingLost = (result: KillsResult) => {
  expect(result).toMatchObject({ kills, lost: 0, twice: 0 });
  expect(result.acknowledged).toBeGreaterThan(10);
};

it('loses no acknowledged edit over repeated kills, with the embedded database', async () => {
  await withTemporaryFolder(async (dataDirectory) => {
    await copyMigrated(dataDirectory);
    expectNothingLost(await killWhileEditing({ dataDirectory }, 1, kills));
  });
});

it('loses no acknowledged edit over repeated kills, with PostgreSQL', async () => {
  const database = await testDatabases.find(({ kind }) => kind === 'postgresql')!.open();
  try {
    await withTemporaryFolder(async (dataDirectory) =>
      expectNothingLost(await killWhileEditing({ dataDirectory, databaseUrl: database.url! }, 2, kills)),
    );
  } finally {
    await database.close();
  }
});
