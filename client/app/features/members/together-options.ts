import type { RoomConnection } from '../../../net/room-client.ts';
import type { Store } from '../../../store/store.ts';
import type { Stage } from '../../stage/stage.ts';

/** What those who are together need of an open universe. */
export interface TogetherOptions {
  store: Store;
  room: Pick<RoomConnection, 'say'>;
  stage: Pick<Stage, 'camera' | 'showView'>;
}
