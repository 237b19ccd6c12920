import { usualPreferences } from '../../../shared/api/accounts/preferences.ts';
import type { Database } from '../../db/database.ts';
import { deleteIdleGuests, deleteSpentGuests, insertGuest, isSpentGuest, spendStoredGuest } from '../../db/repositories/accounts/guests.ts';
import { selectUser } from '../../db/repositories/accounts/users.ts';
import { publicUserOf, type User } from './user-service.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** The time after which a guest without stored content and without a session is deleted. */
const idleMs = dayMs;
/** The time for which an invalidated guest cookie is remembered: longer than any such cookie is valid. */
const spentMs = 31 * dayMs;
const maxAtOnce = 1000;

export type GuestService = ReturnType<typeof createGuestService>;

/** Returns a guest that is not stored. sinceMs: Unix time in ms */
export function unstoredGuest(id: string, sinceMs: number): User {
  return {
    ...publicUserOf(id),
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

/** Guests: stored with the first content that has to be stored, and deleted if there is none. */
export function createGuestService(db: Database) {
  /** The number of running requests that store something for a guest, by id. */
  const keeping = new Map<string, number>();

  /** Returns the guest that a guest cookie names, stored or not, or null if the cookie is no longer valid. */
  const find = async (id: string, sinceMs: number): Promise<User | null> => {
    const [stored, isSpent] = await Promise.all([selectUser(db, id), isSpentGuest(db, id)]);
    if (isSpent || (stored !== null && stored.accountSince !== null)) return null;
    return stored ?? unstoredGuest(id, sinceMs);
  };

  return {
    find,

    /**
     * Stores a guest while `act` stores something for them. If `act` fails or stores nothing, the guest is deleted again.
     * @returns the result of `act`, or null if the id can no longer be used by a guest
     */
    async keep<T>(id: string, act: (user: User) => Promise<T>): Promise<{ user: User; result: T; isStored: boolean } | null> {
      let isNew = false;
      let isStored = true;
      /** If other requests store something for the same guest, or the database is unavailable, `forget` deletes what remains later. */
      const letGo = async () => {
        const others = keeping.get(id)! - 1;
        if (others > 0) keeping.set(id, others);
        else keeping.delete(id);
        if (isNew && others === 0) isStored = (await deleteIdleGuests(db, { id }).catch(() => 0)) === 0;
      };
      keeping.set(id, (keeping.get(id) ?? 0) + 1);
      try {
        if ((await find(id, 0)) === null) return await letGo().then(() => null);
        const inserted = await insertGuest(db, publicUserOf(id));
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

    /** Stores a guest, if not yet stored, for content that is stored in any case. */
    async store(id: string): Promise<void> {
      const found = await find(id, 0);
      if (found) await insertGuest(db, publicUserOf(id));
    },

    /** Invalidates all guest cookies of a stored guest. */
    spend: (id: string): Promise<void> => spendStoredGuest(db, id),

    /** Deletes guests without stored content. To be called regularly; idempotent. */
    async forget(now: Date): Promise<void> {
      const before = new Date(now.getTime() - idleMs);
      while ((await deleteIdleGuests(db, { before, most: maxAtOnce })) === maxAtOnce);
      await deleteSpentGuests(db, new Date(now.getTime() - spentMs));
    },
  };
}
