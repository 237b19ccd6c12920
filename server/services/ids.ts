import { randomInt } from 'node:crypto';

/** The characters that ids consist of. */
export const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Returns a random id that is safe in a URL. With ten characters, a collision among a million ids is as likely as one in a million. */
export function newId(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}
