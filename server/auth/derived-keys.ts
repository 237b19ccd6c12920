import { createHmac, hkdfSync } from 'node:crypto';
import { type DataKey, sessionKeyId } from '../config.ts';

/** 32 bytes for one purpose only, from the server's secret. @see RFC 5869 */
function deriveKey(secret: string, purpose: string): Buffer {
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
