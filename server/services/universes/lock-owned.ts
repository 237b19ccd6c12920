import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Database } from '../../db/database.ts';
import { lockUniverse } from '../../db/repositories/universe-locks.ts';
import { holdUser } from '../../db/repositories/users.ts';
import type { Universe } from './universe-service.ts';

/**
 * Keeps a universe until the transaction ends, and before it those who are written down with it: an account that is deleted or absorbed is
 * locked before universes, too. @throws AppError `not-allowed` where it has changed hands or was deleted meanwhile
 */
export async function lockOwned(tx: Database, { id, ownerId }: Universe, ...userIds: string[]): Promise<void> {
  for (const userId of [ownerId, ...userIds]) await holdUser(tx, userId);
  const row = await lockUniverse(tx, id);
  if (row?.ownerId !== ownerId || row.deletedAt) throw refuse('universe-read-only');
}
