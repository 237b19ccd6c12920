import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { User } from '../services/accounts/user-service.ts';
import { deriveKey } from '../services/secrets/derived-keys.ts';

const yearMs = 365 * 24 * 60 * 60 * 1000;
/** A family may share a browser. */
const maxAccounts = 5;
const pattern = /^[\w-]{22}\.[\w-]{43}$/;

/** Cookies that tell a browser in which somebody has signed in to an account before from one in which nobody has. */
export interface DeviceCookies {
  /** Lets the browser of a request be known for an account. */
  remember(request: Request, user: User): void;
  /** What the browser of a request is known by for an account, or null where it is not. */
  knownAs(request: Request, user: User | null): string | null;
}

/**
 * An entry is a random id with a signature over it, the account, and the generation of its sessions: once all sessions were ended, no browser is
 * known any more. @see https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
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
