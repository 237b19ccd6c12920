import type { JoinOptions } from '../../shared/room/messages.ts';
import { say } from '../words/words.ts';
import { listenToRoom } from './listen-to-room.ts';
import { pastProcessOf } from './past-process.ts';
import { createRoomEntry, type ServerAddress, type UniverseRoom } from './room-entry.ts';
import type { RoomEvents } from './room-events.ts';
import { createRoomSender, type RoomRequests } from './room-sender.ts';
import { farewellOf, onlyWatching } from './room-words.ts';

/** The room confirms twenty times a second; a silence this long is a dead connection. */
const silenceMs = 5000;
/** Nobody waits much longer than that. */
const silenceLookMs = 250;

/** A connection to the room of a universe that reconnects by itself; edits made meanwhile wait and are sent again. */
export interface RoomConnection extends RoomRequests {
  /** Enters the room, once, and tells the listener of it from now on. Edits that are made before wait. */
  join(listener: RoomEvents): void;
  /** Closes the connection, which is then opened again. */
  drop(): void;
  close(): void;
}

/** Notices a connection on which nothing arrives any more. */
function createSilenceWatch() {
  let lastHeardMs = performance.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    heard() {
      lastHeardMs = performance.now();
    },
    begin(drop: () => void) {
      timer = setInterval(() => performance.now() - lastHeardMs > silenceMs && drop(), silenceLookMs);
    },
    stop: () => clearInterval(timer),
  };
}

/** Makes a client that enters the room of a universe with `join`, and reconnects by itself. */
export function createRoomClient(options: JoinOptions, at: ServerAddress = { origin: location.origin }): RoomConnection {
  let events: RoomEvents | null = null;
  let room: UniverseRoom | null = null;
  let closed = false;
  const silence = createSilenceWatch();
  const entry = createRoomEntry(options, at);
  const sender = createRoomSender((name, payload) => room?.send(name, payload));

  const dropped = (from: UniverseRoom, past = '') => {
    if (room !== from || closed) return;
    room = null;
    sender.hold();
    from.removeAllListeners();
    const words = say('The connection dropped. Your changes are kept and will be sent.');
    sender.logs.refuse(words);
    events?.status('reconnecting', words);
    entry.retry(past);
  };

  const drop = (past?: (roomUrl?: string) => string) => {
    const left = room;
    if (!left) return;
    dropped(left, past?.(left.connection.url));
    left.connection.close();
  };

  const listen = (joined: UniverseRoom, heardBy: RoomEvents) => {
    listenToRoom(joined, {
      events: heardBy,
      outbox: sender.outbox,
      heard: silence.heard,
      welcome(welcome) {
        entry.admitted();
        heardBy.status('online', entry.isWatchingOnly ? say(onlyWatching) : '');
        heardBy.welcome(welcome);
        sender.open();
      },
      log: sender.logs.answer,
      left(code) {
        const farewell = farewellOf(code);
        if (farewell === null) return dropped(joined);
        if (room !== joined) return;
        // The room does not take the page back.
        room = null;
        sender.hold();
        heardBy.status('refused', farewell);
      },
      failed: () => dropped(joined),
    });
  };

  return {
    ...sender.requests,
    join(listener) {
      events = listener;
      // Who is silent would keep the next question waiting as well.
      silence.begin(() => drop(pastProcessOf));
      listener.status('connecting', '');
      entry.begin(listener, (joined) => {
        room = joined;
        silence.heard();
        listen(joined, listener);
      });
    },
    drop: () => drop(),
    close() {
      closed = true;
      entry.close();
      silence.stop();
      sender.stop();
      void room?.leave();
    },
  };
}
