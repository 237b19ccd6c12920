import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { universes, users } from '../../schema.ts';
import { collaborators } from '../../schema/sharing-schema.ts';
import type { UniverseRow } from '../universes/universes.ts';
import { publicColumns, type PublicUser } from './users.ts';

/**
 * The owner of universes that deleted accounts have left to their collaborators. It is no real user: no session and no address leads to it,
 * and only collaborators can access its universes.
 */
const nobodysId = 'deleted-account';

/** Returns the shared universes of a user outside the trash, in a row for each collaborator with an account. */
export function selectSharedWithAccounts(db: Database, ownerId: string): Promise<{ id: string; name: string; person: PublicUser }[]> {
  return db
    .select({ id: universes.id, name: universes.name, person: publicColumns })
    .from(universes)
    .innerJoin(collaborators, eq(collaborators.universeId, universes.id))
    .innerJoin(users, eq(users.id, collaborators.userId))
    .where(and(eq(universes.ownerId, ownerId), isNull(universes.deletedAt), isNotNull(users.accountSince)))
    .orderBy(asc(universes.name), asc(universes.id), asc(collaborators.createdAt), asc(users.id));
}

/** Returns a universe if this owner has it and the user is a collaborator with an account, otherwise null. */
export async function selectHeir(db: Database, ownerId: string, universeId: string, userId: string): Promise<UniverseRow | null> {
  const [row] = await db
    .select({ universe: universes })
    .from(universes)
    .innerJoin(collaborators, and(eq(collaborators.universeId, universes.id), eq(collaborators.userId, userId)))
    .innerJoin(users, and(eq(users.id, userId), isNotNull(users.accountSince)))
    .where(and(eq(universes.id, universeId), eq(universes.ownerId, ownerId), isNull(universes.deletedAt)));
  return row?.universe ?? null;
}

/** Moves all universes of a user that have collaborators to the trash, without a real owner. @returns them, with their collaborators. */
export async function abandonShared(tx: Database, ownerId: string, now: Date): Promise<{ universe: UniverseRow; userIds: string[] }[]> {
  const named = tx
    .select({ one: sql`1` })
    .from(collaborators)
    .where(eq(collaborators.universeId, universes.id));
  const shared = and(eq(universes.ownerId, ownerId), exists(named));
  if ((await tx.select({ id: universes.id }).from(universes).where(shared).limit(1)).length === 0) return [];
  await tx.insert(users).values({ id: nobodysId, displayName: 'Deleted account', colour: '#8a90a3' }).onConflictDoNothing();
  const rows = await tx
    .update(universes)
    .set({
      ownerId: nobodysId,
      isPublic: false,
      deletedAt: sql`coalesce(${universes.deletedAt}, ${now.toISOString()}::timestamptz)`,
      revision: sql`${universes.revision} + 1`,
    })
    .where(shared)
    .returning();
  const collaborations = await tx
    .select({ universeId: collaborators.universeId, userId: collaborators.userId })
    .from(collaborators)
    .where(
      inArray(
        collaborators.universeId,
        rows.map(({ id }) => id),
      ),
    );
  return rows.map((universe) => ({
    universe,
    userIds: collaborations.filter(({ universeId }) => universeId === universe.id).map(({ userId }) => userId),
  }));
}

/** Returns deleted universes of others that a collaborator may still copy, newest first. */
export function selectCopyable(db: Database, userId: string): Promise<{ universe: UniverseRow; owner: PublicUser }[]> {
  return db
    .select({ universe: universes, owner: publicColumns })
    .from(universes)
    .innerJoin(collaborators, and(eq(collaborators.universeId, universes.id), eq(collaborators.userId, userId)))
    .innerJoin(users, eq(users.id, universes.ownerId))
    .where(isNotNull(universes.deletedAt))
    .orderBy(desc(universes.deletedAt));
}

/** True if the owner's account is deleted. */
export const isAbandoned = ({ ownerId }: Pick<UniverseRow, 'ownerId'>): boolean => ownerId === nobodysId;
