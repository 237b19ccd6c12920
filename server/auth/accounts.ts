import { AppError } from '../../shared/api/errors.ts';
import type { Database } from '../db/database.ts';
import { moveActivity } from '../db/repositories/activity.ts';
import { moveCollaborations } from '../db/repositories/collaborators.ts';
import { dropComments, moveComments } from '../db/repositories/forget-comments.ts';
import { mergeNotifications } from '../db/repositories/notifications.ts';
import { deleteSessionsOf } from '../db/repositories/sessions.ts';
import { moveStoryboardVersions } from '../db/repositories/storyboards.ts';
import { moveTemplates } from '../db/repositories/templates.ts';
import { lockUniversesAround } from '../db/repositories/universe-locks.ts';
import { deleteUniversesOf, moveUniverses } from '../db/repositories/universes.ts';
import { deleteUser, holdUser, insertUser, lockUser, selectUserByEmailHash, updateUser, upgradeGuest } from '../db/repositories/users.ts';
import type { JobQueue } from '../ops/job-queue.ts';
import { note } from '../services/activity-service.ts';
import { dropFavourites, mergeFavourites } from '../services/favourite-service.ts';
import type { Jobs } from '../services/jobs.ts';
import { mergeNotes } from '../services/note-service.ts';
import { dropReviews, mergeReviews } from '../services/review-service.ts';
import type { UniverseService } from '../services/universe-service.ts';
import { newPerson, type User } from '../services/user-service.ts';
import { hashPassword, isPassword } from './passwords.ts';
import type { SealedText } from './sealed-text.ts';

export interface Registration {
  email: string;
  password: string;
  displayName?: string;
}

export type Accounts = ReturnType<typeof createAccounts>;

/** Of PostgreSQL, for what has to be unique and is not. */
const uniqueViolation = '23505';

/** The place that a sealed address is bound to. */
const placeOf = (userId: string) => `users.email ${userId}`;

/** Whether an error is what the database says of something that has to be unique and is not. */
export const isTaken = (error: unknown) => (error as { cause?: { code?: string } }).cause?.code === uniqueViolation;

const wrongPassword = (path: string) =>
  new AppError('wrong-credentials', 'The password is wrong.', { issues: [{ path, rule: 'is wrong', value: '(hidden)' }] });

/** Guests become accounts, and accounts come and go. Who may ask for what is not decided here. */
export function createAccounts(options: {
  db: Database;
  universes: UniverseService;
  sealedText: SealedText;
  emailHash(email: string): string;
  jobs: Pick<JobQueue<Jobs>, 'add'>;
  sendsMail: boolean;
}) {
  const { db, universes, sealedText, emailHash, jobs, sendsMail } = options;
  const mail = sendsMail ? jobs : null;

  /** An address as it is kept with somebody. */
  const sealedEmail = (userId: string, email: string) => ({ email: sealedText.seal(email, placeOf(userId)), emailHash: emailHash(email) });

  return {
    sealedEmail,
    emailHashOf: emailHash,

    /** The address of an account, or null for a guest. @throws AppError `internal-error` where no key of the server opens it. */
    emailOf: ({ id, email }: User): string | null => (email === null ? null : sealedText.open(email, placeOf(id))),

    /**
     * Makes a guest an account, under the same id, or a stranger a new one.
     * Whoever has the address is told by mail, where there is any, whether that was they or somebody before them.
     * @throws AppError `conflict` where the address is taken, after as long as if it were not, or the guest has become an account meanwhile.
     */
    async register(guestId: string | null, { email, password, displayName }: Registration): Promise<User> {
      const newcomer = newPerson();
      const id = guestId ?? newcomer.id;
      const account = {
        accountSince: new Date(),
        ...sealedEmail(id, email),
        passwordHash: await hashPassword(password),
        ...(displayName === undefined ? {} : { displayName }),
      };
      try {
        const user = await db.transaction(async (tx) => {
          const made = guestId === null ? await insertUser(tx, { ...newcomer, ...account }) : await upgradeGuest(tx, guestId, account);
          if (made) await note(tx, { userId: made.id, kind: 'registered' });
          if (made) await mail?.add('mail', { letter: 'verify', userId: made.id }, tx);
          return made;
        });
        if (user) return user;
      } catch (error) {
        if (!isTaken(error)) throw error;
        await mail?.add('mail', { letter: 'taken', emailHash: account.emailHash });
        throw new AppError('conflict', 'This address can not be used.', { cause: error });
      }
      throw new AppError('conflict', 'You have an account already. Sign out to make another.');
    },

    /** The account of an address and its password, or null; no address makes this quicker than another. */
    async find(email: string, password: string): Promise<User | null> {
      const hash = emailHash(email);
      const user = await selectUserByEmailHash(db, hash);
      if (await isPassword(password, user?.passwordHash ?? null)) return user;
      // Whether there is anybody to note it of is looked up later.
      await jobs.add('failedSignIn', { emailHash: hash, at: new Date().toISOString() });
      return null;
    },

    /** Gives all that a guest made to an account; the guest is no more. */
    async absorbGuest(guestId: string, accountId: string): Promise<void> {
      const moved = await db.transaction(async (tx) => {
        const guest = await lockUser(tx, guestId);
        // Meanwhile it may have become an account, which nobody takes over by signing in elsewhere.
        if (guest?.accountSince !== null) return [];
        if (!(await holdUser(tx, accountId))) return [];
        await lockUniversesAround(tx, guestId);
        await mergeFavourites(tx, guestId, accountId);
        await moveComments(tx, guestId, accountId);
        await moveStoryboardVersions(tx, guestId, accountId);
        const rows = await moveUniverses(tx, guestId, accountId);
        await mergeReviews(tx, guestId, accountId);
        await mergeNotes(tx, sealedText, guestId, accountId);
        await mergeNotifications(tx, guestId, accountId);
        await moveActivity(tx, guestId, accountId);
        await moveTemplates(tx, guestId, accountId);
        const shared = await moveCollaborations(tx, guestId, accountId);
        await deleteSessionsOf(tx, guestId);
        await deleteUser(tx, guestId);
        return [...rows.map(({ id }) => id), ...shared];
      });
      await universes.tellChanged(moved);
    },

    /** @throws AppError `wrong-credentials` where `current` is not the password that it was. */
    async changePassword({ id, passwordHash }: User, current: string, next: string): Promise<void> {
      if (!(await isPassword(current, passwordHash))) throw wrongPassword('current');
      const nextHash = await hashPassword(next);
      await db.transaction(async (tx) => {
        await updateUser(tx, id, { passwordHash: nextHash });
        await note(tx, { userId: id, kind: 'password-changed' });
      });
    },

    /**
     * Deletes somebody with their sessions and universes.
     * @throws AppError `invalid-input` where an account gives no password, `wrong-credentials` where it is not theirs.
     */
    async remove({ id, passwordHash }: User, password: string | undefined): Promise<void> {
      if (passwordHash !== null && password === undefined) {
        throw new AppError('invalid-input', 'password: is needed', { issues: [{ path: 'password', rule: 'is needed', value: null }] });
      }
      if (passwordHash !== null && !(await isPassword(password!, passwordHash))) throw wrongPassword('password');
      const gone = await db.transaction(async (tx) => {
        await lockUser(tx, id);
        await lockUniversesAround(tx, id);
        await dropFavourites(tx, id);
        await dropComments(tx, id);
        await dropReviews(tx, id);
        const rows = await deleteUniversesOf(tx, id);
        await deleteSessionsOf(tx, id);
        await deleteUser(tx, id);
        return rows;
      });
      universes.tellGone(gone);
    },
  };
}
