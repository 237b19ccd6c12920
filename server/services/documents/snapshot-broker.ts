import { apiPrefix } from '../../../shared/api/contract/paths.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { newId } from '../ids.ts';

/** The state of a run after `tick`, with all edits up to `sequence`. */
export interface RelayedSnapshot {
  tick: number;
  sequence: number;
  /** Of the state, as its sender computed it. */
  hash: string;
  bytes: Buffer;
}

/** Bytes of one from `from` on, of `total`. */
export interface SnapshotPart extends RelayedSnapshot {
  from: number;
  total: number;
}

const lifetimeMs = 30_000;
/** Who is asked has so many times the time for one part to send all of them. */
const mostWaits = 2;

type Waiting = {
  memberId: string;
  userId: string;
  parts: Buffer[];
  have: number;
  /** A part has come: there is time for the next. */
  goOn(): void;
  deliver(snapshot: RelayedSnapshot | null): void;
};
type Offered = { memberId: string; userId: string | null; snapshot: RelayedSnapshot };

/** A member of a room, and who they are. */
interface Recipient {
  memberId: string;
  /** Null is somebody whom only the address tells from others. */
  userId: string | null;
}

export type SnapshotBroker = ReturnType<typeof createSnapshotBroker>;

/** Carries snapshots from one member of a room to others: each address is good for one person, for half a minute. */
export function createSnapshotBroker() {
  const waiting = new Map<string, Waiting>();
  const offered = new Map<string, Offered>();
  const urlOf = (id: string) => `${apiPrefix}/rooms/snapshots/${id}`;

  return {
    /** An address to which this member may send a snapshot, part by part, and what arrives there; null where a part did not in time. */
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
        const whole = setTimeout(giveUp, withinMs * mostWaits);
        const part = setTimeout(giveUp, withinMs);
        waiting.set(id, { memberId, userId, parts: [], have: 0, goOn: () => part.refresh(), deliver });
      });
      return { url: urlOf(id), arrival };
    },

    /** @throws AppError `not-found` where nobody asked this user for it, `conflict` where it is not the part that comes next. */
    receive(id: string, userId: string | null, { from, total, bytes, ...of }: SnapshotPart): void {
      const request = waiting.get(id);
      if (!request || request.userId !== userId) throw refuse('snapshot-not-asked-for');
      if (from !== request.have) throw refuse('snapshot-part-misplaced', { next: request.have, given: from });
      request.parts.push(bytes);
      request.have += bytes.length;
      if (request.have >= total) request.deliver({ ...of, bytes: Buffer.concat(request.parts) });
      else request.goOn();
    },

    /** Whether this user was asked for a snapshot at this address, before its bytes are taken. */
    expects: (id: string, userId: string | null): boolean => waiting.get(id)?.userId === userId,

    /** An address from which this member may fetch a snapshot. */
    offer({ memberId, userId }: Recipient, snapshot: RelayedSnapshot): string {
      const id = newId(24);
      const timer = setTimeout(() => offered.delete(id), lifetimeMs);
      timer.unref();
      offered.set(id, { memberId, userId, snapshot });
      return urlOf(id);
    },

    /** Takes back all addresses that a member was given: they may not know, nor say, any more what the room is like. */
    withdraw(memberId: string): void {
      for (const [id, offer] of offered) if (offer.memberId === memberId) offered.delete(id);
      for (const request of waiting.values()) if (request.memberId === memberId) request.deliver(null);
    },

    /**
     * Not single-use: it is fetched part by part, and a browser repeats a GET by itself when a kept connection closes under it.
     * @throws AppError `not-found` where it is too old or somebody else's.
     */
    take(id: string, userId: string | null): RelayedSnapshot {
      const offer = offered.get(id);
      if (!offer || (offer.userId !== null && offer.userId !== userId)) throw refuse('no-snapshot');
      return offer.snapshot;
    },
  };
}
