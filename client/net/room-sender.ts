import type { LogMessage } from '../../shared/room/messages.ts';
import type { ClientMessageName } from '../../shared/room/names.ts';
import type { Edit } from '../../shared/universe/index.ts';
import type { Reversal } from '../../shared/universe/undo/index.ts';
import { newClientId } from './client-id.ts';
import { createEditOutbox } from './edit-outbox.ts';
import { createEditSender } from './edit-sender.ts';
import { createLogRequests } from './log-requests.ts';
import { createRoomPing } from './room-ping.ts';

/** The messages of a page to its room. */
export interface RoomRequests {
  edit(edit: Edit, reversal?: Reversal): void;
  transport(playing: boolean): void;
  /** Sends a message that is of no use later: it is lost where there is no connection. */
  say(name: ClientMessageName, payload: unknown): void;
  rename(name: string): void;
  reportHash(tick: number, hash: string): void;
  resync(): void;
  /** The whole edit log of the run, also from before the page joined. @throws where the connection drops meanwhile. */
  wholeLog(): Promise<LogMessage>;
  /** Tells the room from now on how far behind its clock this page has to stay. */
  needs(needMs: number): void;
  /** Edits that the room has not confirmed yet, in order. */
  pendingEdits(): Edit[];
}

/** Holds back edits, pings and log requests until the room has welcomed the page: edits that the room lacks are sent before new ones. */
export function createRoomSender(send: (name: ClientMessageName, payload: unknown) => void) {
  let welcomed = false;
  const isOpen = () => welcomed;
  const outbox = createEditOutbox(newClientId());
  const edits = createEditSender(outbox, (request) => send('edit', request), isOpen);
  const ping = createRoomPing((request) => send('ping', request), isOpen);
  const logs = createLogRequests(() => send('log', {}), isOpen);
  const requests: RoomRequests = {
    edit(edit, reversal) {
      outbox.push(edit, reversal);
      edits.schedule();
    },
    transport: (playing) => send('transport', { playing }),
    say: send,
    rename: (name) => send('profile', { name }),
    reportHash: (tick, hash) => send('hash', { tick, hash }),
    resync: () => send('resync', {}),
    wholeLog: logs.next,
    needs: ping.need,
    pendingEdits: () => outbox.pending(),
  };
  return {
    requests,
    outbox,
    logs,
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
