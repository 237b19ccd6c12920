import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { HashReport } from '../../../shared/room/messages.ts';
import type { RoomClient } from '../members/room-client.ts';
import type { RoomContext } from '../room-context.ts';

/** Compares a member's hash with those of the others. A member whose hash differs is notified, and should request a resync. */
export function handleHash(room: RoomContext, client: RoomClient, { tick, hash }: HashReport): void {
  if (tick > room.confirmedTick) return;
  const { memberId } = client.userData!;
  client.userData!.reportedTick = tick;
  room.snapshots.hear(memberId, tick, hash);
  // Everyone may be a spectator, so the hash of a spectator makes no other member resync.
  const isBelieved = client.auth!.role !== 'spectator';
  for (const odd of room.divergence.report(memberId, tick, hash, isBelieved)) {
    room.metrics.diverged();
    const diverged = room.clientOf(odd);
    if (!diverged) continue;
    const issue = fieldIssue('hash', odd === memberId ? hash : null, 'differs-from-others');
    room.refuse(diverged, null, refuse('computed-differently', { tick }, { issues: [issue] }));
  }
}
