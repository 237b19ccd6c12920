import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preferenceChoices, preferenceNames, preferencesOf, usualPreferences } from '../../../shared/api/accounts/preferences.ts';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import { createUserService } from './user-service.ts';

describe.each(testDatabases)('on $kind', ({ open }) => {
  let database: TestDatabase;
  let users: ReturnType<typeof createUserService>;
  beforeAll(async () => {
    database = await open();
    users = createUserService(database.connection.db);
  });
  afterAll(() => database.close());

  it('stores every choice of every preference independently', async () => {
    const { id } = await users.createGuest();
    expect(preferencesOf({ ...(await users.get(id)) })).toEqual(usualPreferences);
    const chosen: Record<string, string> = { ...usualPreferences };
    for (const name of preferenceNames) {
      for (const choice of [...preferenceChoices[name].toReversed(), preferenceChoices[name][1]]) {
        chosen[name] = choice;
        await users.update(id, { [name]: choice });
        expect(preferencesOf({ ...(await users.get(id)) })).toEqual(chosen);
      }
    }
    expect(preferencesOf({ ...(await users.get(id)) })).toEqual(chosen);
  });

  it('replaces unknown stored choices by defaults', async () => {
    const { id } = await users.createGuest();
    for (const name of preferenceNames) await users.update(id, { [name]: 'else' });
    expect(preferencesOf({ ...(await users.get(id)) })).toEqual(usualPreferences);
  });
});

it('replaces invalid choices by defaults', () => {
  expect(preferencesOf({ theme: 'pink', reducedMotion: 1, pictureQuality: 'high' })).toEqual({
    ...usualPreferences,
    pictureQuality: 'high',
  });
});
