import { argon2id, hash, verify } from 'argon2';

/** OWASP's Password Storage Cheat Sheet, Argon2id: memory in KiB, passes, lanes. Some 20 ms of one core. */
const cost = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of random bytes that nobody kept. Stands in for the account that there isn't, so that looking for one takes as long as finding it. */
export const decoyHash = '$argon2id$v=19$m=19456,p=1,t=2$PGIJVzNHe+QFVjq4LQ28hA$j6u8c+SF40CkRTlEc6gPX8b9eEPVJj1mDE+847lPzM8';

/** One letter may be typed as one code point or as two. */
const typed = (password: string) => password.normalize('NFC');

/** What is kept of a password: an Argon2id hash in the PHC string format, its salt and cost within. */
export const hashPassword = (password: string): Promise<string> => hash(typed(password), cost);

/** Whether a password is the one that was hashed; never where there is none, after as long. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const fits = await verify(stored ?? decoyHash, typed(password));
  return fits && stored !== null;
}
