import type { Database } from '../../db/database.ts';
import { endSessionsOf } from '../../db/repositories/sessions.ts';
import { updateUser } from '../../db/repositories/users.ts';
import type { JobQueue } from '../../ops/job-queue.ts';
import type { Jobs } from '../jobs.ts';
import type { SealedText } from '../secrets/sealed-text.ts';
import type { UniverseService } from '../universes/universe-service.ts';
import { createAccountEndings } from './account-endings.ts';
import { createAccountEntries } from './account-entries.ts';
import { createAccountProofs, type Sender } from './account-proofs.ts';
import { note } from './activity-service.ts';
import type { PasswordGuard } from './password-guard.ts';
import { refuseCommon } from './password-strength.ts';
import { hashPassword } from './passwords.ts';
import type { User } from './user-service.ts';

export type { Sender };
export type Accounts = ReturnType<typeof createAccounts>;

/** Guests become accounts, and accounts come and go. Who may ask for what is not decided here. */
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
     * Ends all sessions as well. @returns the user, to begin another session for
     * @throws AppError `wrong-credentials` where `current` is not the password that it was, `invalid-input` where `next` is a common one
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
