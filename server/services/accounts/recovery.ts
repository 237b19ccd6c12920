import { mailSecretHours, type MailSecretPurpose } from '../../../shared/api/accounts/user.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { deleteIdentitiesOf } from '../../db/repositories/accounts/identities.ts';
import {
  deleteExpiredMailSecrets,
  insertMailSecret,
  selectMailSecret,
  takeMailSecret,
} from '../../db/repositories/accounts/mail-secrets.ts';
import { endSessionsOf } from '../../db/repositories/accounts/sessions.ts';
import { lockUser, selectUser, selectUserByEmailHash, updateUser } from '../../db/repositories/accounts/users.ts';
import type { JobQueue } from '../../ops/job-queue.ts';
import type { Mail, Mailer } from '../../ops/mailer.ts';
import { note } from './audit-log-service.ts';
import type { Jobs, MailJob } from '../jobs.ts';
import { hashOfSecret, newSecret } from '../secrets/secrets.ts';
import type { User } from './user-service.ts';
import type { Accounts } from './accounts.ts';
import { passwordResetMail, addressTakenMail, verificationMail } from './mails.ts';
import { refuseCommon } from './password-strength.ts';
import { hashPassword } from './passwords.ts';

export type Recovery = ReturnType<typeof createRecovery>;

const hourMs = 60 * 60 * 1000;

const noLink = () => refuse('link-expired');

/** The secret is made only when the mail is sent: nothing but its hash is ever stored. */
async function secretFor(tx: Database, userId: string, purpose: MailSecretPurpose): Promise<string> {
  const secret = newSecret();
  const expiresAt = new Date(Date.now() + mailSecretHours[purpose] * hourMs);
  await insertMailSecret(tx, { secretHash: hashOfSecret(secret), userId, purpose, expiresAt });
  return secret;
}

/** Returns null if the account was secured after the mail was requested: mail may wait for hours. */
function resetSecret(db: Database, userId: string, askedAt: string | undefined): Promise<string | null> {
  return db.transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    const isOld = askedAt !== undefined && user?.sessionsEndedAt && user.sessionsEndedAt.getTime() >= Date.parse(askedAt);
    return user && !isOld ? secretFor(tx, userId, 'reset') : null;
  });
}

/** Address verification and password reset by mail. */
export function createRecovery(options: { db: Database; accounts: Accounts; jobs: JobQueue<Jobs>; mailer: Mailer; publicUrl: string }) {
  const { db, accounts, jobs, mailer, publicUrl } = options;

  const write = async (told: MailJob, { id }: User): Promise<Omit<Mail, 'to'> | null> => {
    switch (told.letter) {
      case 'verify':
        return verificationMail(publicUrl, await secretFor(db, id, 'verify'));
      case 'reset': {
        const secret = await resetSecret(db, id, told.askedAt);
        return secret === null ? null : passwordResetMail(publicUrl, secret);
      }
      case 'taken':
        return addressTakenMail(publicUrl);
    }
  };

  return {
    /** Runs a mail job. Sends nothing if there is no such user or no address. */
    async send(told: MailJob): Promise<void> {
      const user = 'userId' in told ? await selectUser(db, told.userId) : await selectUserByEmailHash(db, told.emailHash);
      const to = user && accounts.emailOf(user);
      if (!to || (told.letter === 'verify' && user.emailVerifiedAt !== null)) return;
      const letter = await write(told, user);
      if (letter) await mailer.send({ to, ...letter });
    },

    /** Sends a verification link to the user's address, unless it is verified. */
    async askVerification({ id, emailVerifiedAt }: User): Promise<void> {
      if (emailVerifiedAt === null) await jobs.add('mail', { letter: 'verify', userId: id });
    },

    /** @throws AppError `not-found` if the link is invalid or expired. */
    async verify(secret: string): Promise<void> {
      const now = new Date();
      await db.transaction(async (tx) => {
        const userId = await takeMailSecret(tx, { secretHash: hashOfSecret(secret), purpose: 'verify', now });
        if (userId === null) throw noLink();
        await updateUser(tx, userId, { emailVerifiedAt: now });
        await note(tx, { userId, kind: 'address-verified' });
      });
    },

    /** Sends a reset link to the account with this address. Does the same, in the same time, if there is none. */
    forgot: (email: string): Promise<void> =>
      jobs.add('mail', { letter: 'reset', emailHash: accounts.emailHashOf(email), askedAt: new Date().toISOString() }),

    /**
     * Sets a new password for the user of a reset link, ends all their sessions, and verifies their address, since the link proves it.
     * @returns the id of the user @throws AppError `not-found` if the link is invalid or expired, `invalid-input` if the password is easy
     * to guess.
     */
    async reset(secret: string, password: string): Promise<string> {
      const now = new Date();
      const wanted = { secretHash: hashOfSecret(secret), purpose: 'reset', now } as const;
      // Hashing is slow, so the link is checked first.
      const ownerId = await selectMailSecret(db, wanted);
      const owner = ownerId === null ? null : await selectUser(db, ownerId);
      if (!owner) throw noLink();
      refuseCommon(password, 'password', { email: accounts.emailOf(owner), displayName: owner.displayName });
      const passwordHash = await hashPassword(password);
      return db.transaction(async (tx) => {
        const userId = await takeMailSecret(tx, wanted);
        if (userId === null) throw noLink();
        const before = await lockUser(tx, userId);
        // The address was not verified, so the account may have been made by someone else: they keep no other sign-in method.
        if (before?.emailVerifiedAt === null) await deleteIdentitiesOf(tx, userId);
        await updateUser(tx, userId, { passwordHash, emailVerifiedAt: now });
        await endSessionsOf(tx, userId);
        await note(tx, { userId, kind: 'password-reset' });
        return userId;
      });
    },

    /** Deletes expired links. To be called regularly; idempotent. */
    forget: (now: Date): Promise<void> => deleteExpiredMailSecrets(db, now),
  };
}
