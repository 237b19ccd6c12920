import { AppError } from '../../../shared/api/errors.ts';
import type { Database } from '../../db/database.ts';
import { moveActivity } from '../../db/repositories/activity.ts';
import { moveCollaborations } from '../../db/repositories/collaborators.ts';
import { dropComments, moveComments } from '../../db/repositories/forget-comments.ts';
import { mergeNotifications } from '../../db/repositories/notifications.ts';
import { spendGuest } from '../../db/repositories/guests.ts';
import { deleteSessionsOf, endSessionsOf } from '../../db/repositories/sessions.ts';
import { moveStoryboardVersions } from '../../db/repositories/storyboards.ts';
import { moveTemplates } from '../../db/repositories/templates.ts';
import { lockUniversesAround } from '../../db/repositories/universe-locks.ts';
import { moveUniverses } from '../../db/repositories/universes.ts';
import {
  deleteUser,
  holdUser,
  lockUser,
  selectUser,
  selectUserByEmailHash,
  updateUser,
  upgradeGuest,
} from '../../db/repositories/users.ts';
import type { JobQueue } from '../../ops/job-queue.ts';
import { note, noteFailedCheck } from './activity-service.ts';
import { type Departure, type Heirs, holdHeirs, leaveUniverses } from './departure-service.ts';
import { dropFavourites, mergeFavourites } from '../feedback/favourite-service.ts';
import type { Jobs } from '../jobs.ts';
import { mergeNotes } from '../feedback/note-service.ts';
import { dropReviews, mergeReviews } from '../feedback/review-service.ts';
import type { UniverseService } from '../universes/universe-service.ts';
import { newPerson, personOf, type User } from './user-service.ts';
import type { PasswordGuard } from './password-guard.ts';
import { refuseCommon } from './password-strength.ts';
import { hashPassword, isPassword } from './passwords.ts';
import type { SealedText } from '../secrets/sealed-text.ts';
import { sessionEnded } from './session-service.ts';

export interface Registration {
  email: string;
  password: string;
  displayName?: string;
}

/** From where somebody says a password. */
export interface Sender {
  /** See `networkOf`. */
  network: string;
  /** What their browser is known by for an account, or null. */
  knownAs(user: User | null): string | null;
  /** What names their session in the database, where they have one. */
  sessionKey: string | undefined;
}

export type Accounts = ReturnType<typeof createAccounts>;

/** Of PostgreSQL, for what has to be unique and is not. */
const uniqueViolation = '23505';

