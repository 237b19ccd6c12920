import type { JoinOptions } from '../../shared/room/messages.ts';
import { createExclusions, type Exclusions } from './members/rights.ts';
import type { Admission, RoomClient } from './members/room-client.ts';
import { refuseWhereFull } from './members/seats.ts';
import type { RoomServices } from './room-services.ts';

/** State that all rooms of a process share. */
export interface RoomHouse {
  readonly services: RoomServices;
  readonly exclusions: Exclusions;
  /** Open rooms, by universe id. */
  readonly open: Map<string, { readonly clients: readonly RoomClient[] }>;
}

export const createRoomHouse = (services: RoomServices): RoomHouse => ({
  services,
  exclusions: createExclusions(services),
  open: new Map(),
});

/** Admits a user to a room. @throws AppError as `RoomServices.admit`, or if the user was kicked or the room is full. */
export async function admitTo(
  { services, exclusions, open }: RoomHouse,
  asked: JoinOptions,
  cookie: string | undefined,
): Promise<Admission> {
  const admission = await services.admit(asked, cookie);
  exclusions.seenOff.refuse(asked.universeId, admission.userId);
  refuseWhereFull(open.get(asked.universeId)?.clients ?? [], admission);
  return admission;
}
