import { invitationLimits, maxCollaborators, type SharedRole } from '../../../shared/api/universes/universe.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { addCollaborator, countCollaborators, selectCollaboratorRole } from '../../db/repositories/universes/collaborators.ts';
import {
  deleteInvitation,
  hasUsedInvitation,
  insertInvitation,
  type ListedInvitation,
  selectInvitationBySecret,
  selectInvitations,
  useInvitation,
} from '../../db/repositories/universes/invitations.ts';
import { selectDecisionSince } from '../../db/repositories/universes/role-decisions.ts';
import { lockUniverse } from '../../db/repositories/universes/universe-locks.ts';
import { holdUser } from '../../db/repositories/accounts/users.ts';
import { note } from '../accounts/audit-log-service.ts';
import type { NotificationService } from '../accounts/notification-service.ts';
import { newId } from '../ids.ts';
import { hashOfSecret, newSecret } from '../secrets/secrets.ts';
import { lockOwned } from './lock-owned.ts';
import type { Universe, UniverseService } from './universe-service.ts';

export type { ListedInvitation };

const dayMs = 24 * 60 * 60 * 1000;

/** Links that give a role in a universe. Callers check the rights. */
export function createInvitations(db: Database, universes: UniverseService, notifications: NotificationService) {
  return {
    /**
     * Creates a link for a number of days and users. Its secret is returned only here.
     * @throws AppError `conflict` if too many invitations are open.
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
          throw refuse('invitation-limit', { max: invitationLimits.open.max });
        }
        return { invitation: { ...(await insertInvitation(tx, row)), usedBy: [] }, secret };
      });
    },

    invitationsOf: ({ id }: Universe): Promise<ListedInvitation[]> => selectInvitations(db, id, new Date()),

    /** @throws AppError `not-found` */
    async takeBack({ id }: Universe, invitationId: string): Promise<void> {
      if (!(await deleteInvitation(db, id, invitationId))) throw refuse('no-invitation');
    },

    /**
     * Gives the user the role of an invitation, or the role that the owner has decided on since.
     * @throws AppError `not-found` if the invitation is invalid or expired, `not-allowed` if the owner has removed the user since,
     * `conflict` if the universe is full.
     */
    async accept(userId: string, secret: string): Promise<Universe> {
      const now = new Date();
      const invitation = await selectInvitationBySecret(db, hashOfSecret(secret), now);
      if (!invitation) throw noInvitation();
      const { id, universeId } = invitation;
      /** Null if the role of the user stays as it is. */
      const change = await db.transaction(async (tx) => {
        const universe = (await holdUser(tx, userId)) ? await lockUniverse(tx, universeId) : null;
        if (!universe || universe.deletedAt) throw noInvitation();
        if (universe.ownerId === userId) return null;
        const [before, decision] = [await selectCollaboratorRole(tx, universeId, userId), await selectDecisionSince(tx, id, userId)];
        const role = decision ? decision.role : invitation.role;
        if (before !== null && (decision || before === 'editor' || before === role)) return null;
        if (role === null) throw refuse('removed-from-universe');
        if (before === null && (await countCollaborators(tx, universeId)) >= maxCollaborators) {
          throw refuse('collaborator-limit', { max: maxCollaborators });
        }
        // A user who left can return by the link that they joined by.
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
  };
}

const noInvitation = () => refuse('invitation-expired');
