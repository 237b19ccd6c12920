import { eq, isNull, sql } from 'drizzle-orm';
import { spentGuests } from '../../schema/account-schema.ts';
import type { Database } from '../../database.ts';
import { prepared } from '../../prepared.ts';
import { users } from '../../schema.ts';
import { type SearchEntry, writeSearchEntries } from '../lists/search.ts';

export type User = typeof users.$inferSelect;
type UserPatch = Partial<Omit<typeof users.$inferInsert, 'id' | 'createdAt'>>;

const one = prepared((db) =>
  db
    .select()
    .from(users)
    .where(eq(users.id, sql.placeholder('id')))
    .prepare('user'),
);

export async function selectUser(db: Database, id: string): Promise<User | null> {
  const [row] = await one(db).execute({ id });
  return row ?? null;
}

/** The public columns of a user. */
export const publicColumns = { id: users.id, displayName: users.displayName, colour: users.colour };
export type PublicUser = Pick<User, keyof typeof publicColumns>;

const usersById = prepared((db) =>
  db
    .select(publicColumns)
    .from(users)
    .where(sql`${users.id} = any(${sql.placeholder('ids')}::varchar[])`)
    .prepare('users-by-id'),
);

export function selectUsersById(db: Database, ids: readonly string[]): Promise<PublicUser[]> {
  return usersById(db).execute({ ids: [...ids] });
}

export async function selectUserByEmailHash(db: Database, emailHash: string): Promise<User | null> {
  const [row] = await db.select().from(users).where(eq(users.emailHash, emailHash));
  return row ?? null;
}

/** Locks a user until the transaction ends: no new row can refer to them meanwhile. */
export async function lockUser(db: Database, id: string): Promise<User | null> {
  const [row] = await db.select().from(users).where(eq(users.id, id)).for('update');
  return row ?? null;
}

/** Prevents the deletion of a user until the transaction ends. @returns false if there is none. */
export async function holdUser(db: Database, id: string): Promise<boolean> {
  const rows = await db.select({ id: users.id }).from(users).where(eq(users.id, id)).for('key share');
  return rows.length === 1;
}

export async function insertUser(db: Database, row: typeof users.$inferInsert): Promise<User> {
  const [inserted] = await db.insert(users).values(row).returning();
  return inserted!;
}

/** Returns the search entry of a user who has chosen a name. */
export const userEntry = ({ id, displayName }: Pick<User, 'id' | 'displayName'>): SearchEntry => ({ id, texts: [displayName] });

export async function updateUser(db: Database, id: string, patch: UserPatch): Promise<User | null> {
  return db.transaction(async (tx) => {
    const [row] = await tx.update(users).set(patch).where(eq(users.id, id)).returning();
    if (row && patch.displayName !== undefined) await writeSearchEntries(tx, 'userId', [userEntry(row)]);
    return row ?? null;
  });
}

/** Turns a guest, stored or not, into an account. @returns null if they are already an account. */
export async function upgradeGuest(
  db: Database,
  person: Pick<User, 'id' | 'displayName' | 'colour'>,
  account: UserPatch & { accountSince: Date },
): Promise<User | null> {
  const [row] = await db
    .insert(users)
    .values({ ...person, ...account })
    .onConflictDoUpdate({ target: users.id, set: account, setWhere: isNull(users.accountSince) })
    .returning();
  if (row) await writeSearchEntries(db, 'userId', [userEntry(row)]);
  return row ?? null;
}

/** To be called when the user owns no universes any more. Invalidates their guest cookies. */
export async function deleteUser(db: Database, id: string): Promise<void> {
  await db.insert(spentGuests).values({ id }).onConflictDoNothing();
  await db.delete(users).where(eq(users.id, id));
}
