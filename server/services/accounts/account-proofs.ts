import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { lockUser } from '../../db/repositories/users.ts';
import type { SealedText } from '../secrets/sealed-text.ts';
import { noteFailedCheck } from './activity-service.ts';
import type { PasswordGuard } from './password-guard.ts';
import { isPassword } from './passwords.ts';
import { sessionEnded } from './session-service.ts';
import type { User } from './user-service.ts';

/** From where somebody says a password. */
export interface Sender {
  /** See `networkOf`. */
  network: string;
  /** What their browser is known by for an account, or null. */
  knownAs(user: User | null): string | null;
  /** What names their session in the database, where they have one. */
  sessionKey: string | undefined;
}

/** The place that a sealed address is bound to. */
export const addressSealPlace = (userId: string) => `users.email ${userId}`;

const wrongPassword = (path: string) => refuse('wrong-password', {}, { issues: [fieldIssue(path, '(hidden)', 'wrong')] });

export type AccountProofs = ReturnType<typeof createAccountProofs>;

/** Addresses as they are kept, and whether an account is still who it was. */
export function createAccountProofs(options: {
  db: Database;
  sealedText: SealedText;
  emailHash(email: string): string;
  guard: PasswordGuard;
}) {
  const { db, sealedText, emailHash, guard } = options;
  return {
    /** An address as it is kept with a user. */
    sealedEmail: (userId: string, email: string) => ({
      email: sealedText.seal(email, addressSealPlace(userId)),
      emailHash: emailHash(email),
    }),

    emailHashOf: emailHash,

    /** The address of an account, or null for a guest. @throws AppError `internal-error` where no key of the server opens it. */
    emailOf: ({ id, email }: User): string | null => (email === null ? null : sealedText.open(email, addressSealPlace(id))),

    /** @throws AppError `wrong-credentials` where it is not theirs, which is noted, `rate-limited` after too many such */
    async checkAgain(user: User, password: string, path: string, { network }: Sender): Promise<void> {
      // Whoever ends all sessions need not wait for what a thief has tried in one of them.
      const account = `${user.id} ${user.sessionGeneration}`;
      if (await guard.again({ account, network }, () => isPassword(password, user.passwordHash))) return;
      await noteFailedCheck(db, user.id);
      throw wrongPassword(path);
    },

    /** Holds a user until the transaction ends. @throws AppError `not-allowed` where their sessions have ended since they were looked up. */
    async lockAsTheyWere(tx: Database, { id, sessionGeneration, accountSince }: User): Promise<User> {
      const user = await lockUser(tx, id);
      const isAsItWas = user?.sessionGeneration === sessionGeneration && (user.accountSince === null) === (accountSince === null);
      if (!isAsItWas) throw sessionEnded();
      return user;
    },
  };
}
