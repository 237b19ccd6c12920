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

/** How long a newcomer waits for a member's snapshot before they get the log alone. */
const snapshotWaitMs = 4000;
/** Others say what they have computed about when the snapshot comes, which takes longer to send. */
const witnessWaitMs = 600;
const mostWitnesses = 2;
/** Whoever comes so soon after another is given the same: many come at once. */
const freshTicks = ticksPerSecond;

/** The run of a room at some moment. */
interface PresentRun {
  clients: readonly RoomClient[];
  log: EditLog;
  tick: number;
}

/** What a room hands to those who come late. */
export interface SnapshotDesk {
  /** Offers a newcomer a snapshot of the run; null where the log is short, or none came that fits and that others agree with. */
  offerTo(client: RoomClient): Promise<SnapshotOffer | null>;
  /** What a member has computed of a tick. */
  hear(memberId: string, tick: number, hash: string): void;
}

/** A snapshot, and whose it is. */
interface Taken {
  snapshot: RelayedSnapshot;
  memberId: string;
  log: EditLog;
}

/**
 * Asks the member who is furthest for a snapshot of a tick that nobody has passed yet, and up to two others for the hash of the
 * same tick. It is offered where at least as many agree with it as say something else, its sender counted.
 */
export function createSnapshotDesk(services: RoomServices, present: () => PresentRun): SnapshotDesk {
  const testimony = createTestimony();
  let asking: { source: RoomClient; taken: Promise<Taken | null> } | null = null;
  let last: Taken | null = null;

  const askFor = async (source: RoomClient, members: readonly RoomClient[]): Promise<Taken | null> => {
    const { tick, log } = present();
    const witnesses = members.filter((member) => member !== source && isPlayer(member)).slice(0, mostWitnesses);
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
    // Asked again: meanwhile their right may have been taken.
    if (!snapshot || !mayDo(source.auth!.role, 'room.edit')) return null;
    // A device that is far behind sends an earlier tick, of which nobody else was asked.
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

/** Whether a snapshot holds exactly the edits that its tick calls for. */
function fits(snapshot: RelayedSnapshot, edits: readonly LoggedEdit[], confirmedTick: number): boolean {
  return snapshot.tick <= confirmedTick && edits.every((edit) => edit.tick <= snapshot.tick === edit.sequence <= snapshot.sequence);
}
