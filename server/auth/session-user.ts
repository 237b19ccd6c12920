import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { User } from '../services/accounts/user-service.ts';

/** A session and its user. */
export interface SessionOfUser {
  /**
   * Names the session without opening it: a SHA-256 of the secret in the cookie, in hexadecimal digits. A guest has one for as long as
   * they are one, `guest:ID`, whether by a cookie alone or by a session that took its place.
   */
  sessionId: string;
  user: User;
}

/** A session that is in the database, and whose it is. */
export interface StoredSession {
  /** A secret of its browser: never passed on. */
  sid: string;
  userId: string;
}

/** Runs the session middleware on a bare cookie, so that its parsing and its signature check are the only ones there are. */
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
