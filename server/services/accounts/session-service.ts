import type { SessionData } from 'express-session';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  endSessionsOf,
  insertSession,
  isSessionLive,
  putPendingSignIn,
  selectSession,
  takePendingSignIn,
  touchSession,
  updateSession,
} from '../../db/repositories/sessions.ts';
import { note } from './activity-service.ts';
import { hashOfSecret } from '../secrets/secrets.ts';

export type SessionService = ReturnType<typeof createSessionService>;

export const sessionEnded = () => refuse('session-ended');

/** Sessions in the database. Each `sid` is the secret of a cookie, of which the database has the SHA-256 alone. */
export function createSessionService(db: Database) {
  return {
    /** The content of a session that has neither ended nor expired. */
    find: (sid: string): Promise<SessionData | null> => selectSession(db, hashOfSecret(sid)),

    isLive: (sid: string): Promise<boolean> => isSessionLive(db, hashOfSecret(sid)),

    /** @throws AppError `not-allowed` where the sessions of its user were ended since they were looked up. */
    async begin(sid: string, data: SessionData, expiresAt: Date): Promise<void> {
      if (!(await insertSession(db, hashOfSecret(sid), data, expiresAt))) throw sessionEnded();
    },

    /** Writes a session, unless it has ended. */
    async update(sid: string, data: SessionData, expiresAt: Date): Promise<void> {
      await updateSession(db, hashOfSecret(sid), data, expiresAt);
    },

    /** Moves the expiry of a session. */
    prolong: (sid: string, expiresAt: Date): Promise<void> => touchSession(db, hashOfSecret(sid), expiresAt),

    /** @returns false where it has ended before. */
    end: (sid: string): Promise<boolean> => deleteSession(db, hashOfSecret(sid)),

    /** Ends all sessions of a user, and notes that they asked for it. */
    endAllOf: (userId: string): Promise<void> =>
      db.transaction(async (tx) => {
        await endSessionsOf(tx, userId);
        await note(tx, { userId, kind: 'signed-out-everywhere' });
      }),

    /** Notes how an account signs in, before its session begins: there is no session that is not noted. */
    noteSignIn: (userId: string, way: string): Promise<void> => note(db, { userId, kind: 'signed-in', detail: way }),

    /** Keeps a sign-in that was begun at an identity provider. */
    putPendingSignIn: (sid: string, pending: object): Promise<void> => putPendingSignIn(db, hashOfSecret(sid), pending),

    /** Gives the sign-in that was kept, once. */
    takePendingSignIn: (sid: string): Promise<unknown> => takePendingSignIn(db, hashOfSecret(sid)),

    /** Forgets sessions that have expired. To be called now and then; twice does no harm. */
    forget: (): Promise<void> => deleteExpiredSessions(db),
  };
}
