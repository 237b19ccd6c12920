import { usualPreferences } from '../../../shared/api/accounts/preferences.ts';
import type { Database } from '../../db/database.ts';
import { deleteIdleGuests, deleteSpentGuests, insertGuest, isSpentGuest, spendStoredGuest } from '../../db/repositories/guests.ts';
import { selectUser } from '../../db/repositories/users.ts';
import { personOf, type User } from './user-service.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A guest that nothing is kept of and that has no session is deleted after so long. */
const idleMs = dayMs;
/** How long it is remembered that a guest cookie counts no more: longer than any is valid. */
const spentMs = 31 * dayMs;
const mostAtOnce = 1000;

export type GuestService = ReturnType<typeof createGuestService>;

/** A guest of whom nothing is stored. sinceMs: Unix time in ms */
export function unstoredGuest(id: string, sinceMs: number): User {
  return {
    ...personOf(id),
    bio: '',
    role: 'user',
    accountSince: null,
    email: null,
    emailHash: null,
    emailVerifiedAt: null,
    passwordHash: null,
    ...usualPreferences,
    sessionGeneration: 0,
    sessionsEndedAt: null,
    isKept: false,
    createdAt: new Date(sinceMs),
  };
}

/** Guests: stored with the first thing that has to be kept, and deleted where nothing was. */
export function createGuestService(db: Database) {
  /** How many requests are keeping something for a guest at present, by id. */
  const keeping = new Map<string, number>();

  /** The guest that a guest cookie names, stored or not, or null where the cookie counts no more. */
  const find = async (id: string, sinceMs: number): Promise<User | null> => {
    const [stored, isSpent] = await Promise.all([selectUser(db, id), isSpentGuest(db, id)]);
    if (isSpent || (stored !== null && stored.accountSince !== null)) return null;
    return stored ?? unstoredGuest(id, sinceMs);
  };

  return {
    find,

    /**
     * Stores a guest while `act` keeps something for them; where it fails or nothing comes of it, they are deleted again.
     * @returns what `act` gives, or null where no guest may have this id any more
     */
    async keep<T>(id: string, act: (user: User) => Promise<T>): Promise<{ user: User; result: T; isStored: boolean } | null> {
      let isNew = false;
      let isStored = true;
      /** Where others keep something for the same guest, or the database is away, what is left over is swept later. */
      const letGo = async () => {
        const others = keeping.get(id)! - 1;
        if (others > 0) keeping.set(id, others);
        else keeping.delete(id);
        if (isNew && others === 0) isStored = (await deleteIdleGuests(db, { id }).catch(() => 0)) === 0;
      };
      keeping.set(id, (keeping.get(id) ?? 0) + 1);
      try {
        if ((await find(id, 0)) === null) return await letGo().then(() => null);
        const inserted = await insertGuest(db, personOf(id));
        isNew = inserted !== null;
        const user = inserted ?? (await selectUser(db, id));
        if (!user || user.accountSince !== null) return await letGo().then(() => null);
        const result = await act(user);
        await letGo();
        return { user, result, isStored };
      } catch (error) {
        await letGo();
        throw error;
      }
    },

    /** Stores a guest where they are not stored yet, for something that is kept in any case. */
    async store(id: string): Promise<void> {
      const found = await find(id, 0);
      if (found) await insertGuest(db, personOf(id));
    },

    /** Lets no guest cookie of a stored guest count from now on. */
    spend: (id: string): Promise<void> => spendStoredGuest(db, id),

    /** Deletes guests that nothing is kept of. To be called now and then; twice does no harm. */
    async forget(now: Date): Promise<void> {
      const before = new Date(now.getTime() - idleMs);
      while ((await deleteIdleGuests(db, { before, most: mostAtOnce })) === mostAtOnce);
      await deleteSpentGuests(db, new Date(now.getTime() - spentMs));
    },
  };
}