/** The place that a sealed address is bound to. */
export const placeOf = (userId: string) => `users.email ${userId}`;

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
  guard: PasswordGuard;
}) {
  const { db, universes, sealedText, emailHash, jobs, sendsMail, guard } = options;
  const mail = sendsMail ? jobs : null;

  /** An address as it is kept with somebody. */
  const sealedEmail = (userId: string, email: string) => ({ email: sealedText.seal(email, placeOf(userId)), emailHash: emailHash(email) });

  const emailOf = ({ id, email }: User): string | null => (email === null ? null : sealedText.open(email, placeOf(id)));

  /** @throws AppError `wrong-credentials` where it is not theirs, which is noted, `rate-limited` after too many such */
  const checkAgain = async (user: User, password: string, path: string, { network }: Sender): Promise<void> => {
    // Whoever ends all sessions need not wait for what a thief has tried in one of them.
    const account = `${user.id} ${user.sessionGeneration}`;
    if (await guard.again({ account, network }, () => isPassword(password, user.passwordHash))) return;
    await noteFailedCheck(db, user.id);
    throw wrongPassword(path);
  };

  /** Holds a user until the transaction ends. @throws AppError `not-allowed` where their sessions have ended since they were looked up. */
  const lockAsTheyWere = async (tx: Database, { id, sessionGeneration, accountSince }: User): Promise<User> => {
    const user = await lockUser(tx, id);
    const isAsItWas = user?.sessionGeneration === sessionGeneration && (user.accountSince === null) === (accountSince === null);
    if (!isAsItWas) throw sessionEnded();
    return user;
  };

  return {
    sealedEmail,
    emailHashOf: emailHash,
    checkAgain,
    lockAsTheyWere,

    /** The address of an account, or null for a guest. @throws AppError `internal-error` where no key of the server opens it. */
    emailOf,

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
        ...sealedEmail(person.id, email),
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
        throw new AppError('conflict', 'This address can not be used.', { cause: error });
      }
      throw new AppError('conflict', 'You have an account already. Sign out to make another.');
    },

    /**
     * The account of an address and its password, or null; no address makes this quicker than another.
     * @throws AppError `rate-limited` after too many wrong ones
     */
    async find(email: string, password: string, { network, knownAs }: Sender): Promise<User | null> {
      const account = emailHash(email);
      const user = await selectUserByEmailHash(db, account);
      const guess = { account, network, device: knownAs(user) };
      if (await guard.signIn(guess, () => isPassword(password, user?.passwordHash ?? null))) return user;
      // Whether there is anybody to note it of is looked up later.
      await jobs.add('failedSignIn', { emailHash: account, at: new Date().toISOString() });
      return null;
    },

    /** Gives all that a guest made to an account; the guest is no more. @param keptKey of the session whose row its request replaces */
    async absorbGuest(guestId: string, accountId: string, keptKey: string | undefined): Promise<void> {
      const moved = await db.transaction(async (tx) => {
        const guest = await lockUser(tx, guestId);
        // One that was never stored has nothing to give, and comes back no more.
        if (guest === null) await spendGuest(tx, guestId);
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
        await deleteSessionsOf(tx, guestId, keptKey);
        await deleteUser(tx, guestId);
        return [...rows.map(({ id }) => id), ...shared];
      });
      universes.tellChanged(moved);
    },

    /** Ends the sessions of a guest who has become an account, but for the one in which they did. @returns whether there were any */
    endOtherSessionsOf: (userId: string, keptKey: string | undefined): Promise<boolean> => deleteSessionsOf(db, userId, keptKey),

    /**
     * Ends all sessions as well. @returns the user, to begin another session for
     * @throws AppError `wrong-credentials` where `current` is not the password that it was, `invalid-input` where `next` is a common one
     */
    async changePassword(user: User, { current, next }: { current: string; next: string }, sender: Sender): Promise<User> {
      await checkAgain(user, current, 'current', sender);
      refuseCommon(next, 'next', { email: emailOf(user), displayName: user.displayName });
      const passwordHash = await hashPassword(next);
      return db.transaction(async (tx) => {
        await lockAsTheyWere(tx, user);
        await endSessionsOf(tx, user.id, sender.sessionKey);
        await note(tx, { userId: user.id, kind: 'password-changed' });
        return (await updateUser(tx, user.id, { passwordHash }))!;
      });
    },

    /**
     * Deletes somebody with their sessions and universes; `heirs` get what they are named for, and what else is shared lies in the
     * trash for its collaborators.
     * @returns what became of the universes, for those who have to be told.
     * @throws AppError `invalid-input` where an account gives no password, `wrong-credentials` where it is not theirs.
     */
    async remove(user: User, password: string | undefined, sender: Sender, heirs: Heirs = {}): Promise<Departure> {
      const { id, passwordHash } = user;
      if (passwordHash !== null && password === undefined) {
        throw new AppError('invalid-input', 'password: is needed', { issues: [{ path: 'password', rule: 'is needed', value: null }] });
      }
      if (passwordHash !== null) await checkAgain(user, password!, 'password', sender);
      const departure = await db.transaction(async (tx) => {
        // A guest need not be stored to be deleted.
        if (user.accountSince !== null || (await lockUser(tx, id))) await lockAsTheyWere(tx, user);
        await holdHeirs(tx, heirs);
        await lockUniversesAround(tx, id);
        await dropFavourites(tx, id);
        await dropComments(tx, id);
        await dropReviews(tx, id);
        const left = await leaveUniverses(tx, id, heirs);
        await deleteSessionsOf(tx, id);
        await deleteUser(tx, id);
        return left;
      });
      for (const { universe, heirId } of departure.given) universes.tellChanged([universe.id], [heirId, id]);
      universes.tellChanged([...departure.deleted, ...departure.abandoned.map(({ universe }) => universe)].map((gone) => gone.id));
      return departure;
    },
  };
}
