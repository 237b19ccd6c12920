import { EventEmitter } from 'node:events';
import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy as CustomStrategy } from 'passport-custom';
import { Strategy as LocalStrategy } from 'passport-local';
import { AppError } from '../../shared/api/errors.ts';
import type { DatabaseConnection } from '../db/database.ts';
import { deleteSessionsOf } from '../db/repositories/sessions.ts';
import { note } from '../services/activity-service.ts';
import type { User, UserService } from '../services/user-service.ts';
import type { Accounts } from './accounts.ts';
import { standingOf } from './policy.ts';
import type { Arrival } from './providers.ts';
import { sessionUserId } from './session-user.ts';

type Person = User;

declare module 'express-session' {
  interface SessionData {
    arrival?: Arrival;
  }
}

declare global {
  namespace Express {
    interface User extends Person {}
  }
}

const monthMs = 30 * 24 * 60 * 60 * 1000;
const pruneSeconds = 60 * 60;

export interface Identity {
  /** To stand before every route: gives `request.user` where the cookie names somebody. */
  middleware: RequestHandler;
  /** To stand before a route that needs somebody: a stranger becomes a guest. */
  required: RequestHandler;
  /** Who the cookie of a request names, for requests that never pass through Express. */
  userOf(cookie: string | undefined): Promise<User | null>;
  /** The account that the body's `email` and `password` are of. @throws AppError `wrong-credentials` */
  checkCredentials(request: Request): Promise<User>;
  /**
   * Lets somebody in to the account that `find` gives, under a new session; it is told whom the request came as where that is a guest.
   * In one word `way` says how, for them to look at; it is null where they have just made the account.
   * What the guest made becomes part of the account, unless the guest became it.
   */
  admit(request: Request, way: string | null, find: (guestId: string | null) => Promise<User>): Promise<User>;
  /** Begins a session under a new id; the one that the request came with ends. */
  enter(request: Request, user: User): Promise<void>;
  /** Keeps in the session that somebody is away at a provider; a stranger has one from then on, and is one still. */
  keepArrival(request: Request, arrival: Arrival): Promise<void>;
  /** Gives what was kept, once. */
  takeArrival(request: Request): Promise<Arrival | undefined>;
  /** Ends the session of the request. */
  leave(request: Request): Promise<void>;
  /** Ends all sessions of somebody, or all but the one of a request. Whoever is connected as them has to say again who they are. */
  revoke(userId: string, except?: Request): Promise<void>;
  /** The same for all of them, where that is what somebody wants. */
  signOutEverywhere(request: Request, user: User): Promise<void>;
  /** Calls back with the id of a user some of whose sessions were ended; gives the function that ends it. */
  onRevoke(listener: (userId: string) => void): () => void;
  close(): void;
}

