import type { Replica } from '../../db/replica.ts';
import type { WalPosition } from '../../db/wal-position.ts';
import { createLagLimit, maxLagMs } from './lag-limit.ts';
import type { ReplicaHealth } from './replica-health.ts';

/** Time between two looks at the replica. */
const lookMs = 200;
/** Time between two looks at the primary. */
const lookAtPrimaryMs = 1000;

/** Knows how far a replica is. */
export interface ReplicaWatch {
  /** Returns whether the replica has replayed a position; asks it unless that is known. */
  reaches(position: WalPosition): Promise<boolean>;
  stop(): Promise<void>;
}

/** Looks at a replica all the time, so that no request has to wait to find out that it is gone. @param flushed that of the primary */
export function watchReplica(replica: Pick<Replica, 'replayed'>, flushed: () => Promise<WalPosition>, health: ReplicaHealth): ReplicaWatch {
  const lag = createLagLimit();
  let replayed: WalPosition = 0n;
  let looking: Promise<void> | undefined;

  const ask = async () => {
    try {
      replayed = await replica.replayed();
      if (replayed < lag.least()) health.lost(new Error(`It is more than ${maxLagMs / 1000} s behind.`));
      else health.found();
    } catch (error) {
      health.lost(error);
    }
  };
  const look = (): Promise<void> => (looking ??= ask().finally(() => (looking = undefined)));
  // While the primary is gone, nothing is written that a replica could lack.
  const lookAtPrimary = () => flushed().then(lag.note, () => {});

  const loops = [repeat(look, lookMs), repeat(lookAtPrimary, lookAtPrimaryMs)];
  return {
    async reaches(position) {
      if (replayed < position) await look();
      return replayed >= position;
    },
    stop: async () => void (await Promise.all(loops.map((stop) => stop()))),
  };
}

/** Acts now and again after each pause. Returns the function that ends this, when the last act is done. */
function repeat(act: () => Promise<void>, pauseMs: number): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let acting: Promise<void>;
  const run = () => {
    acting = act().then(() => {
      if (!isStopped) timer = setTimeout(run, pauseMs).unref();
    });
  };
  run();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    return acting;
  };
}
