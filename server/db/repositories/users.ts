import { eq } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { users } from '../schema.ts';

export type User = typeof users.$inferSelect;

export async function selectUser(db: Database, id: string): Promise<User | null> {
  const [row] = await db.select().from(users).where(eq(users.id, id));
  return row ?? null;
}

export async function insertUser(db: Database, row: typeof users.$inferInsert): Promise<User> {
  const [inserted] = await db.insert(users).values(row).returning();
  return inserted!;
}

export async function updateDisplayName(db: Database, id: string, displayName: string): Promise<User | null> {
  const [row] = await db.update(users).set({ displayName }).where(eq(users.id, id)).returning();
  return row ?? null;
}
