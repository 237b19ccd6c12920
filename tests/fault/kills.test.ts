import { expect, it, vi } from 'vitest';
import { testDatabases } from '../../server/testing/test-databases.ts';
import { withTemporaryFolder } from '../support/temporary-folder.ts';
import { killWhileEditing, type KillsResult } from './kills.ts';

const kills = 2;
/** Each kill is followed by a start of the server and four returns, each as slow as the machine. */
vi.setConfig({ testTimeout: 240_000 });

const expectNothingLost = (result: KillsResult) => {
  expect(result).toMatchObject({ kills, lost: 0, twice: 0 });
  expect(result.acknowledged).toBeGreaterThan(10);
};

it('loses no acknowledged edit when it is killed again and again, on the embedded database', async () => {
  await withTemporaryFolder(async (dataDirectory) => expectNothingLost(await killWhileEditing({ dataDirectory }, 1, kills)));
});

it('loses no acknowledged edit when it is killed again and again, on PostgreSQL', async () => {
  const database = await testDatabases.find(({ kind }) => kind === 'postgresql')!.open();
  try {
    await withTemporaryFolder(async (dataDirectory) =>
      expectNothingLost(await killWhileEditing({ dataDirectory, databaseUrl: database.url! }, 2, kills)),
    );
  } finally {
    await database.close();
  }
});
