import type { RoomConnection } from '../../../net/room-client.ts';
import type { Store } from '../../../store/store.ts';
import type { Stage } from '../../stage/stage.ts';

/** The part of the open universe that the members feature needs. */
export interface PresenceOptions {
  store: Store;
  room: Pick<RoomConnection, 'say'>;
  stage: Pick<Stage, 'camera' | 'showView'>;
}
