import type { AppError } from '../../shared/api/errors.ts';
import { refuse } from '../../shared/refusals/refuse.ts';
import { joinOptionsSchema } from '../../shared/room/messages.ts';
import { createExclusions, type Exclusions } from './members/rights.ts';
import type { Admission, RoomClient } from './members/room-client.ts';
import { refuseWhereFull } from './members/seats.ts';
import type { RoomServices } from './room-services.ts';

interface OpenRoom {
  readonly clients: readonly RoomClient[];
  /** Closes the room, whose universe another process holds now. */
  lose(error: AppError): void;
}

/** State that all rooms of a process share. */
export interface RoomHouse {
  readonly services: RoomServices;
  readonly exclusions: Exclusions;
  /** Open rooms, by universe id. */
  readonly open: Map<string, OpenRoom>;
}

export function createRoomHouse(services: RoomServices): RoomHouse {
  const open: RoomHouse['open'] = new Map();
  services.metrics.watchRooms(() => {
    const connections = { owner: 0, editor: 0, viewer: 0, spectator: 0 };
    for (const room of open.values()) for (const client of room.clients) connections[client.auth!.role] += 1;
    return { rooms: open.size, connections };
  });
  services.onLapsed(() => void closeLost(services, open));
  return { services, exclusions: createExclusions(services), open };
}

/** Closes the rooms whose universes other processes have opened, while this one was paused or could not reach the database. */
async function closeLost({ held, report }: RoomServices, open: RoomHouse['open']): Promise<void> {
  try {
    const still = await held([...open.keys()]);
    for (const [universeId, room] of open) if (!still.has(universeId)) room.lose(refuse('universe-taken-over'));
  } catch (error) {
    // A room that is lost finds out at its next edit.
    report(error, 'reading which universes are held');
  }
}

/**
 * Admits a user to a room.
 * @throws AppError as `RoomServices.admit`, or if the user was kicked or the room is full; ZodError if the options are malformed
 */
export async function admitTo({ services, exclusions, open }: RoomHouse, options: unknown, cookie: string | null): Promise<Admission> {
  const asked = joinOptionsSchema.parse(options);
  const admission = await services.admit(asked, cookie ?? undefined);
  exclusions.seenOff.refuse(asked.universeId, admission.userId);
  refuseWhereFull(open.get(asked.universeId)?.clients ?? [], admission);
  return admission;
}
