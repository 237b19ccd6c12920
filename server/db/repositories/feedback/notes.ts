import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { notes } from '../../schema/note-schema.ts';

export type NoteRow = typeof notes.$inferSelect;

const isOf = (userId: string, universeId: string) => and(eq(notes.userId, userId), eq(notes.universeId, universeId));

export async function selectNote(db: Database, userId: string, universeId: string): Promise<NoteRow | null> {
  const [row] = await db.select().from(notes).where(isOf(userId, universeId));
  return row ?? null;
}

/** Returns all notes of a user, oldest first. */
export function selectNotesOf(db: Database, userId: string): Promise<NoteRow[]> {
  return db.select().from(notes).where(eq(notes.userId, userId)).orderBy(asc(notes.updatedAt));
}

/** Writes a note and replaces an earlier one. */
export async function upsertNote(db: Database, row: NoteRow): Promise<void> {
  const { text, updatedAt } = row;
  await db
    .insert(notes)
    .values(row)
    .onConflictDoUpdate({ target: [notes.userId, notes.universeId], set: { text, updatedAt } });
}

export async function deleteNote(db: Database, userId: string, universeId: string): Promise<void> {
  await db.delete(notes).where(isOf(userId, universeId));
}
