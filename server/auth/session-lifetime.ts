import type { Session } from 'express-session';

declare module 'express-session' {
  interface SessionData {
    /** The time at which an account began to use this session, in milliseconds since 1970. */
    begunAt?: number;
  }
}

/** Days after which a session ends: an unused one, and one of an account even if used. */
export const sessionDays = { idle: 30, account: 90 } as const;

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
export const idleMs = sessionDays.idle * dayMs;

/** The expiry in the database may be this much earlier or later than that of the cookie, so that not every request writes it. */
export const expirySlackMs = hourMs;

/**
 * Limits the lifetime of an account's session. A guest is known only by the cookie and could not sign in again, so their session is renewed
 * as long as it is used.
 */
export function boundSession(session: Session & { begunAt?: number }, isAccount: boolean): void {
  if (!isAccount) return;
  session.begunAt ??= Date.now();
  const leftMs = session.begunAt + sessionDays.account * dayMs - Date.now();
  if (leftMs < idleMs) session.cookie.maxAge = leftMs;
}
