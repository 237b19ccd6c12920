import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { User } from '../services/accounts/user-service.ts';
import { deriveKey } from '../services/secrets/derived-keys.ts';

const yearMs = 365 * 24 * 60 * 60 * 1000;
/** Several users may share a browser. */
const maxAccounts = 5;
const pattern = /^[\w-]{22}\.[\w-]{43}$/;

/** Cookies that identify a browser in which an account has signed in before. */
export interface DeviceCookies {
  /** Marks the browser of a request as known for an account. */
  remember(request: Request, user: User): void;
  /** Returns the id by which the browser of a request is known for an account, or null. */
  knownAs(request: Request, user: User | null): string | null;
}

/**
 * An entry is a random id with a signature over it, the account, and the session generation: after all sessions are ended, no browser is
 * known. @see https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
export function createDeviceCookies({ secret, secureCookies }: { secret: string; secureCookies: boolean }): DeviceCookies {
  const key = deriveKey(secret, 'device cookie');
  const name = secureCookies ? '__Host-harmonic.device' : 'harmonic.device';

  const sign = (id: string, user: User) =>
    createHmac('sha256', key).update(`${id} ${user.id} ${user.sessionGeneration}`).digest('base64url');
  const entriesOf = ({ headers }: Request): string[] => {
    const found = headers.cookie?.split(/; */).find((cookie) => cookie.startsWith(`${name}=`));
    return (found?.slice(name.length + 1) ?? '').split('~').filter((entry) => pattern.test(entry));
  };
  const isFor = (entry: string, user: User) => {
    const [id, signature] = entry.split('.') as [string, string];
    return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(id, user)));
  };
  const entryFor = (request: Request, user: User) => entriesOf(request).find((entry) => isFor(entry, user));

  return {
    remember(request, user) {
      const id = randomBytes(16).toString('base64url');
      const entry = entryFor(request, user) ?? `${id}.${sign(id, user)}`;
      const entries = [entry, ...entriesOf(request).filter((other) => other !== entry)].slice(0, maxAccounts);
      request.res?.cookie(name, entries.join('~'), { httpOnly: true, sameSite: 'lax', secure: secureCookies, path: '/', maxAge: yearMs });
    },

    knownAs: (request, user) => (user === null ? null : (entryFor(request, user)?.split('.')[0] ?? null)),
  };
}
