import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse, refuseFields } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { addCollaborator, removeCollaborator } from '../../db/repositories/universes/collaborators.ts';
import {
  abandonShared,
  isAbandoned,
  selectCopyable,
  selectHeir,
  selectSharedWithAccounts,
} from '../../db/repositories/accounts/departures.ts';
import { deleteInvitationsOf } from '../../db/repositories/universes/invitations.ts';
import { deleteUniversesOf, updateUniverseRow } from '../../db/repositories/universes/universes.ts';
import { holdUser, type PublicUser } from '../../db/repositories/accounts/users.ts';
import { note } from './audit-log-service.ts';
import type { NotificationService } from './notification-service.ts';
import { dropReview } from '../feedback/review-service.ts';
import type { UniverseRow } from '../universes/universe-service.ts';

export type DepartureService = ReturnType<typeof createDepartureService>;

/** The heirs of universes: user ids by universe id. */
export type Heirs = Readonly<Record<string, string>>;

/** The outcome for the universes of a deleted user. */
export interface Departure {
  /** The id of the former owner. */
  userId: string;
  given: { universe: UniverseRow; heirId: string }[];
  /** Universes that are in the trash for their collaborators. */
  abandoned: { universe: UniverseRow; userIds: string[] }[];
  deleted: UniverseRow[];
}

/** A deleted universe that the user may still copy; the owner is null if their account is deleted. */
export interface Copyable {
  universe: UniverseRow;
  owner: PublicUser | null;
}

/** Handles shared universes whose owner deletes them or deletes their account. */
export function createDepartureService(db: Database, notifications: NotificationService) {
  return {
    /** Returns the shared universes of a user and, for each, the collaborators who could inherit it. */
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

    /** Notifies heirs and collaborators. To be called after the commit. */
    async tell({ userId, given, abandoned }: Departure): Promise<void> {
      for (const { universe, heirId } of given) await notifications.inherited(universe, heirId);
      for (const { universe, userIds } of abandoned) {
        const others = userIds.filter((id) => id !== userId);
        await notifications.lost(universe, others, { kind: 'owner-left', actorId: null });
      }
    },
  };
}

/**
 * Makes a collaborator the owner. The caller has locked the universe and both users. @throws AppError `not-found` if the user is not a
 * collaborator.
 */
export async function handOver(tx: Database, universe: { id: string; ownerId: string }, heirId: string): Promise<void> {
  if (!(await removeCollaborator(tx, universe.id, heirId))) throw refuse('no-collaborator');
  // Whom to invite is for the new owner to say.
  await deleteInvitationsOf(tx, universe.id);
  await updateUniverseRow(tx, universe.id, { ownerId: heirId });
  await dropReview(tx, heirId, universe.id);
}

/** Like `handOver`, but the former owner stays as an editor. */
export async function handOverAndStay(tx: Database, universe: { id: string; ownerId: string }, heirId: string): Promise<void> {
  await handOver(tx, universe, heirId);
  await addCollaborator(tx, universe.id, universe.ownerId, 'editor');
  await note(tx, { userId: universe.ownerId, kind: 'universe-transferred', universeId: universe.id, personId: heirId });
}

/** Locks the heirs in a fixed order. To be called before anything else is locked. */
export async function holdHeirs(tx: Database, heirs: Heirs): Promise<void> {
  for (const heirId of [...new Set(Object.values(heirs))].toSorted()) await holdUser(tx, heirId);
}

/**
 * Handles the universes of a user who is about to be deleted: each goes to its heir, to the trash for its collaborators, or is deleted at
 * once. The caller has locked the universes.
 * @throws AppError `invalid-input` if an heir is not a collaborator with an account.
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
