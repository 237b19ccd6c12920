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

  it('keeps every choice of every preference, and one apart from another', async () => {
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

  it('shows no choice that there is not, whatever is stored', async () => {
    const { id } = await users.createGuest();
    for (const name of preferenceNames) await users.update(id, { [name]: 'else' });
    expect(preferencesOf({ ...(await users.get(id)) })).toEqual(usualPreferences);
  });
});

it('takes what is no choice for what nobody has chosen', () => {
  expect(preferencesOf({ theme: 'pink', reducedMotion: 1, pictureQuality: 'high' })).toEqual({
    ...usualPreferences,
    pictureQuality: 'high',
  });
});
