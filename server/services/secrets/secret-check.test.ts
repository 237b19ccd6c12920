import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DataKey } from '../../config.ts';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import { createEmailHash, sessionDataKey } from './derived-keys.ts';
import { createSealedText } from './sealed-text.ts';
import { checkSecrets } from './secret-check.ts';

const first = 'the first of two secrets, 40 letters long';
const second = 'another secret, which is as long as first';
const key = (id: string, byte = 1): DataKey => ({ id, bytes: Buffer.alloc(32, byte) });

describe.each(testDatabases)('on $kind', ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => (database = await open()));
  afterAll(() => database.close());
  beforeEach(async () => {
    await query('delete from users');
    await query('delete from secret_marks');
  });

  const query = (text: string, values: unknown[] = []) => database.connection.query(text, values);
  const check = (sessionSecret: string, dataKeys: DataKey[] = [], acceptedSecret?: string) =>
    checkSecrets(database.connection.db, { sessionSecret, dataKeys, acceptedSecret });
  const guest = (id = 'guest') => query(`insert into users (id, display_name, colour) values ($1, 'Ada', '#ffffff')`, [id]);
  const account = async (secret: string, keys: DataKey[] = [], id = 'ada') => {
    const email = `${id}@example.org`;
    const sealed = createSealedText([...keys, sessionDataKey(secret)]).seal(email, `users.email ${id}`);
    await guest(id);
    await query('update users set account_since = now(), email = $2, email_hash = $3 where id = $1', [
      id,
      sealed,
      createEmailHash(secret)(email),
    ]);
  };
  const fingerprintIn = async (refused: Promise<void>) => {
    const { message } = await refused.then(
      () => ({ message: 'it was taken' }),
      (error: Error) => error,
    );
    return /ACCEPT_SECRET=([0-9a-f]{12})/.exec(message)?.[1] ?? message;
  };

  it('accepts another secret while there are no users, and no other afterwards', async () => {
    await check(first);
    await check(second);
    await guest();
    await check(second);
    await expect(check(first)).rejects.toThrow(/Bring back the file session-secret/);
    await check(second);
  });

  it('tells by an account of an older version whether the secret is the right one', async () => {
    await account(first);
    await expect(check(second)).rejects.toThrow('is not the one that this database was written with');
    await check(first);
    await expect(check(second)).rejects.toThrow('is not the one');
  });

  it('continues with another secret that ACCEPT_SECRET names, rehashes addresses that it can open, and rejects a third', async () => {
    const keys = [key('one')];
    await account(first, keys);
    await check(first, keys);
    const accepted = await fingerprintIn(check(second, keys));
    await expect(check(second, keys, '0'.repeat(12))).rejects.toThrow('ACCEPT_SECRET');
    await check(second, keys, accepted);
    await check(second, keys);
    const { rows } = await query('select email_hash from users');
    expect(rows).toEqual([{ email_hash: createEmailHash(second)('ada@example.org') }]);
    await expect(check(first, keys, accepted)).rejects.toThrow('is not the one');
  });

  it('deletes addresses that can no longer be opened only for accounts with another sign-in method', async () => {
    await account(first, [], 'ada');
    await account(first, [], 'bob');
    await query(`insert into identities (provider, subject, user_id) values ('one', 'b', 'bob')`);
    await check(first);
    await check(second, [], await fingerprintIn(check(second)));
    const { rows } = await query('select id, email is null as gone from users order by id');
    expect(rows).toEqual([
      { id: 'ada', gone: false },
      { id: 'bob', gone: true },
    ]);
  });

  it('rejects a missing or different key of DATA_KEYS while something is sealed with it', async () => {
    await account(first, [key('one'), key('two')]);
    await check(first, [key('two'), key('one')]);
    await expect(check(first)).rejects.toThrow('sealed with the key "one", which DATA_KEYS does not have');
    await expect(check(first, [key('two')])).rejects.toThrow('"one"');
    await expect(check(first, [key('one', 9)])).rejects.toThrow('The key "one" of DATA_KEYS is not the one');
    await query('delete from users');
    await check(first);
  });
});
