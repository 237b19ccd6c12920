import type { Session } from 'express-session';

declare module 'express-session' {
  interface SessionData {
    /** When an account began to use this session, in milliseconds since 1970. */
    begunAt?: number;
  }
}

/** Days after which a session ends: unused, and of an account however much it is used. */
export const sessionDays = { idle: 30, account: 90 } as const;

const dayMs = 24 * 60 * 60 * 1000;
export const idleMs = sessionDays.idle * dayMs;

/**
 * Keeps the session of an account from being renewed past its end. A guest has nothing but the cookie to be known by, and could not
 * sign in again: theirs is renewed for as long as it is used.
 */
export function boundSession(session: Session & { begunAt?: number }, isAccount: boolean): void {
  if (!isAccount) return;
  session.begunAt ??= Date.now();
  const leftMs = session.begunAt + sessionDays.account * dayMs - Date.now();
  if (leftMs < idleMs) session.cookie.maxAge = leftMs;
}
