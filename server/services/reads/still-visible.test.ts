import { expect, it } from 'vitest';
import type { Database } from '../../db/database.ts';
import { stillVisible } from './still-visible.ts';

/** The primary and a replica, which nothing here asks. */
const [db, reads] = [{}, {}] as unknown as [Database, Database];

const found = [{ id: 'one' }, { id: 'two' }];
const visibleBy = (ask: (ids: readonly string[]) => Promise<Set<string>>) =>
  stillVisible({ db, reads }, found, undefined, (_db, _userId, ids) => ask(ids));

it('keeps the order of what the primary still shows', async () => {
  expect(await visibleBy(async () => new Set(['two', 'one']))).toEqual(found);
  expect(await visibleBy(async (ids) => new Set(ids.slice(1)))).toEqual([{ id: 'two' }]);
});

it('keeps all while the primary is gone, and fails if it answers with another error', async () => {
  const failing = (code: string) => async () => {
    throw Object.assign(new Error('failed'), { code });
  };
  expect(await visibleBy(failing('ECONNREFUSED'))).toEqual(found);
  await expect(visibleBy(failing('42703'))).rejects.toThrow('failed');
});
