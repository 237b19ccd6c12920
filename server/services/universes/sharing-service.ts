import { AppError } from '../../../shared/api/errors.ts';
import { invitationLimits, mostCollaborators, type SharedRole } from '../../../shared/api/universe.ts';
import type { Database } from '../../db/database.ts';
import {
  addCollaborator,
  type CollaboratorRow,
  countCollaborators,
  removeCollaborator,
  selectCollaboratorRole,
  selectCollaborators,
  setCollaboratorRole,
} from '../../db/repositories/collaborators.ts';
import {
  deleteInvitation,
  deleteInvitationsUsedBy,
  hasUsedInvitation,
  insertInvitation,
  type ListedInvitation,
  selectInvitationBySecret,
  selectInvitations,
  useInvitation,
} from '../../db/repositories/invitations.ts';
import { putRoleDecision, selectDecisionSince } from '../../db/repositories/role-decisions.ts';
import { lockUniverse } from '../../db/repositories/universe-locks.ts';
import { holdUser, type PublicUser, selectPeople, selectUser } from '../../db/repositories/users.ts';
import { note } from '../accounts/activity-service.ts';
import { handOverAndStay } from '../accounts/departure-service.ts';
import { newId } from '../ids.ts';
import type { NotificationService } from '../accounts/notification-service.ts';
import { hashOfSecret, newSecret } from '../secrets/secrets.ts';
import type { Universe, UniverseService } from './universe-service.ts';

export type { ListedInvitation };
export type SharingService = ReturnType<typeof createSharingService>;

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Keeps a universe until the transaction ends, and before it those who are written down with it: an account that is deleted or absorbed is
 * locked before universes, too. @throws AppError `not-allowed` where it has changed hands or was deleted meanwhile
 */
async function lockOwned(tx: Database, { id, ownerId }: Universe, ...userIds: string[]): Promise<void> {
  for (const userId of [ownerId, ...userIds]) await holdUser(tx, userId);
  const row = await lockUniverse(tx, id);
  if (row?.ownerId !== ownerId || row.deletedAt) throw new AppError('not-allowed', 'You may look at this universe, but not do that.');
}

/** Who has which role in a universe. Who may change that is not decided here. */
export function createSharingService(db: Database, universes: UniverseService, notifications: NotificationService) {
  return {
    /** The owner of a universe, and who has a role of their own in it. */
    async peopleOf(universe: Universe): Promise<{ owner: PublicUser; collaborators: CollaboratorRow[] }> {
      const [[owner], collaborators] = await Promise.all([selectPeople(db, [universe.ownerId]), selectCollaborators(db, universe.id)]);
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
     * Takes somebody's role away, as `by` wants, who may be they. Whom the owner removes no invitation brings back that there is already;
     * those by which they came are withdrawn, as they could open them as somebody else. @throws AppError `not-found`
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
     * Makes a link for so many days and users; its secret is told here and never again.
     * @throws AppError `conflict` where too many are open.
     */
    async invite(
      universe: Universe,
      { role, days, uses }: { role: SharedRole; days: number; uses: number },
    ): Promise<{ invitation: ListedInvitation; secret: string }> {
      const now = new Date();
      const secret = newSecret();
      const expiresAt = new Date(now.getTime() + days * dayMs);
      const row = { id: newId(12), universeId: universe.id, role, secretHash: hashOfSecret(secret), expiresAt, maxUses: uses };
      return db.transaction(async (tx) => {
        await lockOwned(tx, universe);
        const open = (await selectInvitations(tx, universe.id, now)).filter((other) => other.uses < other.maxUses);
        if (open.length >= invitationLimits.open.max) {
          throw new AppError('conflict', `A universe has at most ${invitationLimits.open.max} open invitations. Take one back first.`);
        }
        return { invitation: { ...(await insertInvitation(tx, row)), usedBy: [] }, secret };
      });
    },

    invitationsOf: ({ id }: Universe): Promise<ListedInvitation[]> => selectInvitations(db, id, new Date()),

    /** @throws AppError `not-found` */
    async takeBack({ id }: Universe, invitationId: string): Promise<void> {
      if (!(await deleteInvitation(db, id, invitationId))) throw new AppError('not-found', 'There is no such invitation.');
    },

    /**
     * Gives somebody the role of an invitation, or the one that the owner has decided on since.
     * @throws AppError `not-found` where it does not hold any more or never did, `not-allowed` where the owner has removed them since,
     * `conflict` where the universe is full.
     */
    async accept(userId: string, secret: string): Promise<Universe> {
      const now = new Date();
      const invitation = await selectInvitationBySecret(db, hashOfSecret(secret), now);
      if (!invitation) throw noInvitation();
      const { id, universeId } = invitation;
      /** The role that they had before, where they have got another. */
      const change = await db.transaction(async (tx) => {
        const universe = (await holdUser(tx, userId)) ? await lockUniverse(tx, universeId) : null;
        if (!universe || universe.deletedAt) throw noInvitation();
        if (universe.ownerId === userId) return null;
        const [before, decision] = [await selectCollaboratorRole(tx, universeId, userId), await selectDecisionSince(tx, id, userId)];
        const role = decision ? decision.role : invitation.role;
        if (before !== null && (decision || before === 'editor' || before === role)) return null;
        if (role === null) throw new AppError('not-allowed', 'You were removed from this universe. Ask its owner for a new invitation.');
        if (before === null && (await countCollaborators(tx, universeId)) >= mostCollaborators) {
          throw new AppError('conflict', `A universe has at most ${mostCollaborators} collaborators.`);
        }
        // Who has left by themselves comes back by the link that they came by.
        const mayUse = (await hasUsedInvitation(tx, id, userId)) || (await useInvitation(tx, id, userId, now));
        if (!mayUse) throw noInvitation();
        await addCollaborator(tx, universeId, userId, role);
        await note(tx, { userId, kind: 'collaborator-joined', universeId, detail: role });
        return { isNew: before === null };
      });
      if (change) universes.tellChanged([universeId]);
      const universe = await universes.get(universeId);
      if (change?.isNew) await notifications.joined(universe, userId);
      return universe;
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
        await lockOwned(tx, universe, heir.id);
        await handOverAndStay(tx, universe, heir.id);
      });
      universes.tellChanged([universe.id], [heir.id, universe.ownerId]);
      await notifications.transferred(universe, heir.id);
      return universes.get(universe.id);
    },
  };
}

const noInvitation = () => new AppError('not-found', 'This invitation does not hold any more. Ask for a new one.');
const nobody = () => new AppError('not-found', 'There is no such collaborator.');
