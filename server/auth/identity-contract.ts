import type { Request, RequestHandler } from 'express';
import 'express-session';
import type { User } from '../services/accounts/user-service.ts';
import type { Sender } from '../services/accounts/accounts.ts';
import type { ProviderSignIn } from './providers.ts';
import type { SessionOfUser } from './session-user.ts';

type Person = User;

declare module 'express-session' {
  interface SessionData {
    /** The user's `sessionGeneration` at sign-in: the session is valid as long as it is the same. */
    generation?: number;
    /** The time of the user's last authentication, in milliseconds since 1970. */
    signedInAt?: number;
    /** Set if a session without a user has something to store. */
    isAwaited?: true;
  }
}

declare global {
  namespace Express {
    interface User extends Person {}
  }
}

/** Identifies the user of a request, by their session or the cookie of a guest, and begins and ends sessions. */
export interface Identity {
  /** Middleware before every route: sets `request.user` if the cookie identifies a user. */
  middleware: RequestHandler;
  /** Middleware after the body was read, which may take time: rejects changes if the session has ended meanwhile. */
  recheck: RequestHandler;
  /**
   * Middleware before a route that needs a user. A stranger who only reads becomes a guest by a cookie, and nothing is stored; a stranger
   * who makes a change is stored by `keeping`.
   */
  required: RequestHandler;
  /**
   * Runs `act`, which stores something for the user, after `holdBack` if the user is not stored yet. A stranger, or a guest with only a
   * cookie, is stored for it and then has a session; if `act` fails or stores nothing, this is undone.
   */
  keeping<T>(request: Request, act: (user: User) => Promise<T>, holdBack: () => Promise<void>): Promise<T>;
  /** Returns the user that the cookie of a request names, for requests that do not pass through Express. */
  userOf(cookie: string | undefined): Promise<User | null>;
  /** Returns the session that the cookie of a request names, with its user: the only place that reads a cookie outside Express. */
  sessionOf(cookie: string | undefined): Promise<SessionOfUser | null>;
  /** Returns those of these sessions that have ended: keys as `sessionOf` returns them. */
  endedAmong(sessionKeys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Returns a user by their id, including guests who are not stored. */
  find(userId: string): Promise<User | null>;
  /** The same as others see them, perhaps as they were a moment ago. */
  findPublic(userId: string): Promise<User | null>;
  /** Returns the account with the body's `email` and `password`. @throws AppError `wrong-credentials` */
  checkCredentials(request: Request): Promise<User>;
  /**
   * Signs in to the account that `find` returns, with a new session; `find` gets the id of the request's guest, or null. `way` is the
   * sign-in method for the audit log, or null if the account was just created. A guest's content is merged into the account, unless the
   * guest became it.
   */
  admit(request: Request, way: string | null, find: (guestId: string | null) => Promise<User>): Promise<User>;
  /**
   * Begins a session under a new id, and ends the session of the request. `user` is the state at authentication.
   * @throws AppError `not-allowed` if the session of the request, or all of the user, have ended since.
   */
  enter(request: Request, user: User): Promise<void>;
  /** To be called after slow operations. @throws AppError `not-allowed` if the session of the request has ended since the request began. */
  ensureLive(request: Request): Promise<void>;
  /** Returns the time of the last authentication of the request's user, in milliseconds since 1970. */
  signedInAt(request: Request): number;
  /** Records an authentication at the present time. */
  confirm(request: Request): Promise<void>;
  /** Returns the origin of a password check in a request. */
  senderOf(request: Request): Sender;
  /** Stores a pending sign-in with the session. A stranger gets a session for it, and stays a stranger. */
  keepArrival(request: Request, arrival: ProviderSignIn): Promise<void>;
  /** Returns the pending sign-in and deletes it. */
  takeArrival(request: Request): Promise<ProviderSignIn | undefined>;
  /** Ends the session of the request. */
  leave(request: Request): Promise<void>;
  /** Emits that sessions of a user were ended: their connections must authenticate again. */
  tellRevoked(userId: string): void;
  /** Ends all sessions of a user at their request. */
  signOutEverywhere(request: Request, user: User): Promise<void>;
  /** Calls the listener with the id of a user when some of their sessions were ended. Returns the function that unsubscribes. */
  onRevoke(listener: (userId: string) => void): () => void;
  /** Deletes expired sessions. To be called regularly; idempotent. */
  forget(): Promise<void>;
}
