import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { selectUser, selectUserByEmailHash, upgradeGuest } from '../../db/repositories/users.ts';
import type { JobQueue } from '../../ops/job-queue.ts';
import type { Jobs } from '../jobs.ts';
import { note } from './activity-service.ts';
import type { AccountProofs, Sender } from './account-proofs.ts';
import type { PasswordGuard } from './password-guard.ts';
import { refuseCommon } from './password-strength.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { newPerson, personOf, type User } from './user-service.ts';

export interface Registration {
  email: string;
  password: string;
  displayName?: string;
}

/** Of PostgreSQL, for what has to be unique and is not. */
const uniqueViolation = '23505';

/** Whether an error is what the database says of something that has to be unique and is not. */
export const isTaken = (error: unknown) => (error as { cause?: { code?: string } }).cause?.code === uniqueViolation;

/** How a user comes to an account by an address and a password. */
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
     * Makes a guest an account, under the same id, or a stranger a new one.
     * Whoever has the address is told by mail, where there is any, whether that was they or somebody before them.
     * @throws AppError `invalid-input` where the password is a common one, `conflict` where the address is taken, after as long as if it were not, or the guest has become an account meanwhile.
     */
    async register(guestId: string | null, { email, password, displayName }: Registration): Promise<User> {
      const person = guestId === null ? newPerson() : personOf(guestId);
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
     * The account of an address and its password, or null; no address makes this quicker than another.
     * @throws AppError `rate-limited` after too many wrong ones
     */
    async find(email: string, password: string, { network, knownAs }: Sender): Promise<User | null> {
      const account = proofs.emailHashOf(email);
      const user = await selectUserByEmailHash(db, account);
      const guess = { account, network, device: knownAs(user) };
      if (await guard.signIn(guess, () => isPassword(password, user?.passwordHash ?? null))) return user;
      // Whether there is anybody to note it of is looked up later.
      await jobs.add('failedSignIn', { emailHash: account, at: new Date().toISOString() });
      return null;
    },
  };
}