/** Sessions kept in the database, and passport with its strategies: an anonymous guest, and an address with a password. */
export function createIdentity(options: {
  connection: DatabaseConnection;
  users: UserService;
  accounts: Accounts;
  secret: string;
  secureCookies: boolean;
}): Identity {
  const { connection, users, accounts, secureCookies } = options;
  const SessionStore = connectPgSimple(session);
  // The store only ever calls `query`, which the embedded database has as well.
  const store = new SessionStore({ pool: { query: connection.query } as never, tableName: 'session', pruneSessionInterval: pruneSeconds });
  const revoked = new EventEmitter<{ revoked: [string] }>().setMaxListeners(0);

  const authenticator = new passport.Passport();
  authenticator.use(
    'guest',
    new CustomStrategy((_request, done) => {
      users.createGuest().then((user) => done(null, user), done);
    }),
  );
  authenticator.use(
    new LocalStrategy({ usernameField: 'email' }, (email, password, done) => {
      accounts.find(email, password).then((user) => done(null, user ?? false), done);
    }),
  );
  authenticator.serializeUser((user, done) => done(null, user.id));
  authenticator.deserializeUser((id: string, done) => {
    users.find(id).then((user) => done(null, user ?? false), done);
  });

  // Browsers take a name with this prefix only from a secure page and for this host alone: no neighbour can plant a session.
  const name = secureCookies ? '__Host-harmonic.session' : 'harmonic.session';
  const cookie = { httpOnly: true, sameSite: 'lax', secure: secureCookies, path: '/' } as const;
  const withSession = session({
    store,
    name,
    secret: options.secret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { ...cookie, maxAge: monthMs },
  });
  const passSession: RequestHandler = authenticator.session();
  const beGuest: RequestHandler = authenticator.authenticate('guest');
  /** Finds the session that a cookie names, or makes an empty one, which is kept once somebody is in it. */
  const openSession: RequestHandler = (request, response, next) =>
    withSession(request, response, (error?: unknown) => (error ? next(error) : passSession(request, response, next)));
  const openedSession = (request: Request) =>
    new Promise<void>((resolve, reject) => {
      if (request.session) resolve();
      else openSession(request, request.res!, (error?: unknown) => settled(error, resolve, reject));
    });

  const enter: Identity['enter'] = async (request, user) => {
    await openedSession(request);
    await new Promise<void>((resolve, reject) => request.logIn(user, (error?: unknown) => settled(error, resolve, reject)));
  };
  const leave: Identity['leave'] = async (request) => {
    await openedSession(request);
    await new Promise<void>((resolve, reject) => request.session.destroy((error?: unknown) => settled(error, resolve, reject)));
    request.res?.clearCookie(name, cookie);
    if (request.user) revoked.emit('revoked', request.user.id);
  };
  const revoke: Identity['revoke'] = async (userId, except) => {
    await deleteSessionsOf(connection.db, userId, except?.sessionID);
    revoked.emit('revoked', userId);
  };

  return {
    // Who has no cookie is no one yet, and needs no session to be read for.
    middleware: (request, response, next) => (request.headers.cookie?.includes(`${name}=`) ? openSession(request, response, next) : next()),
    required(request, response, next) {
      if (request.user) return next();
      openedSession(request).then(() => beGuest(request, response, next), next);
    },

    async userOf(cookie) {
      const userId = await sessionUserId(withSession, cookie);
      return userId === null ? null : users.find(userId);
    },

    checkCredentials: (request) =>
      new Promise((resolve, reject) => {
        const settle = (error: unknown, user?: User | false | null) => {
          if (error) reject(error as Error);
          else if (user) resolve(user);
          else reject(new AppError('wrong-credentials', 'The address or the password is wrong.'));
        };
        authenticator.authenticate('local', settle)(request, request.res, reject);
      }),

    async admit(request, way, find) {
      const guest = standingOf(request.user ?? null) === 'guest' ? request.user! : null;
      const account = await find(guest?.id ?? null);
      const isAnother = guest !== null && guest.id !== account.id;
      if (isAnother) await accounts.absorbGuest(guest.id, account.id);
      // Before the session: there is none that is not noted.
      if (way !== null) await note(connection.db, { userId: account.id, kind: 'signed-in', detail: way });
      await enter(request, account);
      if (isAnother) await revoke(guest.id);
      return account;
    },

    enter,

    leave,

    async keepArrival(request, arrival) {
      await openedSession(request);
      request.session.arrival = arrival;
    },

    async takeArrival(request) {
      await openedSession(request);
      const { arrival } = request.session;
      delete request.session.arrival;
      return arrival;
    },

    revoke,

    async signOutEverywhere(request, { id }) {
      await leave(request);
      await connection.db.transaction(async (tx) => {
        await deleteSessionsOf(tx, id);
        await note(tx, { userId: id, kind: 'signed-out-everywhere' });
      });
      revoked.emit('revoked', id);
    },

    onRevoke(listener) {
      revoked.on('revoked', listener);
      return () => revoked.off('revoked', listener);
    },

    close: () => store.close(),
  };
}

function settled(error: unknown, resolve: () => void, reject: (reason: Error) => void): void {
  if (error) reject(error as Error);
  else resolve();
}
