import { AppError } from '../../shared/api/errors.ts';
import { apiPrefix } from '../../shared/api/paths.ts';
import { newId } from './ids.ts';

/** The state of a run after `tick`, with all edits up to `sequence`. */
export interface RelayedSnapshot {
  tick: number;
  sequence: number;
  bytes: Buffer;
}

const lifetimeMs = 30_000;

type Waiting = { userId: string; timer: NodeJS.Timeout; deliver(snapshot: RelayedSnapshot | null): void };
type Offered = { userId: string | null; snapshot: RelayedSnapshot };

export type SnapshotBroker = ReturnType<typeof createSnapshotBroker>;

/** Carries snapshots from one member of a room to another: each address is good for one person, for half a minute. */
export function createSnapshotBroker() {
  const waiting = new Map<string, Waiting>();
  const offered = new Map<string, Offered>();
  const urlOf = (id: string) => `${apiPrefix}/rooms/snapshots/${id}`;

  return {
    /** An address to which this user may send a snapshot, and what arrives there; null where nothing did in time. */
    request(userId: string, withinMs: number): { url: string; arrival: Promise<RelayedSnapshot | null> } {
      const id = newId(24);
      const arrival = new Promise<RelayedSnapshot | null>((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          resolve(null);
        }, withinMs);
        waiting.set(id, { userId, timer, deliver: resolve });
      });
      return { url: urlOf(id), arrival };
    },

    /** @throws AppError `not-found` where nobody asked this user for it. */
    receive(id: string, userId: string | null, snapshot: RelayedSnapshot): void {
      const request = waiting.get(id);
      if (!request || request.userId !== userId) throw new AppError('not-found', 'Nobody waits for this snapshot.');
      waiting.delete(id);
      clearTimeout(request.timer);
      request.deliver(snapshot);
    },

    /** Whether this user was asked for a snapshot at this address, before its bytes are taken. */
    expects: (id: string, userId: string | null): boolean => waiting.get(id)?.userId === userId,

    /** An address from which this user may fetch a snapshot; null is somebody whom only the address tells from others. */
    offer(userId: string | null, snapshot: RelayedSnapshot): string {
      const id = newId(24);
      const timer = setTimeout(() => offered.delete(id), lifetimeMs);
      timer.unref();
      offered.set(id, { userId, snapshot });
      return urlOf(id);
    },

    /**
     * Not single-use: a browser repeats a GET by itself when a kept connection closes under it.
     * @throws AppError `not-found` where it is too old or somebody else's.
     */
    take(id: string, userId: string | null): RelayedSnapshot {
      const offer = offered.get(id);
      if (!offer || (offer.userId !== null && offer.userId !== userId)) throw new AppError('not-found', 'There is no such snapshot.');
      return offer.snapshot;
    },
  };
}
