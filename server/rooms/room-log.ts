import type { Logger } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics/metrics.ts';
import type { RoomClient } from './members/room-client.ts';
import { dropReasonOf } from './send-queue.ts';

/** Counts and logs who comes to a room and goes. */
export interface RoomLog {
  joined(client: RoomClient, how: 'joined' | 'rejoined'): void;
  dropped(client: RoomClient, code: number | undefined): void;
  left(client: RoomClient): void;
}

interface LoggedRoom {
  readonly universeId: string;
  readonly metrics: Metrics;
}

export function createRoomLog(room: LoggedRoom, log: Logger): RoomLog {
  const about = ({ userData, auth }: RoomClient) => ({
    universe: room.universeId,
    member: userData?.memberId,
    user: auth?.isKnown ? auth.userId : undefined,
    role: auth?.role,
  });
  return {
    joined(client, how) {
      room.metrics.joined(how);
      log.info(about(client), how);
    },
    dropped(client, code) {
      const reason = dropReasonOf(client, code);
      if (client.userData) client.userData.dropReason ??= reason;
      room.metrics.dropped(reason);
      log.info({ ...about(client), reason }, 'dropped');
    },
    // A member who was dropped and did not come back leaves for the reason of the drop.
    left: (client) => log.info({ ...about(client), reason: client.userData?.dropReason ?? 'own-wish' }, 'left'),
  };
}
