import type { SnapshotOffer } from '../../../shared/room/messages.ts';
import { ticksPerSecond } from '../../../shared/simulation/world.ts';
import type { LoggedEdit } from '../../../shared/universe/index.ts';
import { mayDo } from '../../auth/policy.ts';
import type { EditLog } from '../../services/documents/edit-log.ts';
import type { RelayedSnapshot } from '../../services/documents/snapshot-broker.ts';
import { isPlayer } from '../members/members.ts';
import type { RoomClient } from '../members/room-client.ts';
import type { RoomServices } from '../room-services.ts';
import { createTestimony } from './testimony.ts';

/** Timeout for a member's snapshot, after which a newcomer gets the log alone. */
const snapshotWaitMs = 4000;
/** Timeout for the hashes of others. They arrive about when the snapshot does, which takes longer to send. */
const witnessWaitMs = 600;
const maxWitnesses = 2;
/** Age up to which another newcomer gets the same snapshot: many join at once. */
const freshTicks = ticksPerSecond;

/** The current run of a room. */
interface PresentRun {
  clients: readonly RoomClient[];
  log: EditLog;
  tick: number;
}

/** Provides newcomers with snapshots. */
export interface SnapshotDesk {
  /** Offers a newcomer a snapshot of the run; null if the log is short, or none arrived that fits and that others confirm. */
  offerTo(client: RoomClient): Promise<SnapshotOffer | null>;
  /** Takes the hash that a member computed at a tick. */
  hear(memberId: string, tick: number, hash: string): void;
}

/** A snapshot, and the member who sent it. */
interface Taken {
  snapshot: RelayedSnapshot;
  memberId: string;
  log: EditLog;
}

/**
 * Requests a snapshot from the member who is furthest, for a tick that none has passed yet, and the hash of the same tick from up to two
 * others. It is offered if at least as many agree with it as disagree, its sender counted.
 */
export function createSnapshotDesk(services: RoomServices, present: () => PresentRun): SnapshotDesk {
  const testimony = createTestimony();
  let asking: { source: RoomClient; taken: Promise<Taken | null> } | null = null;
  let last: Taken | null = null;

  const askFor = async (source: RoomClient, members: readonly RoomClient[]): Promise<Taken | null> => {
    const { tick, log } = present();
    const witnesses = members.filter((member) => member !== source && isPlayer(member)).slice(0, maxWitnesses);
    const said = testimony.take(
      tick,
      witnesses.map(({ userData }) => userData!.memberId),
    );
    const { url, arrival } = services.snapshots.request(recipientOf(source), snapshotWaitMs);
    source.send('snapshotRequest', { url, tick });
    for (const witness of witnesses) witness.send('hashRequest', { tick });
    const snapshot = await arrival;
    const isComparable = snapshot?.tick === tick;
    const heard = await said.within(isComparable ? witnessWaitMs : 0);
    // Checked again, since the right may have been lost meanwhile.
    if (!snapshot || !mayDo(source.auth!.role, 'room.edit')) return null;
    // A device that is far behind sends an earlier tick, for which no other hash was requested.
    const hashes = isComparable ? heard : [];
    const against = hashes.filter((hash) => hash !== snapshot.hash).length;
    if (against > 0 && against > hashes.length - against) return null;
    return { snapshot, memberId: source.userData!.memberId, log };
  };

  const ask = (client: RoomClient): Promise<Taken | null> => {
    if (asking && asking.source !== client) return asking.taken;
    const members = present()
      .clients.filter((other) => other !== client && other.userData?.welcomed)
      .toSorted((a, b) => b.userData!.reportedTick - a.userData!.reportedTick);
    const source = members.find(({ auth }) => mayDo(auth!.role, 'room.edit'));
    if (!source) return Promise.resolve(null);
    const asked = { source, taken: askFor(source, members) };
    asking = asked;
    return asked.taken.finally(() => {
      if (asking === asked) asking = null;
    });
  };

  const remember = (taken: Taken) => {
    last = taken;
    const timer = setTimeout(() => last === taken && (last = null), (freshTicks / ticksPerSecond) * 1000);
    timer.unref();
  };

  return {
    async offerTo(client) {
      if (present().tick < services.longReplayTicks) return null;
      const isForThem = last && last.memberId !== client.userData?.memberId && present().tick - last.snapshot.tick <= freshTicks;
      const taken = isForThem ? last : await ask(client);
      const { log, tick } = present();
      if (!taken || taken.log !== log || !fits(taken.snapshot, log.edits, tick)) return null;
      if (taken !== last) remember(taken);
      const { snapshot } = taken;
      const url = services.snapshots.offer({ ...recipientOf(client), ...(!client.auth!.isKnown && { userId: null }) }, snapshot);
      return { url, tick: snapshot.tick, sequence: snapshot.sequence };
    },
    hear: (memberId, tick, hash) => testimony.hear(memberId, tick, hash),
  };
}

const recipientOf = ({ userData, auth }: RoomClient) => ({ memberId: userData!.memberId, userId: auth!.userId });

/** Returns whether a snapshot contains exactly the edits up to its tick. */
function fits(snapshot: RelayedSnapshot, edits: readonly LoggedEdit[], confirmedTick: number): boolean {
  return snapshot.tick <= confirmedTick && edits.every((edit) => edit.tick <= snapshot.tick === edit.sequence <= snapshot.sequence);
}
