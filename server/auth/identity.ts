import type { IncomingMessage, ServerResponse } from 'node:http';
import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy as CustomStrategy } from 'passport-custom';
import type { DatabaseConnection } from '../db/database.ts';
import type { User, UserService } from '../services/user-service.ts';

declare global {
  namespace Express {
    interface User {
      id: string;
      displayName: string;
      colour: string;
    }
  }
}

const monthMs = 30 * 24 * 60 * 60 * 1000;
const pruneSeconds = 60 * 60;

export interface Identity {
  /** To stand before every route: gives `request.user` where the cookie names somebody. */
  middleware: RequestHandler[];
  /** To stand before a route that needs somebody: a stranger becomes a guest. */
  required: RequestHandler;
  /** Who the cookie of a request names, for requests that never pass through Express. */
  userOf(cookie: string | undefined): Promise<User | null>;
  close(): void;
}

/** Sessions kept in the database, and passport with its one strategy so far: an anonymous guest. */
export function createIdentity(options: {
  connection: DatabaseConnection;
  users: UserService;
  secret: string;
  secureCookies: boolean;
}): Identity {
  const { connection, users } = options;
  const SessionStore = connectPgSimple(session);
  // The store only ever calls `query`, which the embedded database has as well.
  const store = new SessionStore({ pool: { query: connection.query } as never, tableName: 'session', pruneSessionInterval: pruneSeconds });

  const authenticator = new passport.Passport();
  authenticator.use(
    'guest',
    new CustomStrategy((_request, done) => {
      users.createGuest().then((user) => done(null, user), done);
    }),
  );
  authenticator.serializeUser((user, done) => done(null, user.id));
  authenticator.deserializeUser((id: string, done) => {
    users.find(id).then((user) => done(null, user ?? false), done);
  });

  const withSession = session({
    store,
    name: 'harmonic.session',
    secret: options.secret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure: options.secureCookies, maxAge: monthMs, path: '/' },
  });
  const beGuest: RequestHandler = authenticator.authenticate('guest');

  return {
    middleware: [withSession, authenticator.session()],
    required: (request, response, next) => (request.user ? next() : beGuest(request, response, next)),
    async userOf(cookie) {
      const userId = await sessionUserId(withSession, cookie);
      return userId === null ? null : users.find(userId);
    },
    close: () => store.close(),
  };
}

/** Runs the session middleware on a bare cookie, so that its parsing and its signature check are the only ones there are. */
function sessionUserId(withSession: RequestHandler, cookie: string | undefined): Promise<string | null> {
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
      const stored = (request as unknown as { session?: { passport?: { user?: string } } }).session;
      if (error) reject(error as Error);
      else resolve(stored?.passport?.user ?? null);
    });
  });
}
