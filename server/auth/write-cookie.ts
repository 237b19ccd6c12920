import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Response } from 'express';
import { deriveKey } from '../services/secrets/derived-keys.ts';

/** A replica that is further behind is not used (server/services/reads/lag-limit.ts). */
const keptMs = 30_000;

/** A cookie that holds how far a replica must be to show the caller what they wrote. */
export interface WriteCookie {
  set(response: Response, position: bigint): void;
  /** Reads the `Cookie` header of a request. Returns null if there is no such cookie, or this installation did not make it. */
  read(header: string | undefined): bigint | null;
}

/** The value is `POSITION.MAC`, the position in hexadecimal digits. A copy of it lets nobody see more: it can only ask for the primary. */
export function createWriteCookie({ secret, secureCookies }: { secret: string; secureCookies: boolean }): WriteCookie {
  const key = deriveKey(secret, 'write cookie');
  const name = secureCookies ? '__Host-harmonic.written' : 'harmonic.written';
  const form = new RegExp(`(?:^|; *)${name.replace('.', '[.]')}=([0-9a-f]{1,16})[.]([\\w-]{43})(?:;|$)`);
  const macOf = (digits: string) => createHmac('sha256', key).update(digits).digest();
  return {
    set(response, position) {
      const digits = position.toString(16);
      const value = `${digits}.${macOf(digits).toString('base64url')}`;
      response.cookie(name, value, { httpOnly: true, sameSite: 'lax', secure: secureCookies, path: '/', maxAge: keptMs });
    },

    read(header) {
      const [, digits, mac] = form.exec(header ?? '') ?? [];
      if (digits === undefined || mac === undefined) return null;
      return timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(digits)) ? BigInt(`0x${digits}`) : null;
    },
  };
}
