import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { privateNoteLimits } from '../../../shared/api/feedback/feedback.ts';
import { filled, password, startWorld, type World } from '../../testing/world.ts';
import type { TestServer, Visitor } from '../../testing/test-server.ts';

const secret = 'quincunx of violets';

let server: TestServer;
let world: World;
beforeAll(async () => {
  ({ server, world } = await startWorld());
});
afterAll(() => server.stop());

const note = (by: Visitor, id: string) => world.call(by, 'getNote', { id });
const write = (by: Visitor, id: string, text: string) => world.call(by, 'writeNote', { id }, { text });

/** The content of the whole database, as text. */
async function everything(): Promise<string> {
  const { rows } = await server.query(`select table_name as name from information_schema.tables where table_schema = 'public'`);
  const tables = (rows as { name: string }[]).map(({ name }) => name);
  expect(tables).toContain('notes');
  const held = await Promise.all(tables.map((name) => server.query(`select t::text as row from "${name}" as t`)));
  return held.flatMap((table) => (table.rows as { row: string }[]).map(({ row }) => row)).join('\n');
}

describe('a private note', () => {
  it('is visible to its author only, whoever else may see the universe', async () => {
    const { by: owner, id } = await world.owned();
    const guest = await world.guest();
    expect(await note(guest, id)).toEqual({ text: '', updatedAt: null });
    const { updatedAt } = await write(guest, id, `  ${secret}\r\nand more `);
    expect(await note(guest, id)).toEqual({ text: `${secret}\nand more`, updatedAt });
    expect(await note(owner, id)).toEqual({ text: '', updatedAt: null });
    await write(owner, id, 'Mine.');
    expect((await note(guest, id)).text).toContain(secret);
    expect((await guest.call('GET', filled('getNote', { id }))).headers.get('cache-control')).toBe('private, no-store');
    await server.query(`update users set role = 'admin' where id = $1`, [await world.idOf(owner)]);
    expect((await note(owner, id)).text).toBe('Mine.');
    for (const text of ['', ' ', 'x'.repeat(privateNoteLimits.text.max + 1), 'a\u0007b'])
      expect((await guest.call('PUT', filled('writeNote', { id }), { text })).status).toBe(400);
    expect(await world.call(guest, 'deleteNote', { id })).toEqual({});
    expect(await world.call(guest, 'deleteNote', { id })).toEqual({});
    expect(await note(guest, id)).toEqual({ text: '', updatedAt: null });
  });

  it('is stored encrypted, and cannot be decrypted in another row', async () => {
    const [{ by, id }, other] = [await world.owned(), await world.guest()];
    await write(by, id, secret);
    const held = await everything();
    for (const word of [secret, ...secret.split(' ').filter((part) => part.length > 4)]) expect(held).not.toContain(word);
    for (const encoding of ['base64', 'base64url', 'hex'] as const) expect(held).not.toContain(Buffer.from(secret).toString(encoding));
    await write(other, id, 'Another.');
    await server.query('update notes set text = (select text from notes where user_id = $1) where user_id = $2', [
      await world.idOf(by),
      await world.idOf(other),
    ]);
    expect((await other.call('GET', filled('getNote', { id }))).status).toBe(500);
    const insert = server.query('insert into notes (user_id, universe_id, text) values ($1, $2, $3)', [
      await world.idOf(await world.guest()),
      id,
      'As it was written.',
    ]);
    await expect(insert).rejects.toThrow();
  });

  it('is part of the export, and is deleted with its universe and its author', async () => {
    const [{ by, id }, { id: otherId }] = [await world.owned(), await world.owned()];
    await write(by, otherId, secret);
    await write(by, id, 'Own.');
    const { notes } = await world.call(by, 'exportMe');
    expect(notes.map(({ universeId, text }) => [universeId, text])).toEqual([
      [otherId, secret],
      [id, 'Own.'],
    ]);
    const left = async () => (await server.query('select 1 from notes where user_id = $1', [userId])).rows.length;
    const userId = await world.idOf(by);
    await server.query('delete from universes where id = $1', [otherId]);
    expect(await left()).toBe(1);
    await world.call(by, 'deleteMe', {}, {});
    expect(await left()).toBe(0);
  });

  it('of a guest moves to the account that they sign in to, and is appended to the note there', async () => {
    const { id } = await world.owned();
    const { id: otherId } = await world.owned();
    const { visitor, email } = await world.member();
    await write(visitor, id, 'Of the account.');
    const guest = await world.guest();
    await write(guest, id, 'Of the guest.');
    await write(guest, otherId, secret);
    await world.call(guest, 'signIn', {}, { email, password });
    for (const by of [guest, visitor]) {
      expect((await note(by, id)).text).toBe('Of the account.\n\nOf the guest.');
      expect((await note(by, otherId)).text).toBe(secret);
    }
  });

  it('holds the maximum of characters in any script', async () => {
    const { by, id } = await world.owned();
    for (const letter of ['x', 'ß', '音', '𝄞']) {
      const text = letter.repeat(privateNoteLimits.text.max / letter.length);
      await write(by, id, text);
      expect((await note(by, id)).text).toBe(text);
    }
  });
});
