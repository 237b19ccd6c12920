import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuseFields } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { moveActivity } from '../../db/repositories/activity.ts';
import { moveCollaborations } from '../../db/repositories/collaborators.ts';
import { dropComments, moveComments } from '../../db/repositories/forget-comments.ts';
import { spendGuest } from '../../db/repositories/guests.ts';
import { mergeNotifications } from '../../db/repositories/notifications.ts';
import { deleteSessionsOf } from '../../db/repositories/sessions.ts';
import { moveStoryboardVersions } from '../../db/repositories/storyboards.ts';
import { moveTemplates } from '../../db/repositories/templates.ts';
import { lockUniversesAround } from '../../db/repositories/universe-locks.ts';
import { moveUniverses } from '../../db/repositories/universes.ts';
import { deleteUser, holdUser, lockUser } from '../../db/repositories/users.ts';
import { dropFavourites, mergeFavourites } from '../feedback/favourite-service.ts';
import { mergeNotes } from '../feedback/note-service.ts';
import { dropReviews, mergeReviews } from '../feedback/review-service.ts';
import type { SealedText } from '../secrets/sealed-text.ts';
import type { UniverseService } from '../universes/universe-service.ts';
import type { AccountProofs, Sender } from './account-proofs.ts';
import { type Departure, type Heirs, holdHeirs, leaveUniverses } from './departure-service.ts';
import type { User } from './user-service.ts';

/** How a user ends: a guest within an account, and an account with what it owns. */
export function createAccountEndings(options: { db: Database; universes: UniverseService; sealedText: SealedText; proofs: AccountProofs }) {
  const { db, universes, sealedText, proofs } = options;
  return {
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
     * Deletes somebody with their sessions and universes; `heirs` get what they are named for, and what else is shared lies in the
     * trash for its collaborators.
     * @returns what became of the universes, for those who have to be told.
     * @throws AppError `invalid-input` where an account gives no password, `wrong-credentials` where it is not theirs.
     */
    async remove(user: User, password: string | undefined, sender: Sender, heirs: Heirs = {}): Promise<Departure> {
      const { id, passwordHash } = user;
      if (passwordHash !== null && password === undefined) {
        throw refuseFields([fieldIssue('password', null, 'missing')]);
      }
      if (passwordHash !== null) await proofs.checkAgain(user, password!, 'password', sender);
      const departure = await db.transaction(async (tx) => {
        // A guest need not be stored to be deleted.
        if (user.accountSince !== null || (await lockUser(tx, id))) await proofs.lockAsTheyWere(tx, user);
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
