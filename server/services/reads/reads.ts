import type { RunStatement } from '../../db/database.ts';
import type { WalPosition } from '../../db/wal-position.ts';
import type { Metrics } from '../../ops/metrics/metrics.ts';
import { failureOf } from '../database-failure.ts';
import { neededPosition } from './needed-position.ts';
import type { ReadFloor } from './read-floor.ts';
import type { ReplicaHealth } from './replica-health.ts';
import type { ReplicaWatch } from './replica-watch.ts';

interface ReadOptions {
  primary: RunStatement;
  replica: RunStatement;
  health: ReplicaHealth;
  watch: Pick<ReplicaWatch, 'reaches'>;
  floor: Pick<ReadFloor, 'get'>;
  metrics: Pick<Metrics, 'readFrom'>;
}

/** Messages of the driver about a replica that is there and late, or busy. */
const isLate = (error: unknown) => error instanceof Error && /^(?:Query read timeout|timeout exceeded)/.test(error.message);

/**
 * Creates what runs reads that may be stale: on the replica if it is well and has all that the request must see, otherwise on the primary.
 * What the replica fails to answer, the primary answers at once.
 */
export function createReadRunner({ primary, replica, health, watch, floor, metrics }: ReadOptions): RunStatement {
  const mayAskReplica = async () => {
    const [needed, least] = [neededPosition(), floor.get()];
    return health.isWell() && needed !== undefined && least !== null && (await watch.reaches(later(needed, least))) && health.isWell();
  };

  return async (statement, values) => {
    if (!(await mayAskReplica())) {
      metrics.readFrom('primary');
      return primary(statement, values);
    }
    try {
      const result = await replica(statement, values);
      health.answered();
      metrics.readFrom('replica');
      return result;
    } catch (error) {
      metrics.readFrom('fallback');
      const isGone = failureOf(error) === 'gone' && !isLate(error);
      if (isGone) health.lost(error);
      const result = await primary(statement, values);
      // Not the fault of the replica if the primary fails as well.
      if (!isGone) health.failed(error);
      return result;
    }
  };
}

const later = (one: WalPosition, other: WalPosition): WalPosition => (one > other ? one : other);
