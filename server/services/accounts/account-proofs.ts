import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { lockUser } from '../../db/repositories/accounts/users.ts';
import type { SealedText } from '../secrets/sealed-text.ts';
import { noteFailedCheck } from './audit-log-service.ts';
import type { PasswordGuard } from './password-guard.ts';
import { isPassword } from './passwords.ts';
import { sessionEnded } from './session-service.ts';
import type { User } from './user-service.ts';

/** The origin of a password check. */
export interface Sender {
  /** See `networkOf`. */
  network: string;
  /** Returns the value by which the browser is known for an account, or null. */
  knownAs(user: User | null): string | null;
  /** The key of the session in the database, if there is one. */
  sessionKey: string | undefined;
}

/** The place that a sealed address is bound to. */
export const addressSealPlace = (userId: string) => `users.email ${userId}`;

const wrongPassword = (path: string) => refuse('wrong-password', {}, { issues: [fieldIssue(path, '(hidden)', 'wrong')] });

export type AccountProofs = ReturnType<typeof createAccountProofs>;

/** Sealed addresses, and checks that a request still has the account it began with. */
export function createAccountProofs(options: {
  db: Database;
  sealedText: SealedText;
  emailHash(email: string): string;
  guard: PasswordGuard;
}) {
  const { db, sealedText, emailHash, guard } = options;
  return {
    /** Returns an address in its stored form. */
    sealedEmail: (userId: string, email: string) => ({
      email: sealedText.seal(email, addressSealPlace(userId)),
      emailHash: emailHash(email),
    }),

    emailHashOf: emailHash,

    /** Returns the address of an account, or null for a guest. @throws AppError `internal-error` if no key of the server opens it. */
    emailOf: ({ id, email }: User): string | null => (email === null ? null : sealedText.open(email, addressSealPlace(id))),

    /**
     * @throws AppError `wrong-credentials` if the password is wrong, which goes to the audit log, `rate-limited` after too many wrong
     * passwords
     */
    async checkAgain(user: User, password: string, path: string, { network }: Sender): Promise<void> {
      // After all sessions are ended, guesses made in one of them no longer count against the owner.
      const account = `${user.id} ${user.sessionGeneration}`;
      if (await guard.again({ account, network }, () => isPassword(password, user.passwordHash))) return;
      await noteFailedCheck(db, user.id);
      throw wrongPassword(path);
    },

    /** Locks a user until the transaction ends. @throws AppError `not-allowed` if their sessions have ended since the user was read. */
    async lockAsTheyWere(tx: Database, { id, sessionGeneration, accountSince }: User): Promise<User> {
      const user = await lockUser(tx, id);
      const isAsItWas = user?.sessionGeneration === sessionGeneration && (user.accountSince === null) === (accountSince === null);
      if (!isAsItWas) throw sessionEnded();
      return user;
    },
  };
}
