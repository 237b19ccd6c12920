import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { lockUniverse } from '../../db/repositories/universes/universe-locks.ts';
import { holdUser } from '../../db/repositories/accounts/users.ts';
import type { Universe } from './universe-service.ts';

/**
 * Locks a universe until the transaction ends, and before it the users that the change refers to: deletion and merging of users lock users
 * before universes, too. @throws AppError `not-allowed` if its owner changed or it was deleted meanwhile
 */
export async function lockOwned(tx: Database, { id, ownerId }: Universe, ...userIds: string[]): Promise<void> {
  for (const userId of [ownerId, ...userIds]) await holdUser(tx, userId);
  const row = await lockUniverse(tx, id);
  if (row?.ownerId !== ownerId || row.deletedAt) throw refuse('universe-read-only');
}
