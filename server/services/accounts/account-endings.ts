import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuseFields } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { moveAuditLog } from '../../db/repositories/accounts/audit-log.ts';
import { moveCollaborations } from '../../db/repositories/universes/collaborators.ts';
import { dropComments, moveComments } from '../../db/repositories/feedback/forget-comments.ts';
import { spendGuest } from '../../db/repositories/accounts/guests.ts';
import { mergeNotifications } from '../../db/repositories/accounts/notifications.ts';
import { deleteSessionsOf } from '../../db/repositories/accounts/sessions.ts';
import { moveStoryboardVersions } from '../../db/repositories/documents/storyboards.ts';
import { moveTemplates } from '../../db/repositories/universes/templates.ts';
import { lockUniversesAround } from '../../db/repositories/universes/universe-locks.ts';
import { moveUniverses } from '../../db/repositories/universes/universes.ts';
import { deleteUser, holdUser, lockUser } from '../../db/repositories/accounts/users.ts';
import { dropFavourites, mergeFavourites } from '../feedback/favourite-service.ts';
import { mergeNotes } from '../feedback/note-service.ts';
import { dropReviews, mergeReviews } from '../feedback/review-service.ts';
import type { SealedText } from '../secrets/sealed-text.ts';
import type { UniverseService } from '../universes/universe-service.ts';
import type { AccountProofs, Sender } from './account-proofs.ts';
import { type Departure, type Heirs, holdHeirs, leaveUniverses } from './departure-service.ts';
import type { User } from './user-service.ts';

/** Ends users: merges a guest into an account, and deletes a user with the universes they own. */
export function createAccountEndings(options: { db: Database; universes: UniverseService; sealedText: SealedText; proofs: AccountProofs }) {
  const { db, universes, sealedText, proofs } = options;
  return {
    /** Merges everything of a guest into an account and deletes the guest. @param keptKey of the session whose row its request replaces */
    async absorbGuest(guestId: string, accountId: string, keptKey: string | undefined): Promise<void> {
      const moved = await db.transaction(async (tx) => {
        const guest = await lockUser(tx, guestId);
        // A guest that was never stored has nothing to merge; its cookie becomes invalid.
        if (guest === null) await spendGuest(tx, guestId);
        // The guest may have become an account meanwhile, and a sign-in to another account must not take it over.
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
        await moveAuditLog(tx, guestId, accountId);
        await moveTemplates(tx, guestId, accountId);
        const shared = await moveCollaborations(tx, guestId, accountId);
        await deleteSessionsOf(tx, guestId, keptKey);
        await deleteUser(tx, guestId);
        return [...rows.map(({ id }) => id), ...shared];
      });
      universes.tellChanged(moved);
    },

    /** Ends the sessions of a guest who became an account, except the present one. @returns whether there were any */
    endOtherSessionsOf: (userId: string, keptKey: string | undefined): Promise<boolean> => deleteSessionsOf(db, userId, keptKey),

    /**
     * Deletes a user with their sessions and universes. `heirs` get the universes assigned to them; other shared universes go to the trash,
     * where their collaborators can copy them.
     * @returns the outcome for each universe, for notifications.
     * @throws AppError `invalid-input` if an account gives no password, `wrong-credentials` if it is wrong.
     */
    async remove(user: User, password: string | undefined, sender: Sender, heirs: Heirs = {}): Promise<Departure> {
      const { id, passwordHash } = user;
      if (passwordHash !== null && password === undefined) {
        throw refuseFields([fieldIssue('password', null, 'missing')]);
      }
      if (passwordHash !== null) await proofs.checkAgain(user, password!, 'password', sender);
      const departure = await db.transaction(async (tx) => {
        // A guest can be deleted without being stored.
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
