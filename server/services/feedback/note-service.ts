import { noteLimits } from '../../../shared/api/feedback/talk.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { clipText } from '../../../shared/text/normalise.ts';
import type { Database } from '../../db/database.ts';
import { deleteNote, selectNote, selectNotesOf, upsertNote } from '../../db/repositories/notes.ts';
import { lockUniverse } from '../../db/repositories/universe-locks.ts';
import { holdUser } from '../../db/repositories/users.ts';

export type NoteService = ReturnType<typeof createNoteService>;

/** What makes text unreadable to whoever has the database alone, each bound to a place. */
interface Seal {
  seal(text: string, place: string): string;
  open(sealed: string, place: string): string;
}

/** What somebody has noted of a universe. */
export interface StoredNote {
  universeId: string;
  text: string;
  updatedAt: Date;
}

/** The place that a note is bound to: in another row, of whomever, it can't be opened. */
export const noteSealPlace = (userId: string, universeId: string) => `notes.text ${userId} ${universeId}`;

/** What people note of universes for themselves. Nobody else is ever given it; who may see a universe is not decided here. */
export function createNoteService(db: Database, seal: Seal) {
  return {
    /** Null where there is none. */
    async find(userId: string, universeId: string): Promise<StoredNote | null> {
      const row = await selectNote(db, userId, universeId);
      return row && { ...row, text: seal.open(row.text, noteSealPlace(userId, universeId)) };
    },

    isThere: async (userId: string, universeId: string): Promise<boolean> => (await selectNote(db, userId, universeId)) !== null,

    /** Keeps a note in place of the one before. @throws AppError `not-found` */
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

    /** May be done again, and changes nothing then. */
    remove: (userId: string, universeId: string): Promise<void> => deleteNote(db, userId, universeId),

    /** All of somebody's, also of universes that they may not see at present; oldest first. */
    async allOf(userId: string): Promise<StoredNote[]> {
      const rows = await selectNotesOf(db, userId);
      return rows.map((row) => ({ ...row, text: seal.open(row.text, noteSealPlace(userId, row.universeId)) }));
    },
  };
}

/** Gives a guest's notes to an account. Where both have noted something, both is kept as far as there is room, the account's first. */
export async function mergeNotes(tx: Database, seal: Seal, guestId: string, accountId: string): Promise<void> {
  for (const { universeId, text, updatedAt } of await selectNotesOf(tx, guestId)) {
    const theirs = seal.open(text, noteSealPlace(guestId, universeId));
    const own = await selectNote(tx, accountId, universeId);
    const place = noteSealPlace(accountId, universeId);
    const both = own ? clipText(`${seal.open(own.text, place)}\n\n${theirs}`, noteLimits.text.max) : theirs;
    await upsertNote(tx, { userId: accountId, universeId, text: seal.seal(both, place), updatedAt });
    await deleteNote(tx, guestId, universeId);
  }
}
