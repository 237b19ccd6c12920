import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse, refuseFields } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { addCollaborator, removeCollaborator } from '../../db/repositories/collaborators.ts';
import { abandonShared, isAbandoned, selectCopyable, selectHeir, selectSharedWithAccounts } from '../../db/repositories/departures.ts';
import { deleteInvitationsOf } from '../../db/repositories/invitations.ts';
import { deleteUniversesOf, updateUniverseRow } from '../../db/repositories/universes.ts';
import { holdUser, type PublicUser } from '../../db/repositories/users.ts';
import { note } from './activity-service.ts';
import type { NotificationService } from './notification-service.ts';
import { dropReview } from '../feedback/review-service.ts';
import type { UniverseRow } from '../universes/universe-service.ts';

export type DepartureService = ReturnType<typeof createDepartureService>;

/** Who gets which universe: users by the ids of universes. */
export type Heirs = Readonly<Record<string, string>>;

/** What became of the universes of somebody who is gone. */
export interface Departure {
  /** Whose they were. */
  userId: string;
  given: { universe: UniverseRow; heirId: string }[];
  /** They lie in the trash for those who had a role of their own there. */
  abandoned: { universe: UniverseRow; userIds: string[] }[];
  deleted: UniverseRow[];
}

/** A universe that others have deleted and one may copy; its owner is null where they are gone. */
export interface Copyable {
  universe: UniverseRow;
  owner: PublicUser | null;
}

/** What happens to what is shared when whose it is deletes it, or leaves. */
export function createDepartureService(db: Database, notifications: NotificationService) {
  return {
    /** What of somebody's could be given to whom before they leave. */
    async heirsOf(ownerId: string): Promise<{ id: string; name: string; heirs: PublicUser[] }[]> {
      const found = new Map<string, { id: string; name: string; heirs: PublicUser[] }>();
      for (const { id, name, person } of await selectSharedWithAccounts(db, ownerId)) {
        const universe = found.get(id) ?? { id, name, heirs: [] };
        universe.heirs.push(person);
        found.set(id, universe);
      }
      return [...found.values()];
    },

    async copyableBy(userId: string): Promise<Copyable[]> {
      const rows = await selectCopyable(db, userId);
      return rows.map(({ universe, owner }) => ({ universe, owner: isAbandoned(universe) ? null : owner }));
    },

    /** Tells whom it concerns, when it is committed. */
    async tell({ userId, given, abandoned }: Departure): Promise<void> {
      for (const { universe, heirId } of given) await notifications.inherited(universe, heirId);
      for (const { universe, userIds } of abandoned) {
        const others = userIds.filter((id) => id !== userId);
        await notifications.lost(universe, others, { kind: 'owner-left', actorId: null });
      }
    },
  };
}

/** Makes a collaborator the owner within a transaction that keeps the universe and its people. @throws AppError `not-found` where they are none. */
export async function handOver(tx: Database, universe: { id: string; ownerId: string }, heirId: string): Promise<void> {
  if (!(await removeCollaborator(tx, universe.id, heirId))) throw refuse('no-collaborator');
  // Whom to invite is for the new owner to say.
  await deleteInvitationsOf(tx, universe.id);
  await updateUniverseRow(tx, universe.id, { ownerId: heirId });
  await dropReview(tx, heirId, universe.id);
}

/** As `handOver`, for an owner who stays, as an editor. */
export async function handOverAndStay(tx: Database, universe: { id: string; ownerId: string }, heirId: string): Promise<void> {
  await handOver(tx, universe, heirId);
  await addCollaborator(tx, universe.id, universe.ownerId, 'editor');
  await note(tx, { userId: universe.ownerId, kind: 'universe-transferred', universeId: universe.id, personId: heirId });
}

/** Keeps that the heirs are there, in an order that is always the same; to be called before anything else is kept. */
export async function holdHeirs(tx: Database, heirs: Heirs): Promise<void> {
  for (const heirId of [...new Set(Object.values(heirs))].toSorted()) await holdUser(tx, heirId);
}

/**
 * Takes the universes from somebody who leaves: each goes to its heir, lies in the trash for its collaborators, or is gone at once.
 * The universes have to be kept.
 * @throws AppError `invalid-input` where an heir is no collaborator with an account.
 */
export async function leaveUniverses(tx: Database, userId: string, heirs: Heirs): Promise<Departure> {
  const given: Departure['given'] = [];
  for (const [universeId, heirId] of Object.entries(heirs)) {
    const universe = await selectHeir(tx, userId, universeId, heirId);
    if (!universe) {
      throw refuseFields([fieldIssue(`heirs.${universeId}`, heirId, 'member-without-account')]);
    }
    await handOver(tx, universe, heirId);
    given.push({ universe, heirId });
  }
  const abandoned = await abandonShared(tx, userId, new Date());
  return { userId, given, abandoned, deleted: await deleteUniversesOf(tx, userId) };
}
