import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import { refuse } from '../../shared/refusals/refuse.ts';
import type { Accounts } from '../services/accounts/accounts.ts';
import type { SessionService } from '../services/accounts/session-service.ts';
import type { User, UserService } from '../services/accounts/user-service.ts';
import type { Identity } from './identity-contract.ts';
import { accountStatusOf } from './policy.ts';
import { boundSession, idleMs } from './session-lifetime.ts';
import { SessionStore } from './session-store.ts';
import { storedSessionOf } from './session-user.ts';

interface HttpSessionOptions {
  sessions: SessionService;
  users: UserService;
  accounts: Accounts;
  secret: string;
  secureCookies: boolean;
  senderOf: Identity['senderOf'];
}

/** Sessions of requests: stored in the database, found by a cookie, with passport for sign-in by address and password. */
export function createHttpSessions({ sessions, users, accounts, secret, secureCookies, senderOf }: HttpSessionOptions) {
  const store = new SessionStore(sessions);
  const authenticator = createAuthenticator(users, accounts, senderOf);
  // Browsers accept a name with this prefix only from a secure page and for this host: a sibling domain can't plant a session.
  const name = secureCookies ? '__Host-harmonic.session' : 'harmonic.session';
  const cookie = { httpOnly: true, sameSite: 'lax', secure: secureCookies, path: '/' } as const;
  const withSession = session({
    store,
    name,
    secret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { ...cookie, maxAge: idleMs },
  });
  const passSession: RequestHandler = authenticator.session();
  const open: RequestHandler = (request, response, next) =>
    withSession(request, response, (error?: unknown) => {
      if (error) return next(error);
      passSession(request, response, (failure?: unknown) => {
        if (request.session) boundSession(request.session, accountStatusOf(request.user ?? null) === 'member');
        next(failure);
      });
    });
  const ensure = async (request: Request): Promise<void> => {
    if (!request.session) await settled((done) => open(request, request.res!, done));
  };
  return {
    name,
    cookie,

    /** Finds the session that a cookie names, or makes an empty one, which is stored once it has a user. */
    open,

    /** Opens the session unless that was done for the request. */
    ensure,

    async begin(request: Request, user: User): Promise<void> {
      await ensure(request);
      await settled((done) => request.logIn(user, done));
    },

    async end(request: Request): Promise<void> {
      await ensure(request);
      await settled((done) => request.session.destroy(done));
    },

    save: (request: Request): Promise<void> => settled((done) => request.session.save(done)),

    hasEnded: (request: Request): Promise<boolean> => store.hasEnded(request),

    /** Returns the stored session that the cookie of a request names. */
    storedOf: (header: string | undefined) => storedSessionOf(withSession, header),

    /** Returns the account with the body's `email` and `password`. @throws AppError `wrong-credentials` */
    checkCredentials: (request: Request): Promise<User> =>
      new Promise((resolve, reject) => {
        const settle = (error: unknown, user?: User | false | null) => {
          if (error) reject(error as Error);
          else if (user) resolve(user);
          else reject(refuse('wrong-sign-in'));
        };
        authenticator.authenticate('local', settle)(request, request.res, reject);
      }),
  };
}

/** Passport with its only strategy; sessions hold users by their ids. */
function createAuthenticator(users: UserService, accounts: Accounts, senderOf: Identity['senderOf']) {
  const authenticator = new passport.Passport();
  authenticator.use(
    new LocalStrategy({ usernameField: 'email', passReqToCallback: true }, (request, email, password, done) => {
      accounts.find(email, password, senderOf(request)).then((user) => done(null, user ?? false), done);
    }),
  );
  authenticator.serializeUser((request: Request, user: Express.User, done: (error: unknown, id?: string) => void) => {
    request.session.generation = user.sessionGeneration;
    request.session.signedInAt = Date.now();
    done(null, user.id);
  });
  authenticator.deserializeUser((id: string, done) => {
    users.find(id).then((user) => done(null, user ?? false), done);
  });
  return authenticator;
}

/** Wraps a callback with an error or nothing in a promise. */
function settled(act: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    act((error) => {
      if (error) reject(error as Error);
      else resolve();
    });
  });
}
