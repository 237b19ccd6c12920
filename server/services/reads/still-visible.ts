import type { Database } from '../../db/database.ts';
import { failureOf } from '../database-failure.ts';

interface Places {
  /** The primary. */
  db: Database;
  /** Where the rows were read: the primary itself, or a database that may be stale. */
  reads: Database;
}

/**
 * Returns what was read for a user, or for a stranger, without that which the primary does not show them any more: what was hidden must be
 * gone at once, also while a replica is late and before anybody has told this process of it. While the primary is gone, nobody can hide anything,
 * and lists can still be read.
 * @param selectVisible asks the primary which of these ids the user, '' for a stranger, may see
 */
export async function stillVisible<T extends { id: string }>(
  { db, reads }: Places,
  found: readonly T[],
  userId: string | undefined,
  selectVisible: (db: Database, userId: string, ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<readonly T[]> {
  if (reads === db || found.length === 0) return found;
  try {
    const visible = await selectVisible(
      db,
      userId ?? '',
      found.map(({ id }) => id),
    );
    return found.filter(({ id }) => visible.has(id));
  } catch (error) {
    if (failureOf(error) !== 'gone') throw error;
    return found;
  }
}
