/** The number of slow or failed answers in succession after which a replica is left alone. */
const maxFaults = 3;
/** The least time for which it is left alone. */
const restMs = 3000;

/** Whether a replica may be asked. Whoever uses it says what happened; nobody has to try whether it is back. */
export interface ReplicaHealth {
  isWell(): boolean;
  answered(): void;
  /** Notes an answer that was late or wrong. */
  failed(error: unknown): void;
  /** Notes that it can't be reached, or is too far behind. */
  lost(error: unknown): void;
  /** Notes that it can be reached, and is not far behind. */
  found(): void;
}

interface HealthOptions {
  gone(error: unknown): void;
  back(): void;
  /** A monotonic clock, in ms. */
  nowMs?: () => number;
}

/** Creates the health of a replica that nobody has found yet. */
export function createReplicaHealth({ gone, back, nowMs = () => performance.now() }: HealthOptions): ReplicaHealth {
  let state: 'unknown' | 'well' | 'gone' = 'unknown';
  let faults = 0;
  let restsUntilMs = 0;
  const lost = (error: unknown) => {
    if (state === 'gone') return;
    state = 'gone';
    restsUntilMs = nowMs() + restMs;
    gone(error);
  };
  return {
    isWell: () => state === 'well',
    answered: () => void (faults = 0),
    failed(error) {
      faults += 1;
      if (faults >= maxFaults) lost(error);
    },
    lost,
    found() {
      if (state === 'well' || nowMs() < restsUntilMs) return;
      if (state === 'gone') back();
      state = 'well';
      faults = 0;
    },
  };
}
