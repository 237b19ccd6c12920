import { privateNoteLimits } from '../../../shared/api/feedback/feedback.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { clipText } from '../../../shared/text/normalise.ts';
import type { Database } from '../../db/database.ts';
import { deleteNote, selectNote, selectNotesOf, upsertNote } from '../../db/repositories/feedback/notes.ts';
import { lockUniverse } from '../../db/repositories/universes/universe-locks.ts';
import { holdUser } from '../../db/repositories/accounts/users.ts';

export type NoteService = ReturnType<typeof createNoteService>;

/** Encrypts text so that the database alone does not reveal it; each text is bound to a place. */
interface Seal {
  seal(text: string, place: string): string;
  open(sealed: string, place: string): string;
}

/** A private note on a universe. */
export interface StoredNote {
  universeId: string;
  text: string;
  updatedAt: Date;
}

/** The place that a note is bound to: it can't be opened in the row of another user or universe. */
export const noteSealPlace = (userId: string, universeId: string) => `notes.text ${userId} ${universeId}`;

/** Private notes on universes. Only their author ever reads them. Callers check the right to see a universe. */
export function createNoteService(db: Database, seal: Seal) {
  return {
    /** Returns null if there is none. */
    async find(userId: string, universeId: string): Promise<StoredNote | null> {
      const row = await selectNote(db, userId, universeId);
      return row && { ...row, text: seal.open(row.text, noteSealPlace(userId, universeId)) };
    },

    isThere: async (userId: string, universeId: string): Promise<boolean> => (await selectNote(db, userId, universeId)) !== null,

    /** Stores a note and replaces an earlier one. @throws AppError `not-found` */
    async write(userId: string, universeId: string, text: string): Promise<StoredNote> {
      const updatedAt = new Date();
      await db.transaction(async (tx) => {
        // Person before universe, as everywhere that both are kept.
        if (!(await holdUser(tx, userId))) throw refuse('no-user');
        if (!(await lockUniverse(tx, universeId))) throw refuse('no-universe');
        await upsertNote(tx, { userId, universeId, text: seal.seal(text, noteSealPlace(userId, universeId)), updatedAt });
      });
      return { universeId, text, updatedAt };
    },

    /** Idempotent. */
    remove: (userId: string, universeId: string): Promise<void> => deleteNote(db, userId, universeId),

    /** Returns all private notes of a user, oldest first, including those on universes that the user may not see at present. */
    async allOf(userId: string): Promise<StoredNote[]> {
      const rows = await selectNotesOf(db, userId);
      return rows.map((row) => ({ ...row, text: seal.open(row.text, noteSealPlace(userId, row.universeId)) }));
    },
  };
}

/** Moves a guest's private notes to an account. Two notes on one universe are joined, the account's first, and clipped to the limit. */
export async function mergeNotes(tx: Database, seal: Seal, guestId: string, accountId: string): Promise<void> {
  for (const { universeId, text, updatedAt } of await selectNotesOf(tx, guestId)) {
    const theirs = seal.open(text, noteSealPlace(guestId, universeId));
    const own = await selectNote(tx, accountId, universeId);
    const place = noteSealPlace(accountId, universeId);
    const both = own ? clipText(`${seal.open(own.text, place)}\n\n${theirs}`, privateNoteLimits.text.max) : theirs;
    await upsertNote(tx, { userId: accountId, universeId, text: seal.seal(both, place), updatedAt });
    await deleteNote(tx, guestId, universeId);
  }
}
