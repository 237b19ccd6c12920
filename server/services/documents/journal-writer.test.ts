import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Edit } from '../../../shared/universe/index.ts';
import { openDatabase } from '../../db/database.ts';
import { openBreakableLine } from '../../testing/breakable-connection.ts';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import { createUserService } from '../accounts/user-service.ts';
import { failureOf } from '../database-failure.ts';
import { createJournalWriter, type JournalEntry, type JournalWriter } from './journal-writer.ts';

const rename = (text: string): Edit => ({ kind: 'storyboard.name', id: 'point', name: text }) as unknown as Edit;
const entry = (sequence: number, edit: Edit = { kind: 'restart' }): JournalEntry => ({
  sequence,
  tick: sequence,
  userId: 'one',
  clientId: 'client-one',
  clientSequence: sequence,
  edit,
});

describe.each(testDatabases)('on $kind', ({ kind, open }) => {
  let database: TestDatabase;
  let writer: JournalWriter;
  let ownerId: string;
  const query = async (text: string, parameters?: unknown[]) => (await database.connection.query(text, parameters)).rows;

  beforeAll(async () => {
    database = await open();
    ownerId = (await createUserService(database.connection.db).createGuest()).id;
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    writer = createJournalWriter(database.connection.db);
    await query('delete from universes');
  });

  /** Creates universes with the ids `u1`, `u2` and so on, in their first epoch. */
  const newUniverses = (count: number) =>
    query(
      `insert into universes (id, name, owner_id, document_version, seed, epoch)
       select 'u' || n, 'One', $1, 1, 1, 1 from generate_series(1, $2::integer) as n`,
      [ownerId, count],
    );
  const journal = () => query('select universe_id, sequence from edit_journal order by universe_id, sequence');
  const editCounts = () => query('select id, edit_count from universes where edit_count > 0 order by id');
  /** Returns the number of transactions that wrote the journal. */
  const transactions = async () => (await query('select distinct xmin::text from edit_journal')).length;

  it('commits the edits of two hundred runs in one transaction', async () => {
    await newUniverses(200);
    const ids = Array.from({ length: 200 }, (_, index) => `u${index + 1}`);
    await Promise.all(ids.map((id) => writer.append(id, 1, [entry(1), entry(2)])));
    expect(await transactions()).toBe(1);
    expect(await query('select count(*)::integer as edits, count(distinct universe_id)::integer as universes from edit_journal')).toEqual([
      { edits: 400, universes: 200 },
    ]);
    expect(await query('select distinct edit_count, updated_at > created_at as is_later from universes')).toEqual([
      { edit_count: 2, is_later: true },
    ]);
  });

  it('refuses the edits of a run that another run has replaced, or whose universe is gone, and writes the others', async () => {
    await newUniverses(3);
    await query(`update universes set epoch = 2 where id = 'u2'`);
    const outcomes = await Promise.allSettled(['u1', 'u2', 'u3', 'u4'].map((id) => writer.append(id, 1, [entry(1)])));
    const refused = { status: 'rejected', reason: { code: 'conflict', reason: 'universe-taken-over' } };
    expect(outcomes).toMatchObject([{ status: 'fulfilled' }, refused, { status: 'fulfilled' }, refused]);
    expect(await journal()).toEqual([
      { universe_id: 'u1', sequence: 1 },
      { universe_id: 'u3', sequence: 1 },
    ]);
    expect(await editCounts()).toEqual([
      { id: 'u1', edit_count: 1 },
      { id: 'u3', edit_count: 1 },
    ]);
  });

  it('fails for a row that the journal does not take, and writes the edits of other rooms', async () => {
    await newUniverses(9);
    await writer.append('u3', 1, [entry(1)]);
    const bad: Readonly<Record<string, JournalEntry>> = {
      u2: { ...entry(1), clientId: 'x'.repeat(41) },
      u3: entry(1),
      u5: entry(1, rename('\u0000')),
      u9: entry(1, rename('\ud800')),
    };
    const ids = Array.from({ length: 9 }, (_, index) => `u${index + 1}`);
    const outcomes = await Promise.allSettled(ids.map((id) => writer.append(id, 1, [bad[id] ?? entry(1)])));
    expect(ids.filter((_, index) => outcomes[index]!.status === 'rejected')).toEqual(Object.keys(bad));
    expect(await editCounts()).toEqual(['u1', 'u3', 'u4', 'u6', 'u7', 'u8'].map((id) => ({ id, edit_count: 1 })));
  });

  it('keeps the order of the edits of a universe', async () => {
    await newUniverses(2);
    const done: string[] = [];
    const append = (id: string, sequence: number) => writer.append(id, 1, [entry(sequence)]).then(() => done.push(`${id} ${sequence}`));
    await Promise.all([append('u1', 1), append('u1', 2), append('u2', 1), append('u1', 3)]);
    expect(done).toEqual(['u1 1', 'u2 1', 'u1 2', 'u1 3']);
    expect(await editCounts()).toEqual([
      { id: 'u1', edit_count: 3 },
      { id: 'u2', edit_count: 1 },
    ]);
  });

  it('acknowledges edits only when they are committed', async () => {
    await newUniverses(2);
    const isDone = { u1: false, u2: false };
    const done: Promise<void>[] = [];
    await database.connection.db.transaction(async (tx) => {
      await tx.execute(sql`lock table edit_journal in share row exclusive mode`);
      for (const id of ['u1', 'u2'] as const) done.push(writer.append(id, 1, [entry(1)]).then(() => void (isDone[id] = true)));
      await sleep(100);
      expect(isDone).toEqual({ u1: false, u2: false });
      expect((await tx.execute(sql`select from edit_journal`)) as unknown).toMatchObject({ rows: [] });
    });
    await Promise.all(done);
    expect(await journal()).toHaveLength(2);
  });

  it('divides what is too much for one transaction', async () => {
    await newUniverses(6);
    const large = rename('x'.repeat(400_000));
    await Promise.all(['u1', 'u2', 'u3', 'u4', 'u5', 'u6'].map((id) => writer.append(id, 1, [entry(1, large)])));
    expect([await transactions(), (await journal()).length]).toEqual([3, 6]);
  });

  // The embedded database has one connection: whoever has it is waited for.
  describe.runIf(kind === 'postgresql')('with other transactions beside it', () => {
    it('does not wait for a universe that another transaction has locked, and writes it later', async () => {
      await newUniverses(3);
      let locked!: Promise<void>;
      let lost!: Promise<void>;
      await database.connection.db.transaction(async (tx) => {
        await tx.execute(sql`update universes set name = 'Two' where id = 'u1'`);
        await tx.execute(sql`update universes set epoch = 2 where id = 'u2'`);
        locked = writer.append('u1', 1, [entry(1)]);
        lost = writer.append('u2', 1, [entry(1)]);
        lost.catch(() => {});
        await writer.append('u3', 1, [entry(1)]);
        await writer.append('u3', 1, [entry(2)]);
        expect((await journal()).map((row) => (row as { universe_id: string }).universe_id)).toEqual(['u3', 'u3']);
      });
      await locked;
      await expect(lost).rejects.toMatchObject({ reason: 'universe-taken-over' });
      expect(await editCounts()).toEqual([
        { id: 'u1', edit_count: 1 },
        { id: 'u3', edit_count: 2 },
      ]);
    });

    it('gives up on a universe that stays locked', async () => {
      await newUniverses(1);
      const impatient = createJournalWriter(database.connection.db, { lockedMs: 0 });
      await database.connection.db.transaction(async (tx) => {
        await tx.execute(sql`select from universes for update`);
        await expect(impatient.append('u1', 1, [entry(1)])).rejects.toThrow('locked');
      });
      expect(await journal()).toEqual([]);
    });

    it('fails all edits of a batch when the connection is lost', async () => {
      await newUniverses(3);
      const url = new URL(database.url!);
      const line = await openBreakableLine({ host: url.hostname, port: Number(url.port) });
      url.port = String(line.port);
      const connection = await openDatabase({ databaseUrl: url.href, dataDirectory: '' });
      line.cut();
      const distant = createJournalWriter(connection.db);
      const outcomes = await Promise.allSettled(['u1', 'u2', 'u3'].map((id) => distant.append(id, 1, [entry(1)])));
      expect(outcomes.map((outcome) => outcome.status === 'rejected' && failureOf(outcome.reason))).toEqual(['gone', 'gone', 'gone']);
      await connection.close();
      line.close();
      expect(await journal()).toEqual([]);
    });
  });
});
