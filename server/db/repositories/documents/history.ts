import { and, asc, count, desc, eq, gt, isNotNull, lt, lte, notInArray, sql } from 'drizzle-orm';
import type { UniverseDocument } from '../../../../shared/universe/index.ts';
import { passingKinds } from '../../../../shared/universe/undo/index.ts';
import type { Database } from '../../database.ts';
import { moments } from '../../schema/history-schema.ts';
import { editJournal, universes, users } from '../../schema.ts';
import { publicColumns, type PublicUser } from '../accounts/users.ts';

type JournalEntry = Pick<typeof editJournal.$inferSelect, 'sequence' | 'tick' | 'edit'>;

/** An edit of the journal with its author. */
export interface SignedEdit extends Omit<JournalEntry, 'tick'> {
  userId: string;
  createdAt: Date;
  author: PublicUser | null;
}

/** Returns edits before a sequence, newest first, without those that leave nothing behind. */
export function selectSignedEdits(db: Database, universeId: string, before: number, limit: number): Promise<SignedEdit[]> {
  return db
    .select({
      sequence: editJournal.sequence,
      edit: editJournal.edit,
      userId: editJournal.userId,
      createdAt: editJournal.createdAt,
      author: publicColumns,
    })
    .from(editJournal)
    .leftJoin(users, eq(users.id, editJournal.userId))
    .where(
      and(
        eq(editJournal.universeId, universeId),
        lt(editJournal.sequence, before),
        notInArray(sql`${editJournal.edit} ->> 'kind'`, [...passingKinds]),
      ),
    )
    .orderBy(desc(editJournal.sequence))
    .limit(limit);
}

/** Returns all edits after a sequence and up to another, oldest first. */
export function selectEditsBetween(db: Database, universeId: string, after: number, last: number): Promise<JournalEntry[]> {
  return db
    .select({ sequence: editJournal.sequence, tick: editJournal.tick, edit: editJournal.edit })
    .from(editJournal)
    .where(and(eq(editJournal.universeId, universeId), gt(editJournal.sequence, after), lte(editJournal.sequence, last)))
    .orderBy(asc(editJournal.sequence));
}

/** Returns the last document of the history up to a sequence. */
export async function selectCheckpointBefore(
  db: Database,
  universeId: string,
  sequence: number,
): Promise<{ sequence: number; document: unknown } | null> {
  const [row] = await db
    .select({ sequence: moments.sequence, document: moments.document })
    .from(moments)
    .where(and(eq(moments.universeId, universeId), lte(moments.sequence, sequence)))
    .orderBy(desc(moments.sequence))
    .limit(1);
  return row ?? null;
}

/**
 * Stores a document in the history if the last one is at least `apart` edits before it, or there is none, and the universe has this epoch.
 * @returns whether it did
 */
export async function insertCheckpoint(
  db: Database,
  universeId: string,
  { document, sequence }: { document: UniverseDocument; sequence: number },
  { apart, epoch }: { apart: number; epoch: number },
): Promise<boolean> {
  const { rows } = (await db.execute(sql`
    insert into ${moments} (universe_id, sequence, document)
    select id, ${sequence}::integer, ${JSON.stringify(document)}::jsonb from ${universes}
    where id = ${universeId} and epoch = ${epoch}::integer and not exists (
      select from ${moments} as before where before.universe_id = ${universeId} and before.sequence > ${sequence - apart}::integer
    )
    on conflict do nothing returning sequence`)) as unknown as { rows: unknown[] };
  return rows.length === 1;
}

export interface NamedVersion {
  sequence: number;
  name: string;
  createdAt: Date;
  author: PublicUser | null;
}

/** Returns the named versions, newest first. */
export function selectNamed(db: Database, universeId: string): Promise<NamedVersion[]> {
  return db
    .select({ sequence: moments.sequence, name: sql<string>`${moments.name}`, createdAt: moments.createdAt, author: publicColumns })
    .from(moments)
    .leftJoin(users, eq(users.id, moments.authorId))
    .where(and(eq(moments.universeId, universeId), isNotNull(moments.name)))
    .orderBy(desc(moments.sequence));
}

/** Returns the number of named versions except this one. */
export async function countNamed(db: Database, universeId: string, except: number): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(moments)
    .where(and(eq(moments.universeId, universeId), isNotNull(moments.name), sql`${moments.sequence} <> ${except}`));
  return row!.count;
}

export async function nameVersion(
  db: Database,
  { universeId, sequence, document, name, authorId }: typeof moments.$inferInsert,
): Promise<void> {
  await db
    .insert(moments)
    .values({ universeId, sequence, document, name, authorId })
    .onConflictDoUpdate({ target: [moments.universeId, moments.sequence], set: { name, authorId } });
}

/** @returns true if it had a name. */
export async function unnameVersion(db: Database, universeId: string, sequence: number): Promise<boolean> {
  const rows = await db
    .update(moments)
    .set({ name: null, authorId: null })
    .where(and(eq(moments.universeId, universeId), eq(moments.sequence, sequence), isNotNull(moments.name)))
    .returning({ sequence: moments.sequence });
  return rows.length === 1;
}
