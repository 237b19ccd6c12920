import type { ClientMessageName } from '../../shared/room/names.ts';
import { newClientId } from './client-id.ts';
import { createEditOutbox } from './edit-outbox.ts';
import { createEditSender } from './edit-sender.ts';
import { createLogRequests } from './log-requests.ts';
import { createRoomPing } from './room-ping.ts';

/**
 * The edits, pings and log requests of a page. They wait until the room has welcomed it: the edits that the room does not have yet are
 * sent before new ones.
 */
export function createRoomRequests(send: (name: ClientMessageName, payload: unknown) => void) {
  let welcomed = false;
  const isOpen = () => welcomed;
  const outbox = createEditOutbox(newClientId());
  const edits = createEditSender(outbox, (request) => send('edit', request), isOpen);
  const ping = createRoomPing((request) => send('ping', request), isOpen);
  const logs = createLogRequests(() => send('log', {}), isOpen);
  return {
    outbox,
    logs,
    needs: ping.need,
    scheduleEdits: edits.schedule,
    /** The room has welcomed the page. */
    open() {
      welcomed = true;
      outbox.sendAgain();
      edits.flush();
      ping.begin();
    },
    /** The page has left the room. */
    hold() {
      welcomed = false;
    },
    stop: ping.stop,
  };
}
