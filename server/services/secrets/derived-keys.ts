import { createHmac, hkdfSync } from 'node:crypto';
import { type DataKey, sessionKeyId } from '../../config.ts';

/** 32 bytes for one purpose only, from the server's secret. @see RFC 5869 */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `harmonic-universe ${purpose}`, 32));
}

/** Seals what is sealed where no `DATA_KEYS` are given, and opens it when there are some later. */
export function sessionDataKey(secret: string): DataKey {
  return { id: sessionKeyId, bytes: deriveKey(secret, 'sealed text') };
}

/**
 * Gives the function by which an account is found: the same 64 hexadecimal digits for the same address, however it is written.
 * Whoever has the table alone can't try addresses on it.
 */
export function createEmailHash(secret: string): (email: string) => string {
  const key = deriveKey(secret, 'email hash');
  return (email) => createHmac('sha256', key).update(email.trim().toLowerCase()).digest('hex');
}

/** By which a session secret is known again, without being told by it: 64 hexadecimal digits. */
export function sessionCheckValue(secret: string): string {
  return createHmac('sha256', deriveKey(secret, 'check value')).update('session').digest('hex');
}

/** Signs the cookies of guests that are not in the database. */
export const guestCookieKey = (secret: string): Buffer => deriveKey(secret, 'guest cookie');
