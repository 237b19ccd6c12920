import { createHmac, hkdfSync } from 'node:crypto';
import { type DataKey, sessionKeyId } from '../../config.ts';

/** Derives 32 bytes for a single purpose from the server's secret. @see RFC 5869 */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `harmonic-universe ${purpose}`, 32));
}

/** The key that seals text if no `DATA_KEYS` are set, and opens it if some are set later. */
export function sessionDataKey(secret: string): DataKey {
  return { id: sessionKeyId, bytes: deriveKey(secret, 'sealed text') };
}

/**
 * Returns the function by which an account is found: equal addresses, whatever their case and outer spaces, have the same hash of 64
 * hexadecimal digits. Without the secret, addresses can't be guessed from the table.
 */
export function createEmailHash(secret: string): (email: string) => string {
  const key = deriveKey(secret, 'email hash');
  return (email) => createHmac('sha256', key).update(email.trim().toLowerCase()).digest('hex');
}

/** A value by which a session secret is recognised without revealing it: 64 hexadecimal digits. */
export function sessionCheckValue(secret: string): string {
  return createHmac('sha256', deriveKey(secret, 'check value')).update('session').digest('hex');
}

/** The key that signs the cookies of guests that are not in the database. */
export const guestCookieKey = (secret: string): Buffer => deriveKey(secret, 'guest cookie');

/** The key that hides what is counted from readers of Redis. */
export const limiterKey = (secret: string): Buffer => deriveKey(secret, 'limiter keys');
