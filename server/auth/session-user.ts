import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { User } from '../services/accounts/user-service.ts';

/** A session and its user. */
export interface SessionOfUser {
  /**
   * Identifies the session without giving access to it: a SHA-256 of the secret in the cookie, in hexadecimal digits. A guest always has
   * `guest:ID`, with only a cookie or with a session that replaced it.
   */
  sessionId: string;
  user: User;
}

/** A session in the database, and its user. */
export interface StoredSession {
  /** The secret of the browser: never passed on. */
  sid: string;
  userId: string;
}

/** Runs the session middleware on a bare cookie, so that cookies are parsed and verified in a single place. */
export function storedSessionOf(withSession: RequestHandler, cookie: string | undefined): Promise<StoredSession | null> {
  return new Promise((resolve, reject) => {
    const request = {
      headers: { cookie },
      url: '/',
      originalUrl: '/',
      method: 'GET',
      socket: {},
      connection: {},
    } as unknown as IncomingMessage;
    const response = { setHeader() {}, getHeader() {}, end() {}, writeHead() {} } as unknown as ServerResponse;
    withSession(request as never, response as never, (error?: unknown) => {
      const { session, sessionID } = request as unknown as { session?: { passport?: { user?: string } }; sessionID: string };
      const userId = session?.passport?.user;
      if (error) reject(error as Error);
      else resolve(userId === undefined ? null : { sid: sessionID, userId });
    });
  });
}
