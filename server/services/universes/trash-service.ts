import { trashDays } from '../../../shared/api/universes/universe.ts';
import type { Database } from '../../db/database.ts';
import { deleteExpiredInvitations } from '../../db/repositories/universes/invitations.ts';
import { emptyTrash, selectTrash } from '../../db/repositories/universes/universes.ts';
import type { NotificationService } from '../accounts/notification-service.ts';
import type { Universe, UniverseRow, UniverseService } from './universe-service.ts';

export type TrashService = ReturnType<typeof createTrashService>;

const dayMs = 24 * 60 * 60 * 1000;

/** The trash: deleted universes that can be restored for a limited time. */
export function createTrashService(db: Database, universes: UniverseService, notifications: NotificationService) {
  return {
    /** Deletes a universe and notifies its collaborators, who can copy it until it is purged. @throws AppError `changed-meanwhile` */
    async throwAway({ id }: Universe, revisions?: readonly number[]): Promise<Universe> {
      const thrown = await universes.update(id, { deletedAt: new Date() }, revisions);
      await notifications.lost(thrown, Object.keys(thrown.collaborators), { kind: 'deleted', actorId: thrown.ownerId });
      return thrown;
    },

    async takeBack({ id }: Universe): Promise<Universe> {
      const back = await universes.update(id, { deletedAt: null });
      await notifications.regained(id);
      return back;
    },

    of: (ownerId: string): Promise<UniverseRow[]> => selectTrash(db, ownerId),

    /** Returns the end of the time in which a universe can be restored. */
    heldUntil: (deletedAt: Date): Date => new Date(deletedAt.getTime() + trashDays * dayMs),

    /** Deletes universes whose time in the trash is over, and expired invitations. To be called regularly; idempotent. */
    async empty(now: Date): Promise<void> {
      await emptyTrash(db, new Date(now.getTime() - trashDays * dayMs));
      await deleteExpiredInvitations(db, now);
    },
  };
}
