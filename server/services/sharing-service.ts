import { AppError } from '../../shared/api/errors.ts';
import { invitationLimits, mostCollaborators, type SharedRole } from '../../shared/api/universe.ts';
import type { Database } from '../db/database.ts';
import {
  addCollaborator,
  type CollaboratorRow,
  removeCollaborator,
  selectCollaborators,
  setCollaboratorRole,
} from '../db/repositories/collaborators.ts';
import {
  deleteInvitation,
  insertInvitation,
  type Invitation,
  selectInvitationBySecret,
  selectInvitations,
} from '../db/repositories/invitations.ts';
import { updateUniverseRow } from '../db/repositories/universes.ts';
import { type PublicUser, selectPeople, selectUser } from '../db/repositories/users.ts';
import { note } from './activity-service.ts';
import { newId } from './ids.ts';
import type { NotificationService } from './notification-service.ts';
import { dropReview } from './review-service.ts';
import { hashOfSecret, newSecret } from './secrets.ts';
import type { Universe, UniverseService } from './universe-service.ts';

export type { Invitation };
export type SharingService = ReturnType<typeof createSharingService>;

const dayMs = 24 * 60 * 60 * 1000;

/** Who has which role in a universe. Who may change that is not decided here. */
export function createSharingService(db: Database, universes: UniverseService, notifications: NotificationService) {
  return {
    /** The owner of a universe, and who has a role of their own in it. */
    async peopleOf(universe: Universe): Promise<{ owner: PublicUser; collaborators: CollaboratorRow[] }> {
      const [[owner], collaborators] = await Promise.all([selectPeople(db, [universe.ownerId]), selectCollaborators(db, universe.id)]);
      return { owner: owner!, collaborators };
    },

    /** @throws AppError `not-found` */
    async setRole({ id, ownerId }: Universe, userId: string, role: SharedRole): Promise<void> {
      await db.transaction(async (tx) => {
        if (!(await setCollaboratorRole(tx, id, userId, role))) throw nobody();
        await note(tx, { userId: ownerId, kind: 'role-changed', universeId: id, personId: userId, detail: role });
      });
      await universes.tellChanged([id]);
    },

    /** Takes somebody's role away, as `by` wants, who may be they. @throws AppError `not-found` */
    async remove({ id }: Universe, userId: string, by: string): Promise<void> {
      await db.transaction(async (tx) => {
        if (!(await removeCollaborator(tx, id, userId))) throw nobody();
        if (by === userId) await note(tx, { userId, kind: 'collaborator-left', universeId: id });
        else await note(tx, { userId: by, kind: 'collaborator-removed', universeId: id, personId: userId });
      });
      await universes.tellChanged([id]);
    },

    /** Makes a link for as many days; its secret is told here and never again. @throws AppError `conflict` where too many are open. */
    async invite({ id }: Universe, role: SharedRole, days: number): Promise<{ invitation: Invitation; secret: string }> {
      const now = new Date();
      if ((await selectInvitations(db, id, now)).length >= invitationLimits.open.max) {
        throw new AppError('conflict', `A universe has at most ${invitationLimits.open.max} open invitations. Take one back first.`);
      }
      const secret = newSecret();
      const expiresAt = new Date(now.getTime() + days * dayMs);
      const row = { id: newId(12), universeId: id, role, secretHash: hashOfSecret(secret), expiresAt };
      return { invitation: await insertInvitation(db, row), secret };
    },

    invitationsOf: ({ id }: Universe): Promise<Invitation[]> => selectInvitations(db, id, new Date()),

    /** @throws AppError `not-found` */
    async takeBack({ id }: Universe, invitationId: string): Promise<void> {
      if (!(await deleteInvitation(db, id, invitationId))) throw new AppError('not-found', 'There is no such invitation.');
    },

    /**
     * Gives somebody the role of an invitation.
     * @throws AppError `not-found` where it does not hold any more or never did, `conflict` where the universe is full.
     */
    async accept(userId: string, secret: string): Promise<Universe> {
      const invitation = await selectInvitationBySecret(db, hashOfSecret(secret), new Date());
      const universe = invitation && (await universes.get(invitation.universeId));
      if (!universe || universe.deletedAt) throw new AppError('not-found', 'This invitation does not hold any more. Ask for a new one.');
      if (universe.ownerId === userId) return universe;
      const isNew = !Object.hasOwn(universe.collaborators, userId);
      if (isNew && Object.keys(universe.collaborators).length >= mostCollaborators) {
        throw new AppError('conflict', `A universe has at most ${mostCollaborators} collaborators.`);
      }
      await db.transaction(async (tx) => {
        await addCollaborator(tx, universe.id, userId, invitation.role);
        await note(tx, { userId, kind: 'collaborator-joined', universeId: universe.id, detail: invitation.role });
      });
      if (isNew) await notifications.joined(universe, userId);
      await universes.tellChanged([universe.id]);
      return universes.get(universe.id);
    },

    /**
     * Makes a collaborator the owner, and the owner an editor.
     * @throws AppError `not-found` where they are no collaborator, `conflict` where they have no account to keep it in.
     */
    async transfer(universe: Universe, toUserId: string): Promise<Universe> {
      const heir = Object.hasOwn(universe.collaborators, toUserId) ? await selectUser(db, toUserId) : null;
      if (!heir) throw nobody();
      if (heir.accountSince === null)
        throw new AppError('conflict', `${heir.displayName} is a guest. A universe is given to an account alone.`);
      await db.transaction(async (tx) => {
        await removeCollaborator(tx, universe.id, heir.id);
        await updateUniverseRow(tx, universe.id, { ownerId: heir.id });
        await dropReview(tx, heir.id, universe.id);
        await addCollaborator(tx, universe.id, universe.ownerId, 'editor');
        await note(tx, { userId: universe.ownerId, kind: 'universe-transferred', universeId: universe.id, personId: heir.id });
      });
      await notifications.transferred(universe, heir.id);
      await universes.tellChanged([universe.id]);
      return universes.get(universe.id);
    },
  };
}

const nobody = () => new AppError('not-found', 'There is no such collaborator.');
