import type { Welcome } from '../../../shared/room/messages.ts';
import type { RunOrigin } from '../../../shared/recording/replay.ts';
import type { RoomConnection } from '../../net/room-client.ts';
import { downloadSnapshot } from '../../net/snapshots.ts';
import type { Checkpoints } from '../features/recording/checkpoints.ts';
import type { RunLog } from './run-log.ts';

/** The page's part of the run of its universe, and the sources of the rest. */
interface Known {
  readonly run: RunLog;
  readonly room: Pick<RoomConnection, 'wholeLog'>;
  readonly checkpoints: Checkpoints;
}

/** Returns the start of the simulation here: a snapshot if one is offered and arrives, else tick 0. */
export async function startOf({ document, edits, snapshot: offer, tick, playing, batchMs }: Welcome, { run, room, checkpoints }: Known) {
  if (!offer) {
    run.begin(document, edits);
    return { document, snapshot: null, edits, tick, playing, batchMs };
  }
  run.join(document, edits, offer.sequence);
  const snapshot = await downloadSnapshot(offer);
  if (snapshot) {
    checkpoints.add({ ...offer, bytes: snapshot });
    return { document, snapshot, edits, tick, playing, batchMs };
  }
  const whole = await room.wholeLog();
  // Later edits wait for this.
  const known = whole.edits.filter(({ sequence }) => sequence <= run.lastSequence);
  run.begin(whole.document, known);
  return { document: whole.document, snapshot: null, edits: known, tick, playing, batchMs };
}

/** Returns the latest point at or before a tick from which the run can be restarted. */
export async function originAt(tick: number, { run, room, checkpoints }: Known): Promise<RunOrigin> {
  const checkpoint = checkpoints.before(tick);
  if (checkpoint) {
    const edits = run.edits.filter(({ sequence }) => sequence > checkpoint.sequence);
    return { document: run.document, snapshot: checkpoint.bytes, edits };
  }
  if (run.firstDocument) return { document: run.firstDocument, snapshot: null, edits: run.edits };
  return { ...(await room.wholeLog()), snapshot: null };
}
