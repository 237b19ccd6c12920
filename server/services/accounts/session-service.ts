import type { SessionData } from 'express-session';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  endSessionsOf,
  type FoundSession,
  insertSession,
  isSessionLive,
  putPendingSignIn,
  selectEndedSessions,
  selectSession,
  takePendingSignIn,
  touchSession,
  updateSession,
} from '../../db/repositories/accounts/sessions.ts';
import { note } from './audit-log-service.ts';
import { hashOfSecret } from '../secrets/secrets.ts';

export type SessionService = ReturnType<typeof createSessionService>;

export const sessionEnded = () => refuse('session-ended');

/** Sessions in the database. Each `sid` is the secret of a cookie; the database has only its SHA-256. */
export function createSessionService(db: Database) {
  return {
    /** Returns a session that has neither ended nor expired. */
    find: (sid: string): Promise<FoundSession | null> => selectSession(db, hashOfSecret(sid)),

    isLive: (sid: string): Promise<boolean> => isSessionLive(db, hashOfSecret(sid)),

    /** Returns those of these sessions, by the hashes of their secrets, and of these guests, by their ids, whose sessions have ended. */
    endedAmong: (hashes: readonly string[], guestIds: readonly string[]): Promise<{ hashes: string[]; guestIds: string[] }> =>
      selectEndedSessions(db, hashes, guestIds),

    /** @throws AppError `not-allowed` if the sessions of the user have ended since the user was read. */
    async begin(sid: string, data: SessionData, expiresAt: Date): Promise<void> {
      if (!(await insertSession(db, hashOfSecret(sid), data, expiresAt))) throw sessionEnded();
    },

    /** Updates a session, unless it has ended. */
    async update(sid: string, data: SessionData, expiresAt: Date): Promise<void> {
      await updateSession(db, hashOfSecret(sid), data, expiresAt);
    },

    /** Moves the expiry of a session, unless it has ended or expired. */
    prolong: (sid: string, expiresAt: Date): Promise<void> => touchSession(db, hashOfSecret(sid), expiresAt),

    /** @returns false if it had already ended. */
    end: (sid: string): Promise<boolean> => deleteSession(db, hashOfSecret(sid)),

    /** Ends all sessions of a user at their request, and writes this to the audit log. */
    endAllOf: (userId: string): Promise<void> =>
      db.transaction(async (tx) => {
        await endSessionsOf(tx, userId);
        await note(tx, { userId, kind: 'signed-out-everywhere' });
      }),

    /** Writes a sign-in to the audit log before its session begins: every session has an entry. */
    noteSignIn: (userId: string, way: string): Promise<void> => note(db, { userId, kind: 'signed-in', detail: way }),

    /** Stores a sign-in that is pending at an identity provider. */
    putPendingSignIn: (sid: string, pending: object): Promise<void> => putPendingSignIn(db, hashOfSecret(sid), pending),

    /** Returns the pending sign-in and deletes it. */
    takePendingSignIn: (sid: string): Promise<unknown> => takePendingSignIn(db, hashOfSecret(sid)),

    /** Deletes expired sessions. To be called regularly; idempotent. */
    forget: (): Promise<void> => deleteExpiredSessions(db),
  };
}
