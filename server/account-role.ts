import { AppError } from '../shared/api/errors.ts';
import type { AccountRole } from '../shared/api/accounts/user.ts';
import type { Database } from './db/database.ts';
import { selectUser, selectUserByEmailHash, updateUser } from './db/repositories/accounts/users.ts';
import { createEmailHash } from './services/secrets/derived-keys.ts';

/**
 * Gives an account a role on the whole server. It counts from the next request of the account on. `secret` is the session secret, by which
 * an account is found by its address.
 * @param who the address of the account, or its id, which is in the address of its profile
 * @throws AppError `not-found` if there is no such account
 */
export async function setAccountRole(db: Database, secret: () => string, who: string, role: AccountRole): Promise<void> {
  const user = who.includes('@') ? await selectUserByEmailHash(db, createEmailHash(secret())(who)) : await selectUser(db, who);
  if (!user || user.accountSince === null) throw new AppError('not-found', `There is no account ${who} here.`);
  await updateUser(db, user.id, { role });
}
