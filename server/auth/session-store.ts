import type { Request } from 'express';
import session, { type SessionData } from 'express-session';
import { AppError } from '../../shared/api/errors.ts';
import type { Database } from '../db/database.ts';
import { deleteSession, insertSession, isSessionLive, selectSession, touchSession, updateSession } from '../db/repositories/sessions.ts';
import { hashOfSecret } from '../services/secrets.ts';

type Callback = (error?: unknown) => void;

export const sessionEnded = () => new AppError('not-allowed', 'Your session has ended meanwhile. Sign in again.');

/**
 * Sessions in the database, under the SHA-256 of their ids. A session that had a row when its request began, or got one since, is only ever
 * updated: a request that outlives its session does not bring it back. Nor is it exchanged for another one, as signing in does.
 */
export class SessionStore extends session.Store {
  /** Makes the session of a request a new one; set by `express-session`. */
  declare generate: (request: Request) => void;
  readonly #db: Database;
  /** Sessions that have a row, or had one. */
  readonly #stored = new WeakSet<object>();

  constructor(db: Database) {
    super();
    this.#db = db;
  }

  /** Whether the session of a request had a row and is valid no more. */
  async hasEnded({ session: opened, sessionID }: Request): Promise<boolean> {
    return opened !== undefined && this.#stored.has(opened) && !(await isSessionLive(this.#db, hashOfSecret(sessionID)));
  }

  override get(sid: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    selectSession(this.#db, hashOfSecret(sid)).then((found) => callback(null, found), callback);
  }

  override createSession(request: Request, data: SessionData) {
    const opened = super.createSession(request, data);
    this.#stored.add(opened);
    return opened;
  }

  override set(sid: string, written: SessionData, callback: Callback = () => {}): void {
    this.#write(hashOfSecret(sid), written).then(() => callback(), callback);
  }

  async #write(sid: string, written: SessionData): Promise<void> {
    // A copy, as Drizzle takes it: what is written is what JSON makes of it.
    const data = JSON.parse(JSON.stringify(written)) as SessionData;
    if (this.#stored.has(written)) return void (await updateSession(this.#db, sid, data, expiryOf(written)));
    this.#stored.add(written);
    if (!(await insertSession(this.#db, sid, data, expiryOf(written)))) throw sessionEnded();
  }

  override touch(sid: string, touched: SessionData, callback: Callback = () => {}): void {
    touchSession(this.#db, hashOfSecret(sid), expiryOf(touched)).then(() => callback(), callback);
  }

  override destroy(sid: string, callback: Callback = () => {}): void {
    deleteSession(this.#db, hashOfSecret(sid)).then(() => callback(), callback);
  }

  override regenerate(request: Request, callback: Callback): void {
    this.#replace(request).then(() => callback(), callback);
  }

  async #replace(request: Request): Promise<void> {
    const wasThere = await deleteSession(this.#db, hashOfSecret(request.sessionID));
    if (!wasThere && this.#stored.has(request.session)) throw sessionEnded();
    this.generate(request);
  }
}

const expiryOf = ({ cookie }: SessionData): Date => cookie.expires ?? new Date(Date.now() + (cookie.originalMaxAge ?? 0));
