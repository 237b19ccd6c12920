import type { Request, RequestHandler } from 'express';
import 'express-session';
import type { User } from '../services/accounts/user-service.ts';
import type { Sender } from '../services/accounts/accounts.ts';
import type { Arrival } from './providers.ts';
import type { SessionOfUser } from './session-user.ts';

type Person = User;

declare module 'express-session' {
  interface SessionData {
    /** Of the user when they signed in (`users.sessionGeneration`): the session is valid as long as it is the same. */
    generation?: number;
    /** When the user last proved who they are, in milliseconds since 1970. */
    signedInAt?: number;
    /** That there is something to keep for a visitor who is nobody yet. */
    isAwaited?: true;
  }
}

declare global {
  namespace Express {
    interface User extends Person {}
  }
}

/** Who sends a request, by their session or the cookie of a guest, and how sessions begin and end. */
export interface Identity {
  /** To stand before every route: gives `request.user` where the cookie names somebody. */
  middleware: RequestHandler;
  /** To stand after the body was read, which may take its time: refuses to change anything for a session that ended meanwhile. */
  recheck: RequestHandler;
  /**
   * To stand before a route that needs somebody. A stranger who only reads becomes a guest by a cookie alone, and nothing is stored;
   * one who changes something is stored by `keeping`.
   */
  required: RequestHandler;
  /**
   * Does what keeps something for whoever asks, after `holdBack` where nothing of them is stored yet. A stranger, or a guest by a
   * cookie alone, is stored for it, and has a session afterwards; where `act` fails or keeps nothing, nothing stays of that.
   */
  keeping<T>(request: Request, act: (user: User) => Promise<T>, holdBack: () => Promise<void>): Promise<T>;
  /** Who the cookie of a request names, for requests that never pass through Express. */
  userOf(cookie: string | undefined): Promise<User | null>;
  /** The session that the cookie of a request names, and its user: the single place where a cookie is read outside Express. */
  sessionOf(cookie: string | undefined): Promise<SessionOfUser | null>;
  /** Somebody by their id, also a guest who is not stored. */
  find(userId: string): Promise<User | null>;
  /** The account that the body's `email` and `password` are of. @throws AppError `wrong-credentials` */
  checkCredentials(request: Request): Promise<User>;
  /**
   * Lets somebody in to the account that `find` gives, under a new session; it is told whom the request came as where that is a guest.
   * In one word `way` says how, for them to look at; it is null where they have just made the account.
   * What the guest made becomes part of the account, unless the guest became it.
   */
  admit(request: Request, way: string | null, find: (guestId: string | null) => Promise<User>): Promise<User>;
  /**
   * Begins a session under a new id; the one that the request came with ends. `user` is as they were when they proved who they are.
   * @throws AppError `not-allowed` where the session of the request, or all of the user, have ended since.
   */
  enter(request: Request, user: User): Promise<void>;
  /** @throws AppError `not-allowed` where the session of the request has ended since it began: to be asked after what takes time. */
  ensureLive(request: Request): Promise<void>;
  /** When the user of a request last proved who they are, in milliseconds since 1970. */
  signedInAt(request: Request): number;
  /** Notes that they have proved it just now. */
  confirm(request: Request): Promise<void>;
  /** From where a password of a request is said. */
  senderOf(request: Request): Sender;
  /** Keeps with the session that somebody is away at a provider; a stranger has one from then on, and is one still. */
  keepArrival(request: Request, arrival: Arrival): Promise<void>;
  /** Gives what was kept, once. */
  takeArrival(request: Request): Promise<Arrival | undefined>;
  /** Ends the session of the request. */
  leave(request: Request): Promise<void>;
  /** Tells that sessions of a user were ended: who is connected as them has to say again who they are. */
  tellRevoked(userId: string): void;
  /** Ends all sessions of a user, as they want. */
  signOutEverywhere(request: Request, user: User): Promise<void>;
  /** Calls back with the id of a user some of whose sessions were ended; gives the function that ends it. */
  onRevoke(listener: (userId: string) => void): () => void;
  /** Forgets sessions that have expired. To be called now and then; twice does no harm. */
  forget(): Promise<void>;
}
