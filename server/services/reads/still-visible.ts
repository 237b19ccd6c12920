import { failureOf } from '../database-failure.ts';

/**
 * Returns what was read from a database that may be stale, without that which the primary does not show any more: what was hidden must be
 * gone at once, also while a replica is late and before anybody has told this process of it. While the primary is gone, nobody can hide anything,
 * and lists can still be read.
 * @param visibleAmong asks the primary which of these ids the caller may see
 */
export async function stillVisible<T>(
  found: readonly T[],
  idOf: (one: T) => string,
  visibleAmong: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<readonly T[]> {
  if (found.length === 0) return found;
  try {
    const visible = await visibleAmong(found.map(idOf));
    return found.filter((one) => visible.has(idOf(one)));
  } catch (error) {
    if (failureOf(error) !== 'gone') throw error;
    return found;
  }
}
