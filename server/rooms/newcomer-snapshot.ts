import type { SnapshotOffer } from '../../shared/room/messages.ts';
import type { LoggedEdit } from '../../shared/universe/index.ts';
import type { EditLog } from '../services/edit-log.ts';
import type { RelayedSnapshot } from '../services/snapshot-broker.ts';
import type { RoomClient } from './room-context.ts';
import type { RoomServices } from './room-services.ts';

/** How long a newcomer waits for a member's snapshot before they get the log alone. */
const snapshotWaitMs = 4000;

/** The run of a room at some moment. */
interface PresentRun {
  clients: readonly RoomClient[];
  log: EditLog;
  tick: number;
}

/** Asks the member who is furthest for a snapshot, and offers it to a newcomer; null where the log is short, or no snapshot came that fits. */
export async function snapshotFor(services: RoomServices, client: RoomClient, present: () => PresentRun): Promise<SnapshotOffer | null> {
  const { clients, tick } = present();
  if (tick < services.longReplayTicks) return null;
  const source = clients
    .filter((other) => other !== client && other.userData?.welcomed && (other.auth!.role === 'owner' || other.auth!.role === 'editor'))
    .toSorted((a, b) => b.userData!.reportedTick - a.userData!.reportedTick)[0];
  if (!source) return null;
  const { url, arrival } = services.snapshots.request(source.auth!.userId, snapshotWaitMs);
  source.send('snapshotRequest', { url });
  const snapshot = await arrival;
  const { log, tick: confirmedTick } = present();
  if (!snapshot || !fits(snapshot, log.edits, confirmedTick)) return null;
  const offered = services.snapshots.offer(client.auth!.isKnown ? client.auth!.userId : null, snapshot);
  return { url: offered, tick: snapshot.tick, sequence: snapshot.sequence };
}

/** Whether a snapshot holds exactly the edits that its tick calls for. */
function fits(snapshot: RelayedSnapshot, edits: readonly LoggedEdit[], confirmedTick: number): boolean {
  return snapshot.tick <= confirmedTick && edits.every((edit) => edit.tick <= snapshot.tick === edit.sequence <= snapshot.sequence);
}
