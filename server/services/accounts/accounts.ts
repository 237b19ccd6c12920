import type { Database } from '../../db/database.ts';
import { endSessionsOf } from '../../db/repositories/accounts/sessions.ts';
import { updateUser } from '../../db/repositories/accounts/users.ts';
import type { JobQueue } from '../../ops/job-queue.ts';
import type { Jobs } from '../jobs.ts';
import type { SealedText } from '../secrets/sealed-text.ts';
import type { UniverseService } from '../universes/universe-service.ts';
import { createAccountEndings } from './account-endings.ts';
import { createAccountEntries } from './account-entries.ts';
import { createAccountProofs, type Sender } from './account-proofs.ts';
import { note } from './audit-log-service.ts';
import type { PasswordGuard } from './password-guard.ts';
import { refuseCommon } from './password-strength.ts';
import { hashPassword } from './passwords.ts';
import type { User } from './user-service.ts';

export type { Sender };
export type Accounts = ReturnType<typeof createAccounts>;

/** Registration, sign-in, password change and deletion of accounts, and merging of guests. Callers check the rights. */
export function createAccounts(options: {
  db: Database;
  universes: UniverseService;
  sealedText: SealedText;
  emailHash(email: string): string;
  jobs: Pick<JobQueue<Jobs>, 'add'>;
  sendsMail: boolean;
  guard: PasswordGuard;
}) {
  const { db } = options;
  const proofs = createAccountProofs(options);
  return {
    ...proofs,
    ...createAccountEntries({ ...options, proofs }),
    ...createAccountEndings({ ...options, proofs }),

    /**
     * Changes the password and ends all sessions. @returns the user, for whom the caller begins a new session
     * @throws AppError `wrong-credentials` if `current` is not the present password, `invalid-input` if `next` is easy to guess
     */
    async changePassword(user: User, { current, next }: { current: string; next: string }, sender: Sender): Promise<User> {
      await proofs.checkAgain(user, current, 'current', sender);
      refuseCommon(next, 'next', { email: proofs.emailOf(user), displayName: user.displayName });
      const passwordHash = await hashPassword(next);
      return db.transaction(async (tx) => {
        await proofs.lockAsTheyWere(tx, user);
        await endSessionsOf(tx, user.id, sender.sessionKey);
        await note(tx, { userId: user.id, kind: 'password-changed' });
        return (await updateUser(tx, user.id, { passwordHash }))!;
      });
    },
  };
}
