import type { WalPosition } from '../../db/wal-position.ts';
import { createUntilDone } from '../../ops/redis/until-done.ts';

/** The position before which nothing may be read any more, since something was hidden there. */
export interface ReadFloor {
  /** Raises it to the present position of the primary. */
  raise(): void;
  /** Returns it; null while it is not known. */
  get(): WalPosition | null;
  stop(): void;
}

/** @param written returns the present position of the primary */
export function createReadFloor(written: () => Promise<WalPosition>): ReadFloor {
  let floor: WalPosition = 0n;
  let [asked, known, isBusy] = [0, 0, false];
  const follow = async () => {
    isBusy = true;
    try {
      // What is asked for meanwhile needs a position of later; all of it shares one.
      while (known < asked) {
        const upTo = asked;
        floor = await written();
        known = upTo;
      }
    } finally {
      isBusy = false;
    }
  };
  const again = createUntilDone(follow);
  return {
    raise() {
      asked += 1;
      if (!isBusy) follow().catch(again.ask);
    },
    get: () => (known < asked ? null : floor),
    stop: again.stop,
  };
}
