import type { ConfirmMessage, JoinOptions, LogMessage, Welcome } from '../../shared/room/messages.ts';
import type { ClientMessageName } from '../../shared/room/names.ts';
import { lengthenTick } from '../../shared/room/short-tick.ts';
import type { Edit } from '../../shared/universe/index.ts';
import type { Reversal } from '../../shared/universe/undo/index.ts';
import { say } from '../words/words.ts';
import { listenToRoom } from './listen-to-room.ts';
import { createRoomEntry, type ServerAddress, type UniverseRoom } from './room-entry.ts';
import type { RoomEvents } from './room-events.ts';
import { createRoomRequests } from './room-requests.ts';
import { farewellOf, onlyWatching } from './room-words.ts';

/** The room confirms twenty times a second; a silence this long is a dead connection. */
const silenceMs = 5000;

/** A connection to one universe's room that comes back by itself; edits made meanwhile wait and are sent again. */
export interface RoomConnection {
  /** Enters the room, once, and tells of it from now on. Edits may be made before: they wait. */
  join(listener: RoomEvents): void;
  edit(edit: Edit, reversal?: Reversal): void;
  transport(playing: boolean): void;
  /** Says something that is of no use later: it is lost where there is no connection. */
  say(name: ClientMessageName, payload: unknown): void;
  rename(name: string): void;
  reportHash(tick: number, hash: string): void;
  resync(): void;
  /** All that has happened in the run, also before one came. @throws where the connection drops meanwhile. */
  wholeLog(): Promise<LogMessage>;
  /** Says from now on how far behind the room's clock this page has to stay. */
  needs(needMs: number): void;
  /** Edits that the room has not confirmed yet, in order. */
  pendingEdits(): Edit[];
  /** Lets go of the connection; it comes back by itself. */
  drop(): void;
  close(): void;
}

/** Notices a connection on which nothing comes any more. */
function createSilenceWatch() {
  let lastHeardMs = performance.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    heard() {
      lastHeardMs = performance.now();
    },
    begin(letGo: () => void) {
      timer = setInterval(() => performance.now() - lastHeardMs > silenceMs && letGo(), 1000);
    },
    stop: () => clearInterval(timer),
  };
}

/** Makes a client that enters the room of a universe with `join`, and comes back to it by itself. */
export function createRoomClient(options: JoinOptions, at: ServerAddress = { origin: location.origin }): RoomConnection {
  let room: UniverseRoom | null = null;
  let closed = false;
  let lastTick = 0;
  const silence = createSilenceWatch();
  const entry = createRoomEntry(options, at);
  const send = (name: ClientMessageName, payload: unknown) => room?.send(name, payload);
  const requests = createRoomRequests(send);
  const { outbox, logs } = requests;

  const dropped = (from: UniverseRoom, events: RoomEvents) => {
    if (room !== from || closed) return;
    room = null;
    requests.hold();
    from.removeAllListeners();
    const words = say('The connection dropped. Your changes are kept and will be sent.');
    logs.refuse(words);
    events.status('reconnecting', words);
    entry.retry();
  };

  const drop = (events: RoomEvents) => {
    const left = room;
    if (!left) return;
    dropped(left, events);
    left.connection.close();
  };

  const listen = (joined: UniverseRoom, events: RoomEvents) => {
    const confirm = ({ tick, playing }: ConfirmMessage) => {
      lastTick = tick;
      events.confirm({ tick, playing });
    };
    listenToRoom(joined, {
      events,
      outbox,
      heard: silence.heard,
      welcome(welcome: Welcome) {
        entry.admitted();
        events.status('online', entry.isWatchingOnly ? say(onlyWatching) : '');
        events.welcome(welcome);
        lastTick = welcome.tick;
        requests.open();
      },
      confirm,
      confirmShort: (short) => confirm({ tick: lengthenTick(short, lastTick), playing: true }),
      log: logs.answer,
      left(code) {
        const farewell = farewellOf(code);
        if (farewell === null) return dropped(joined, events);
        if (room !== joined) return;
        // The room does not take the page back.
        room = null;
        requests.hold();
        events.status('refused', farewell);
      },
      failed: () => dropped(joined, events),
    });
  };

  return {
    join(listener) {
      events = listener;
      silence.begin(letGo);
      listener.status('connecting', '');
      void connect();
    },
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
    drop: letGo,
    close() {
      closed = true;
      silence.stop();
      ping.stop();
      void room?.leave();
    },
  };
}
