import type { Request } from 'express';
import session, { type SessionData } from 'express-session';
import { expirySlackMs } from './session-lifetime.ts';
import { sessionEnded, type SessionService } from '../services/accounts/session-service.ts';

type Callback = (error?: unknown) => void;

/**
 * Sessions of Express, stored by the session service. A session that had a row when its request began, or got one since, is only updated: a
 * request that outlives its session does not restore it, nor can it exchange it for a new one, as sign-in does.
 */
export class SessionStore extends session.Store {
  /** Replaces the session of a request by a new one; set by `express-session`. */
  declare generate: (request: Request) => void;
  readonly #sessions: SessionService;
  /** Sessions that have or had a row, with the time at which it expires, in milliseconds since 1970. */
  readonly #stored = new WeakMap<object, number>();

  constructor(sessions: SessionService) {
    super();
    this.#sessions = sessions;
  }

  /** True if the session of a request had a row and is no longer valid. */
  async hasEnded({ session: opened, sessionID }: Request): Promise<boolean> {
    return opened !== undefined && this.#stored.has(opened) && !(await this.#sessions.isLive(sessionID));
  }

  override get(sid: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    this.#find(sid).then((found) => callback(null, found), callback);
  }

  async #find(sid: string): Promise<SessionData | null> {
    const found = await this.#sessions.find(sid);
    if (found) this.#stored.set(found.data, found.expiresMs);
    return found?.data ?? null;
  }

  override createSession(request: Request, data: SessionData) {
    const opened = super.createSession(request, data);
    this.#stored.set(opened, this.#stored.get(data) ?? 0);
    return opened;
  }

  override set(sid: string, written: SessionData, callback: Callback = () => {}): void {
    this.#write(sid, written).then(() => callback(), callback);
  }

  async #write(sid: string, written: SessionData): Promise<void> {
    // Drizzle gets a copy, since JSON is what is written.
    const data = JSON.parse(JSON.stringify(written)) as SessionData;
    const expiresAt = expiryOf(written);
    const isStored = this.#stored.has(written);
    this.#stored.set(written, expiresAt.getTime());
    return isStored ? this.#sessions.update(sid, data, expiresAt) : this.#sessions.begin(sid, data, expiresAt);
  }

  override touch(sid: string, touched: SessionData, callback: Callback = () => {}): void {
    const expiresAt = expiryOf(touched);
    const movedMs = expiresAt.getTime() - (this.#stored.get(touched) ?? 0);
    if (Math.abs(movedMs) < expirySlackMs) return callback();
    this.#sessions.prolong(sid, expiresAt).then(() => callback(), callback);
  }

  override destroy(sid: string, callback: Callback = () => {}): void {
    this.#sessions.end(sid).then(() => callback(), callback);
  }

  override regenerate(request: Request, callback: Callback): void {
    this.#replace(request).then(() => callback(), callback);
  }

  async #replace(request: Request): Promise<void> {
    const wasThere = await this.#sessions.end(request.sessionID);
    if (!wasThere && this.#stored.has(request.session)) throw sessionEnded();
    this.generate(request);
  }
}

const expiryOf = ({ cookie }: SessionData): Date => cookie.expires ?? new Date(Date.now() + (cookie.originalMaxAge ?? 0));
