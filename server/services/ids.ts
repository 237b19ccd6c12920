import { randomInt } from 'node:crypto';

/** Those of which ids are made. */
export const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A random id that can stand in a URL; ten letters make a collision among a million as likely as one in a million. */
export function newId(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}
