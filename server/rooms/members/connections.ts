import type { AppError } from '../../../shared/api/errors.ts';
import type { RoomServices } from '../room-services.ts';
import { dismiss } from '../send-queue.ts';
import type { DroppedConnections } from './dropped-connections.ts';
import type { RoomClient } from './room-client.ts';

interface Venue {
  readonly clients: Iterable<RoomClient>;
  readonly ghosts: DroppedConnections;
}

/** The connections of a room, also those that dropped and are waited for. */
interface Connections {
  all(): RoomClient[];
  of(userId: string): RoomClient[];
  /** Ends a connection, or the wait for one. */
  end(client: RoomClient, code?: number, why?: AppError): void;
}

export function createConnections(venue: Venue, { snapshots }: Pick<RoomServices, 'snapshots'>): Connections {
  const all = () => [...venue.clients, ...venue.ghosts.clients];
  return {
    all,
    of: (userId) => all().filter((client) => client.auth!.userId === userId),
    end(client, code, why) {
      if (client.userData) snapshots.withdraw(client.userData.memberId);
      dismiss(client, code, why);
      venue.ghosts.dispel(client);
    },
  };
}
