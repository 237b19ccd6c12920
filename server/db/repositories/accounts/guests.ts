import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { spentGuests } from '../../schema/account-schema.ts';
import type { Database } from '../../database.ts';
import { users } from '../../schema.ts';
import type { User } from './users.ts';

type Person = Pick<User, 'id' | 'displayName' | 'colour'>;

/** True if guest cookies with this id are invalid. */
export async function isSpentGuest(db: Database, id: string): Promise<boolean> {
  return (await db.select({ id: spentGuests.id }).from(spentGuests).where(eq(spentGuests.id, id))).length > 0;
}

/** Invalidates all guest cookies with this id. */
export async function spendGuest(db: Database, id: string): Promise<void> {
  await db.insert(spentGuests).values({ id }).onConflictDoNothing();
}

/** Like `spendGuest`, only for a guest that is stored; anyone can have a cookie for one that is not. */
export async function spendStoredGuest(db: Database, id: string): Promise<void> {
  await db.execute(sql`
    insert into ${spentGuests} (id) select ${users.id} from ${users} where ${users.id} = ${id} and ${users.accountSince} is null
    on conflict do nothing`);
}

export async function deleteSpentGuests(db: Database, before: Date): Promise<void> {
  await db.delete(spentGuests).where(lt(spentGuests.createdAt, before));
}

/** Stores a guest. @returns null if a user with this id exists. */
export async function insertGuest(db: Database, person: Person): Promise<User | null> {
  const [row] = await db.insert(users).values(person).onConflictDoNothing().returning();
  return row ?? null;
}

/** Stores authors of edits who are not stored yet, and marks all of them as kept. Deleted users are not restored. */
export async function keepAuthors(db: Database, authors: readonly Person[]): Promise<void> {
  const payload = authors.map(({ id, displayName, colour }) => ({ id, display_name: displayName, colour }));
  await db.execute(sql`
    insert into ${users} (id, display_name, colour, is_kept)
    select person.id, person.display_name, person.colour, true
    from jsonb_to_recordset(${JSON.stringify(payload)}::jsonb) as person (id varchar, display_name varchar, colour varchar)
    where not exists (select 1 from ${spentGuests} as spent where spent.id = person.id)
      or exists (select 1 from ${users} as known where known.id = person.id)
    on conflict (id) do update set is_kept = true where not ${users.isKept}`);
}

/** Returns table and column of every foreign key to users: a user with a referring row has stored content. */
async function referencesToUsers(db: Database): Promise<{ table: string; column: string }[]> {
  const found = (await db.execute(sql`
    select conrelid::regclass::text as table, quote_ident(attname) as column
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and confrelid = ${'users'}::regclass`)) as unknown as { rows: { table: string; column: string }[] };
  return found.rows;
}

/**
 * Deletes guests without stored content and without a session: those that were stored before a given time, or a single one. @returns the
 * number, at most `most`
 */
export async function deleteIdleGuests(db: Database, which: { before: Date; most: number } | { id: string }): Promise<number> {
  const references = await referencesToUsers(db);
  const unused = references.map(({ table, column }) =>
    sql.raw(`not exists (select 1 from ${table} as kept where kept.${column} = users.id)`),
  );
  const noSession = sql`not exists (
    select 1 from session where (session.sess -> 'passport' ->> 'user') = ${users.id} and session.expire > localtimestamp)`;
  const isIdle = and(isNull(users.accountSince), sql`not ${users.isKept}`, noSession, ...unused);
  const meant = 'id' in which ? eq(users.id, which.id) : lt(users.createdAt, which.before);
  return db.transaction(async (tx) => {
    // Locked before they are checked again, so that no new row can refer to them meanwhile.
    const most = 'id' in which ? 1 : which.most;
    const held = await tx.select({ id: users.id }).from(users).where(and(meant, isIdle)).limit(most).for('update', { skipLocked: true });
    if (held.length === 0) return 0;
    const ids = held.map(({ id }) => id);
    const gone = await tx
      .delete(users)
      .where(and(inArray(users.id, ids), isIdle))
      .returning({ id: users.id });
    return gone.length;
  });
}
