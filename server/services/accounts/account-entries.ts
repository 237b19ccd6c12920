import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { selectUser, selectUserByEmailHash, upgradeGuest } from '../../db/repositories/accounts/users.ts';
import type { JobQueue } from '../../ops/job-queue.ts';
import type { Jobs } from '../jobs.ts';
import { note } from './audit-log-service.ts';
import type { AccountProofs, Sender } from './account-proofs.ts';
import type { PasswordGuard } from './password-guard.ts';
import { refuseCommon } from './password-strength.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { newUser, publicUserOf, type User } from './user-service.ts';

export interface Registration {
  email: string;
  password: string;
  displayName?: string;
}

/** The code of PostgreSQL for a violated unique constraint. */
const uniqueViolation = '23505';

/** True if the error is a violated unique constraint. */
export const isTaken = (error: unknown) => (error as { cause?: { code?: string } }).cause?.code === uniqueViolation;

/** Creates and finds accounts with an address and a password. */
export function createAccountEntries(options: {
  db: Database;
  proofs: AccountProofs;
  jobs: Pick<JobQueue<Jobs>, 'add'>;
  sendsMail: boolean;
  guard: PasswordGuard;
}) {
  const { db, proofs, jobs, sendsMail, guard } = options;
  const mail = sendsMail ? jobs : null;
  return {
    /**
     * Turns a guest into an account with the same id, or creates a new account.
     * If mail is configured, a mail tells the owner of the address whether this created the account or one already existed.
     * @throws AppError `invalid-input` if the password is easy to guess, `conflict` if the address is taken, with the same response time as
     * if it were not, or if the guest has become an account meanwhile.
     */
    async register(guestId: string | null, { email, password, displayName }: Registration): Promise<User> {
      const person = guestId === null ? newUser() : publicUserOf(guestId);
      const guest = guestId === null ? null : await selectUser(db, guestId);
      refuseCommon(password, 'password', { email, displayName: displayName ?? guest?.displayName });
      const account = {
        accountSince: new Date(),
        ...proofs.sealedEmail(person.id, email),
        passwordHash: await hashPassword(password),
        ...(displayName === undefined ? {} : { displayName }),
      };
      try {
        const user = await db.transaction(async (tx) => {
          const made = await upgradeGuest(tx, person, account);
          if (made) await note(tx, { userId: made.id, kind: 'registered' });
          if (made) await mail?.add('mail', { letter: 'verify', userId: made.id }, tx);
          return made;
        });
        if (user) return user;
      } catch (error) {
        if (!isTaken(error)) throw error;
        await mail?.add('mail', { letter: 'taken', emailHash: account.emailHash });
        throw refuse('address-unusable', {}, { cause: error });
      }
      throw refuse('account-exists');
    },

    /**
     * Returns the account with this address and password, or null. The response time is the same for all addresses.
     * @throws AppError `rate-limited` after too many wrong passwords
     */
    async find(email: string, password: string, { network, knownAs }: Sender): Promise<User | null> {
      const account = proofs.emailHashOf(email);
      const user = await selectUserByEmailHash(db, account);
      const guess = { account, network, device: knownAs(user) };
      if (await guard.signIn(guess, () => isPassword(password, user?.passwordHash ?? null))) return user;
      // The job looks up later whether the account exists.
      await jobs.add('failedSignIn', { emailHash: account, at: new Date().toISOString() });
      return null;
    },
  };
}
