import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { spentGuests } from '../account-schema.ts';
import type { Database } from '../database.ts';
import { users } from '../schema.ts';
import type { User } from './users.ts';

type Person = Pick<User, 'id' | 'displayName' | 'colour'>;

/** Whether a guest cookie with this id counts no more. */
export async function isSpentGuest(db: Database, id: string): Promise<boolean> {
  return (await db.select({ id: spentGuests.id }).from(spentGuests).where(eq(spentGuests.id, id))).length > 0;
}

/** From now on no guest cookie with this id counts. */
export async function spendGuest(db: Database, id: string): Promise<void> {
  await db.insert(spentGuests).values({ id }).onConflictDoNothing();
}

/** The same, for a guest that is stored; anybody can have a cookie for one that is not. */
export async function spendStoredGuest(db: Database, id: string): Promise<void> {
  await db.execute(sql`
    insert into ${spentGuests} (id) select ${users.id} from ${users} where ${users.id} = ${id} and ${users.accountSince} is null
    on conflict do nothing`);
}

export async function deleteSpentGuests(db: Database, before: Date): Promise<void> {
  await db.delete(spentGuests).where(lt(spentGuests.createdAt, before));
}

/** Stores a guest. @returns null where there is a user with this id already. */
export async function insertGuest(db: Database, person: Person): Promise<User | null> {
  const [row] = await db.insert(users).values(person).onConflictDoNothing().returning();
  return row ?? null;
}

/** Stores those of these authors of edits who are not stored yet, and marks all of them as kept. Nobody is brought back who is deleted. */
export async function keepAuthors(db: Database, people: readonly Person[]): Promise<void> {
  const payload = people.map(({ id, displayName, colour }) => ({ id, display_name: displayName, colour }));
  await db.execute(sql`
    insert into ${users} (id, display_name, colour, is_kept)
    select person.id, person.display_name, person.colour, true
    from jsonb_to_recordset(${JSON.stringify(payload)}::jsonb) as person (id varchar, display_name varchar, colour varchar)
    where not exists (select 1 from ${spentGuests} as spent where spent.id = person.id)
      or exists (select 1 from ${users} as known where known.id = person.id)
    on conflict (id) do update set is_kept = true where not ${users.isKept}`);
}

/** Of every foreign key to users, its table and its column: whoever a row refers to has something that is kept. */
async function referencesToUsers(db: Database): Promise<{ table: string; column: string }[]> {
  const found = (await db.execute(sql`
    select conrelid::regclass::text as table, quote_ident(attname) as column
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and confrelid = ${'users'}::regclass`)) as unknown as { rows: { table: string; column: string }[] };
  return found.rows;
}

/**
 * Deletes guests that nothing is kept of and that nobody can come back as: all that were stored before a moment, or a single one.
 * At most so many at a time. @returns how many
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
    // Locked before they are looked at again: meanwhile nothing can come to refer to them.
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
