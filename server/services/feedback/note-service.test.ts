import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSealedText } from '../secrets/sealed-text.ts';
import { insertUniverse } from '../../db/repositories/universes/universes.ts';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import { newId } from '../ids.ts';
import { createNoteService, mergeNotes } from './note-service.ts';
import { createUserService } from '../accounts/user-service.ts';

const old = { id: 'old', bytes: Buffer.alloc(32, 1) };
const fresh = { id: 'fresh', bytes: Buffer.alloc(32, 2) };

describe.each(testDatabases)('on $kind', ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());

  const notesUnder = (...keys: (typeof old)[]) => createNoteService(database.connection.db, createSealedText(keys));
  const newPerson = async () => (await createUserService(database.connection.db).createGuest()).id;
  const newUniverse = async (ownerId: string) => {
    const id = newId(10);
    await insertUniverse(database.connection.db, { id, name: 'Noted', ownerId, seed: 1, documentVersion: 1 });
    return id;
  };
  const keyOf = async (userId: string, universeId: string) => {
    const { rows } = await database.connection.query('select text from notes where user_id = $1 and universe_id = $2', [
      userId,
      universeId,
    ]);
    return (rows[0] as { text: string }).text.split('.')[0];
  };

  it('opens notes that older keys sealed, and seals with the newest key', async () => {
    const ann = await newPerson();
    const id = await newUniverse(ann);
    await notesUnder(old).write(ann, id, 'Before');
    expect(await keyOf(ann, id)).toBe('old');
    const rotated = notesUnder(fresh, old);
    expect((await rotated.find(ann, id))?.text).toBe('Before');
    await rotated.write(ann, id, 'After');
    expect(await keyOf(ann, id)).toBe('fresh');
    expect((await notesUnder(fresh).find(ann, id))?.text).toBe('After');
    await expect(notesUnder(old).find(ann, id)).rejects.toMatchObject({ code: 'internal-error' });
  });

  it('reseals notes that move to another user, and joins two notes on one universe', async () => {
    const [guest, account] = [await newPerson(), await newPerson()];
    const [both, one] = [await newUniverse(account), await newUniverse(account)];
    const before = notesUnder(old);
    await before.write(account, both, 'A'.repeat(1500));
    await before.write(guest, both, '𝄞'.repeat(800));
    await before.write(guest, one, 'Alone');
    await database.connection.db.transaction((tx) => mergeNotes(tx, createSealedText([fresh, old]), guest, account));
    const after = notesUnder(fresh);
    expect((await after.find(account, one))?.text).toBe('Alone');
    const joined = (await after.find(account, both))!.text;
    expect(joined.startsWith(`${'A'.repeat(1500)}\n\n𝄞`)).toBe(true);
    expect(joined.isWellFormed()).toBe(true);
    expect(await after.allOf(guest)).toEqual([]);
  });

  it('rejects a note on a missing universe or of a missing user', async () => {
    const ann = await newPerson();
    await expect(notesUnder(old).write(ann, 'nowhere', 'Lost')).rejects.toMatchObject({ code: 'not-found' });
    await expect(notesUnder(old).write('nobody', await newUniverse(ann), 'Lost')).rejects.toMatchObject({ code: 'not-found' });
  });
});
