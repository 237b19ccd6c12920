import { AsyncLocalStorage } from 'node:async_hooks';
import type { WalPosition } from '../../db/wal-position.ts';

const ofRequest = new AsyncLocalStorage<WalPosition>();

/** Acts, and lets a replica that has replayed the position answer reads that may be stale. */
export const readingAfter = <T>(position: WalPosition, act: () => T): T => ofRequest.run(position, act);

/** Returns the position that a replica needs to answer the present request; undefined if only the primary may, as outside requests. */
export const neededPosition = (): WalPosition | undefined => ofRequest.getStore();
