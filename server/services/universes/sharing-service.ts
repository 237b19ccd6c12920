import type { SharedRole } from '../../../shared/api/universes/universe.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import {
  type CollaboratorRow,
  removeCollaborator,
  selectCollaborators,
  setCollaboratorRole,
} from '../../db/repositories/universes/collaborators.ts';
import { deleteInvitationsUsedBy } from '../../db/repositories/universes/invitations.ts';
import { putRoleDecision } from '../../db/repositories/universes/role-decisions.ts';
import { lockUniverse } from '../../db/repositories/universes/universe-locks.ts';
import { holdUser, type PublicUser, selectUsersById, selectUser } from '../../db/repositories/accounts/users.ts';
import { note } from '../accounts/audit-log-service.ts';
import { handOverAndStay } from '../accounts/departure-service.ts';
import type { NotificationService } from '../accounts/notification-service.ts';
import { createInvitations } from './invitations.ts';
import { lockOwned } from './lock-owned.ts';
import type { Universe, UniverseService } from './universe-service.ts';

export type SharingService = ReturnType<typeof createSharingService>;

/** Collaborators and their roles. Callers check the rights. */
export function createSharingService(db: Database, universes: UniverseService, notifications: NotificationService) {
  return {
    ...createInvitations(db, universes, notifications),

    /** Returns the owner and the collaborators of a universe. */
    async collaboratorsOf(universe: Universe): Promise<{ owner: PublicUser; collaborators: CollaboratorRow[] }> {
      const [[owner], collaborators] = await Promise.all([selectUsersById(db, [universe.ownerId]), selectCollaborators(db, universe.id)]);
      return { owner: owner!, collaborators };
    },

    /** @throws AppError `not-found` */
    async setRole(universe: Universe, userId: string, role: SharedRole): Promise<void> {
      const { id, ownerId } = universe;
      await db.transaction(async (tx) => {
        await lockOwned(tx, universe, userId);
        if (!(await setCollaboratorRole(tx, id, userId, role))) throw nobody();
        await putRoleDecision(tx, { universeId: id, userId, role });
        await note(tx, { userId: ownerId, kind: 'role-changed', universeId: id, personId: userId, detail: role });
      });
      universes.tellChanged([id], [userId]);
    },

    /**
     * Removes a collaborator at the request of `by`, who may be the same user. If the owner removes them, no existing invitation lets them
     * return; the invitations that they used are withdrawn, as they could open them as another user. @throws AppError `not-found`
     */
    async remove(universe: Universe, userId: string, by: string): Promise<void> {
      const { id } = universe;
      await db.transaction(async (tx) => {
        if (by === userId && (await holdUser(tx, userId))) await lockUniverse(tx, id);
        else await lockOwned(tx, universe, userId);
        if (!(await removeCollaborator(tx, id, userId))) throw nobody();
        if (by === userId) return note(tx, { userId, kind: 'collaborator-left', universeId: id });
        await putRoleDecision(tx, { universeId: id, userId, role: null });
        await deleteInvitationsUsedBy(tx, id, userId);
        return note(tx, { userId: by, kind: 'collaborator-removed', universeId: id, personId: userId });
      });
      universes.tellChanged([id], [userId]);
    },

    /**
     * Makes a collaborator the owner, and the owner an editor.
     * @throws AppError `not-found` if the user is not a collaborator, `conflict` if they have no account.
     */
    async transfer(universe: Universe, toUserId: string): Promise<Universe> {
      const heir = Object.hasOwn(universe.collaborators, toUserId) ? await selectUser(db, toUserId) : null;
      if (!heir) throw nobody();
      if (heir.accountSince === null) throw refuse('heir-is-guest', { name: heir.displayName });
      await db.transaction(async (tx) => {
        await lockOwned(tx, universe, heir.id);
        await handOverAndStay(tx, universe, heir.id);
      });
      universes.tellChanged([universe.id], [heir.id, universe.ownerId]);
      await notifications.transferred(universe, heir.id);
      return universes.get(universe.id);
    },
  };
}

const nobody = () => refuse('no-collaborator');
