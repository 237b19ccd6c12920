import { argon2id, hash, verify } from 'argon2';

/** The parameters of OWASP's Password Storage Cheat Sheet for Argon2id: memory in KiB, passes, lanes. About 20 ms of one core. */
const cost = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of discarded random bytes. It is verified if the account does not exist, so that a check takes the same time either way. */
export const decoyHash = '$argon2id$v=19$m=19456,p=1,t=2$PGIJVzNHe+QFVjq4LQ28hA$j6u8c+SF40CkRTlEc6gPX8b9eEPVJj1mDE+847lPzM8';

/** A letter may be typed as one code point or as two. */
const typed = (password: string) => password.normalize('NFC');

/** Returns the stored form of a password: an Argon2id hash in the PHC string format, which includes salt and cost. */
export const hashPassword = (password: string): Promise<string> => hash(typed(password), cost);

/** True if the password has this hash. Without a hash it returns false after the same time. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const fits = await verify(stored ?? decoyHash, typed(password));
  return fits && stored !== null;
}
