import { apiPrefix } from '../../../shared/api/contract/paths.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { newId } from '../ids.ts';

/** The state of a run after `tick`, with all edits up to `sequence`. */
export interface RelayedSnapshot {
  tick: number;
  sequence: number;
  /** The hash of the state, as its sender computed it. */
  hash: string;
  bytes: Buffer;
}

/** The bytes of a snapshot from `from` on, of `total`. */
export interface SnapshotPart extends RelayedSnapshot {
  from: number;
  total: number;
}

const lifetimeMs = 30_000;
/** The time for a whole snapshot, as a multiple of the time for a single part. */
const maxWaits = 2;

type Waiting = {
  memberId: string;
  userId: string;
  parts: Buffer[];
  have: number;
  /** Restarts the timeout for the next part. */
  goOn(): void;
  deliver(snapshot: RelayedSnapshot | null): void;
};
type Offered = { memberId: string; userId: string | null; snapshot: RelayedSnapshot };

/** A member of a room, and their user. */
interface Recipient {
  memberId: string;
  /** Null for a member without an identity, whom only the URL identifies. */
  userId: string | null;
}

export type SnapshotBroker = ReturnType<typeof createSnapshotBroker>;

/**
 * Relays snapshots from one member of a room to others: each URL is valid for one user, for half a minute. `prefix` of the URLs leads to
 * this process.
 */
export function createSnapshotBroker(prefix = '') {
  const waiting = new Map<string, Waiting>();
  const offered = new Map<string, Offered>();
  const urlOf = (id: string) => `${prefix}${apiPrefix}/rooms/snapshots/${id}`;

  return {
    /** Returns a URL to which this member may send a snapshot, part by part, and a promise of it; null if a part did not arrive in time. */
    request(
      { memberId, userId }: Recipient & { userId: string },
      withinMs: number,
    ): { url: string; arrival: Promise<RelayedSnapshot | null> } {
      const id = newId(24);
      const arrival = new Promise<RelayedSnapshot | null>((resolve) => {
        const deliver = (snapshot: RelayedSnapshot | null) => {
          waiting.delete(id);
          clearTimeout(part);
          clearTimeout(whole);
          resolve(snapshot);
        };
        const giveUp = () => deliver(null);
        const whole = setTimeout(giveUp, withinMs * maxWaits);
        const part = setTimeout(giveUp, withinMs);
        waiting.set(id, { memberId, userId, parts: [], have: 0, goOn: () => part.refresh(), deliver });
      });
      return { url: urlOf(id), arrival };
    },

    /** @throws AppError `not-found` if this user was not asked for it, `conflict` if it is not the next part. */
    receive(id: string, userId: string | null, { from, total, bytes, ...of }: SnapshotPart): void {
      const request = waiting.get(id);
      if (!request || request.userId !== userId) throw refuse('snapshot-not-asked-for');
      if (from !== request.have) throw refuse('snapshot-part-misplaced', { next: request.have, given: from });
      request.parts.push(bytes);
      request.have += bytes.length;
      if (request.have >= total) request.deliver({ ...of, bytes: Buffer.concat(request.parts) });
      else request.goOn();
    },

    /** True if this user was asked for a snapshot at this URL. To be checked before the bytes are read. */
    expects: (id: string, userId: string | null): boolean => waiting.get(id)?.userId === userId,

    /** Returns a URL from which this member may fetch a snapshot. */
    offer({ memberId, userId }: Recipient, snapshot: RelayedSnapshot): string {
      const id = newId(24);
      const timer = setTimeout(() => offered.delete(id), lifetimeMs);
      timer.unref();
      offered.set(id, { memberId, userId, snapshot });
      return urlOf(id);
    },

    /** Invalidates all URLs of a member, who may no longer send or read the state of the room. */
    withdraw(memberId: string): void {
      for (const [id, offer] of offered) if (offer.memberId === memberId) offered.delete(id);
      for (const request of waiting.values()) if (request.memberId === memberId) request.deliver(null);
    },

    /**
     * Not single-use: it is fetched part by part, and a browser repeats a GET by itself if a kept-alive connection closes.
     * @throws AppError `not-found` if it is too old or belongs to another user.
     */
    take(id: string, userId: string | null): RelayedSnapshot {
      const offer = offered.get(id);
      if (!offer || (offer.userId !== null && offer.userId !== userId)) throw refuse('no-snapshot');
      return offer.snapshot;
    },
  };
}
