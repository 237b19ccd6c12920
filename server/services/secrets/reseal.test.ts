import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DataKey } from '../../config.ts';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import { createEmailHash, sessionDataKey } from './derived-keys.ts';
import { reseal } from './reseal.ts';
import { sealPlaceOf } from './seal-place.ts';
import { createSealedText, type SealedText } from './sealed-text.ts';

const secret = 'a secret for tests, which is forty letters';
const key = (id: string, byte: number): DataKey => ({ id, bytes: Buffer.alloc(32, byte) });
const [old, fresh, lost] = [key('old', 1), key('fresh', 2), key('lost', 3)];
const session = sessionDataKey(secret);
const onlyFresh = createSealedText([fresh]);
const all = createSealedText([fresh, old, session]);
const people = ['ann', 'ben', 'cid', 'dan', 'eve'];

describe.each(testDatabases)('on $kind', ({ kind, open }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await query('delete from universes');
    await query('delete from users');
    for (const [index, id] of people.entries()) await account(id, index % 2 === 0 ? old : session);
  });

  const query = (text: string, values: unknown[] = []) => database.connection.query(text, values);
  /** Adds an account with a universe and a note on it, both texts sealed with a key. */
  const account = async (id: string, by: DataKey) => {
    const { seal } = createSealedText([by]);
    const address = `${id}@example.org`;
    await query(
      `insert into users (id, display_name, colour, account_since, email, email_hash) values ($1, 'Ada', '#ffffff', now(), $2, $3)`,
      [id, seal(address, sealPlaceOf({ userId: id, universeId: null })), createEmailHash(secret)(address)],
    );
    await query(`insert into universes (id, name, owner_id, seed, document_version) values ($1, 'One', $2, 1, 1)`, [`of-${id}`, id]);
    await query('insert into notes (user_id, universe_id, text) values ($1, $2, $3)', [
      id,
      `of-${id}`,
      seal(`a note of ${id}`, sealPlaceOf({ userId: id, universeId: `of-${id}` })),
    ]);
  };
  const sealedTexts = async () => {
    const { rows: addresses } = await query('select id as user, email as text, null as universe from users order by id');
    const { rows: notes } = await query('select user_id as user, text, universe_id as universe from notes order by user_id');
    return [...addresses, ...notes] as { user: string; text: string; universe: string | null }[];
  };
  const readBy = async ({ open: read }: SealedText) =>
    (await sealedTexts()).map(({ user, text, universe }) => read(text, sealPlaceOf({ userId: user, universeId: universe })));
  const whole = [...people.map((id) => `${id}@example.org`), ...people.map((id) => `a note of ${id}`)];
  const run = (options: Partial<Parameters<typeof reseal>[1]> = {}) =>
    reseal(database.connection.db, { sealedText: all, keyId: fresh.id, batchSize: 2, ...options });

  it('seals again what other keys have sealed, so that the newest alone opens it', async () => {
    await expect(readBy(onlyFresh)).rejects.toThrow('which DATA_KEYS does not have');
    expect(await run()).toEqual({ addresses: 5, notes: 5, left: new Map() });
    expect(await readBy(onlyFresh)).toEqual(whole);
    const before = await sealedTexts();
    expect(await run()).toEqual({ addresses: 0, notes: 0, left: new Map() });
    expect(await sealedTexts()).toEqual(before);
  });

  it('continues where it was interrupted', async () => {
    const done: number[] = [];
    const interrupted = run({
      progress(count) {
        done.push(count);
        if (count === 7) throw new Error('interrupted');
      },
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect(done).toEqual([2, 4, 5, 7]);
    expect(await readBy(all)).toEqual(whole);
    expect(await run()).toEqual({ addresses: 0, notes: 3, left: new Map() });
    expect(await readBy(onlyFresh)).toEqual(whole);
  });

  // The embedded database runs statements in the order in which they are sent.
  it.runIf(kind === 'embedded')('leaves alone what was changed since it was read', async () => {
    const place = sealPlaceOf({ userId: 'cid', universeId: 'of-cid' });
    const written = createSealedText([old]).seal('a later note', place);
    let change: Promise<unknown> | undefined;
    const sealedText: SealedText = {
      open: all.open,
      seal(text, at) {
        // Sent before the statement that replaces the row.
        if (at === place) change ??= query('update notes set text = $1 where user_id = $2', [written, 'cid']);
        return all.seal(text, at);
      },
    };
    expect(await run({ sealedText })).toEqual({ addresses: 5, notes: 4, left: new Map([['old', 1]]) });
    await change;
    expect(await readBy(all)).toEqual([...whole.slice(0, 7), 'a later note', ...whole.slice(8)]);
    expect(await run()).toEqual({ addresses: 0, notes: 1, left: new Map() });
    expect(await readBy(onlyFresh)).toContain('a later note');
  });

  it('seals the others where one cannot be opened, and names its key', async () => {
    await account('zoe', lost);
    expect(await run()).toEqual({ addresses: 5, notes: 5, left: new Map([['lost', 2]]) });
  });
});
