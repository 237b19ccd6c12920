import { EventEmitter } from 'node:events';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import { AppError } from '../../shared/api/errors.ts';
import { type GuestService, unstoredGuest } from '../services/accounts/guest-service.ts';
import { hashOfSecret } from '../services/secrets/secrets.ts';
import { sessionEnded, type SessionService } from '../services/accounts/session-service.ts';
import type { User, UserService } from '../services/accounts/user-service.ts';
import type { Accounts } from '../services/accounts/accounts.ts';
import { guestCookieKey } from '../services/secrets/derived-keys.ts';
import type { DeviceCookies } from './device-cookies.ts';
import { isFromOtherSite, isSafe } from './fetch-site.ts';
import { createGuestCookies, guestCookieMs, guestSession } from './guest-cookie.ts';
import type { Identity } from './identity-contract.ts';
import type { Arrival } from './providers.ts';
import { networkOf } from './network.ts';
import { standingOf } from './policy.ts';
import { boundSession, idleMs } from './session-lifetime.ts';
import { SessionStore } from './session-store.ts';
import { storedSessionOf } from './session-user.ts';

const isGuest = (user: User): boolean => standingOf(user) === 'guest';

/** Sessions kept in the database, and passport with its strategies: an anonymous guest, and an address with a password. */
export function createIdentity(options: {
  sessions: SessionService;
  users: UserService;
  accounts: Accounts;
  guests: GuestService;
  secret: string;
  secureCookies: boolean;
  devices: DeviceCookies;
}): Identity {
  const { sessions, users, accounts, guests, secureCookies, devices } = options;
  const store = new SessionStore(sessions);
  const revoked = new EventEmitter<{ revoked: [string] }>().setMaxListeners(0);

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
    cookie: { ...cookie, maxAge: idleMs },
  });
  const passSession: RequestHandler = authenticator.session();
  const guestCookies = createGuestCookies(guestCookieKey(options.secret), name);
  /** Finds the session that a cookie names, or makes an empty one, which is kept once somebody is in it. */
  const openSession: RequestHandler = (request, response, next) =>
    withSession(request, response, (error?: unknown) => {
      if (error) return next(error);
      passSession(request, response, (failure?: unknown) => {
        if (request.session) boundSession(request.session, standingOf(request.user ?? null) === 'member');
        next(failure);
      });
    });
  const openedSession = (request: Request) =>
    new Promise<void>((resolve, reject) => {
      if (request.session) resolve();
      else openSession(request, request.res!, (error?: unknown) => settled(error, resolve, reject));
    });

  const senderOf: Identity['senderOf'] = (request) => ({
    network: networkOf(request.ip),
    knownAs: (user) => devices.knownAs(request, user),
    // Typed as if it were always there.
    sessionKey: (request.session as object | undefined) && hashOfSecret(request.sessionID),
  });

  const enter: Identity['enter'] = async (request, user) => {
    await openedSession(request);
    await new Promise<void>((resolve, reject) => request.logIn(user, (error?: unknown) => settled(error, resolve, reject)));
    if (user.accountSince !== null) devices.remember(request, user);
  };
  /** Stores whoever a request comes as by a cookie alone, and begins their session. */
  const storeGuest = async (request: Request, user: User): Promise<void> => {
    const kept = await guests.keep(user.id, (stored) => enter(request, stored));
    if (!kept) throw new AppError('conflict', 'Something has changed meanwhile. Try again.');
  };
  const leave: Identity['leave'] = async (request) => {
    if (request.user && isGuest(request.user)) await guests.spend(request.user.id);
    await openedSession(request);
    await new Promise<void>((resolve, reject) => request.session.destroy((error?: unknown) => settled(error, resolve, reject)));
    // What browsers keep to ask whether it still holds, as private universes, does not stay on the device.
    request.res?.clearCookie(name, cookie).set('Clear-Site-Data', '"cache"');
    if (request.user) revoked.emit('revoked', request.user.id);
  };
  const ensureLive: Identity['ensureLive'] = async (request) => {
    if (await store.hasEnded(request)) throw sessionEnded();
  };

  const sessionOf: Identity['sessionOf'] = async (cookie) => {
    const pass = guestCookies.read(cookie);
    if (pass) {
      const guest = await guests.find(pass.id, pass.issuedMs);
      return guest && { sessionId: guestSession.of(guest), user: guest };
    }
    const stored = await storedSessionOf(withSession, cookie);
    const user = stored && (await users.find(stored.userId));
    return user && { sessionId: isGuest(user) ? guestSession.of(user) : hashOfSecret(stored.sid), user };
  };

  return {
    // Who has no cookie is no one yet, and needs no session to be read for.
    middleware(request, response, next) {
      const { cookie: header } = request.headers;
      const pass = guestCookies.read(header);
      if (!header?.includes(`${name}=`)) next();
      else if (!pass) void openSession(request, response, next);
      else {
        guests.find(pass.id, pass.issuedMs).then((guest) => {
          if (guest) request.user = guest;
          next();
        }, next);
      }
    },

    recheck(request, _response, next) {
      if (isSafe(request.method)) return next();
      ensureLive(request).then(() => next(), next);
    },

    required(request, response, next) {
      if (!isSafe(request.method)) return next();
      const { user, session: current } = request;
      const pass = guestCookies.read(request.headers.cookie);
      const guest = user ?? unstoredGuest(guestCookies.newId(), Date.now());
      request.user = guest;
      const isNamed = user !== undefined && (current !== undefined || (pass !== null && !guestCookies.isOld(pass)));
      // A page of another site gives nobody another identity.
      if (!isNamed && !isFromOtherSite(request.headers)) {
        response.cookie(name, guestCookies.issue(guest.id), { ...cookie, maxAge: guestCookieMs });
      }
      next();
    },

    async keeping(request, act, holdBack) {
      const { user } = request;
      if (user && request.session) return act(user);
      await holdBack();
      const kept =
        (user && (await guests.keep(user.id, act))) ??
        // Whoever had that id signed out meanwhile, or has an account: this is a stranger then.
        (await guests.keep(guestCookies.newId(), act));
      if (kept!.isStored) await enter(request, kept!.user);
      return kept!.result;
    },

    userOf: async (cookie) => (await sessionOf(cookie))?.user ?? null,

    sessionOf,

    async find(userId) {
      const sinceMs = guestCookies.sinceOf(userId);
      return (await users.find(userId)) ?? (sinceMs === null ? null : guests.find(userId, sinceMs));
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
      const guest = request.user && isGuest(request.user) ? request.user : null;
      const account = await find(guest?.id ?? null);
      await ensureLive(request);
      const isAnother = guest !== null && guest.id !== account.id;
      const { sessionKey } = senderOf(request);
      if (isAnother) await accounts.absorbGuest(guest.id, account.id, sessionKey);
      const isRevoked = isAnother || (guest !== null && (await accounts.endOtherSessionsOf(guest.id, sessionKey)));
      if (way !== null) await sessions.noteSignIn(account.id, way);
      await enter(request, account);
      if (isRevoked) revoked.emit('revoked', guest!.id);
      return account;
    },

    enter,

    leave,

    ensureLive,

    signedInAt: ({ session: opened }) => opened?.signedInAt ?? 0,

    async confirm(request) {
      await ensureLive(request);
      request.session.signedInAt = Date.now();
      await new Promise<void>((resolve, reject) => request.session.save((error?: unknown) => settled(error, resolve, reject)));
    },

    senderOf,

    async keepArrival(request, arrival) {
      // The session takes the place of the cookie that says who they are.
      if (request.user && !request.session) await storeGuest(request, request.user);
      await openedSession(request);
      await ensureLive(request);
      if (!request.user) {
        request.session.isAwaited = true;
        await new Promise<void>((resolve, reject) => request.session.save((error?: unknown) => settled(error, resolve, reject)));
      }
      await sessions.putPendingSignIn(request.sessionID, arrival);
    },

    async takeArrival(request) {
      await openedSession(request);
      return ((await sessions.takePendingSignIn(request.sessionID)) as Arrival | null) ?? undefined;
    },

    tellRevoked: (userId) => void revoked.emit('revoked', userId),

    async signOutEverywhere(request, { id }) {
      await sessions.endAllOf(id);
      await leave(request);
      revoked.emit('revoked', id);
    },

    onRevoke(listener) {
      revoked.on('revoked', listener);
      return () => revoked.off('revoked', listener);
    },

    forget: sessions.forget,
  };
}

function settled(error: unknown, resolve: () => void, reject: (reason: Error) => void): void {
  if (error) reject(error as Error);
  else resolve();
}
