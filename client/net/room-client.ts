import type { Room } from '@colyseus/sdk';
import { AppError } from '../../shared/api/errors.ts';
import type { ConfirmMessage, JoinOptions, LogMessage, Welcome } from '../../shared/room/messages.ts';
import { type ClientMessageName, universeRoomName } from '../../shared/room/names.ts';
import { lengthenTick } from '../../shared/room/short-tick.ts';
import type { UniverseState } from '../../shared/room/state.ts';
import type { Edit } from '../../shared/universe/index.ts';
import type { Reversal } from '../../shared/universe/undo/index.ts';
import { sayRefusal } from '../words/refusal.ts';
import { say } from '../words/words.ts';
import { newClientId } from './client-id.ts';
import { createEditOutbox } from './edit-outbox.ts';
import { createEditSender } from './edit-sender.ts';
import { listenToRoom } from './listen-to-room.ts';
import { createLogRequests } from './log-requests.ts';
import type { RoomEvents } from './room-events.ts';
import { createRoomPing } from './room-ping.ts';
import { newSdkClient } from './sdk-client.ts';
import { createReadmission } from './readmission.ts';
import { farewellOf, isWithoutSession, onlyWatching, joinRefusalOf, joinTroubleOf, wordsWithoutSession } from './room-words.ts';

/** The room confirms twenty times a second; a silence this long is a dead connection. */
const silenceMs = 5000;
/** Longer than a room takes to let somebody in, also where it first waits for a snapshot. */
const joinMs = 12_000;
const retryDelaysMs = [200, 500, 1000, 2000, 4000, 8000];

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

/** Where the server is, and what to tell it beside where no browser adds its cookies. */
export interface ServerAddress {
  origin: string;
  headers?: Record<string, string>;
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
  let events: RoomEvents | null = null;
  const sdk = newSdkClient(at.origin, at.headers ?? {});
  const outbox = createEditOutbox(newClientId());
  let room: Room<unknown, UniverseState> | null = null;
  let closed = false;
  let attempts = 0;
  const readmission = createReadmission(options.as);
  const silence = createSilenceWatch();
  /** Nothing is sent before the room has said how it stands: what it does not have yet goes before what is new. */
  let welcomed = false;
  let lastTick = 0;
  const send = (name: ClientMessageName, payload: unknown) => room?.send(name, payload);
  const isOpen = () => welcomed;
  const edits = createEditSender(outbox, (request) => send('edit', request), isOpen);
  const ping = createRoomPing((request) => send('ping', request), isOpen);
  const logs = createLogRequests(() => send('log', {}), isOpen);

  const confirm = ({ tick, playing }: ConfirmMessage) => {
    lastTick = tick;
    events?.confirm({ tick, playing });
  };

  const dropped = (from: Room<unknown, UniverseState>) => {
    if (room !== from || closed) return;
    room = null;
    welcomed = false;
    from.removeAllListeners();
    const words = say('The connection dropped. Your changes are kept and will be sent.');
    logs.refuse(words);
    events?.status('reconnecting', words);
    retry();
  };

  const welcome = (welcome: Welcome) => {
    attempts = 0;
    readmission.admitted();
    events?.status('online', readmission.isWatchingOnly ? say(onlyWatching) : '');
    events?.welcome(welcome);
    lastTick = welcome.tick;
    welcomed = true;
    outbox.sendAgain();
    edits.flush();
    ping.begin();
  };

  const retry = () => {
    setTimeout(connect, retryDelaysMs[Math.min(attempts, retryDelaysMs.length - 1)]);
    attempts += 1;
  };

  const listen = (joined: Room<unknown, UniverseState>, heardBy: RoomEvents) =>
    listenToRoom(joined, {
      events: heardBy,
      outbox,
      heard: silence.heard,
      welcome,
      confirm,
      confirmShort: (short) => confirm({ tick: lengthenTick(short, lastTick), playing: true }),
      log: logs.answer,
      left(code) {
        const farewell = farewellOf(code);
        if (farewell === null) return dropped(joined);
        if (room !== joined) return;
        // The room does not want us back.
        room = null;
        welcomed = false;
        events?.status('refused', farewell);
      },
      failed: () => dropped(joined),
    });

  const connect = async () => {
    if (closed) return;
    try {
      const as = readmission.isWatchingOnly ? 'spectate' : options.as;
      const asked = sdk.joinOrCreate<UniverseState>(universeRoomName, { ...options, as, ...events?.known() });
      const joined = await inTime(asked, ({ connection }) => connection.close());
      joined.reconnection.enabled = false;
      if (closed) {
        await joined.leave();
        return;
      }
      room = joined;
      silence.heard();
      if (events) listen(joined, events);
    } catch (error) {
      const refusal = joinRefusalOf(error);
      if (isWithoutSession(error)) await readmit();
      else if (refusal) events?.status('refused', wordsWithoutSession(error, readmission) ?? refusal);
      else {
        events?.status(attempts === 0 ? 'connecting' : 'reconnecting', joinTroubleOf(error));
        retry();
      }
    }
  };

  /** Comes back without the session that was: as somebody new, or to watch. */
  const readmit = async () => {
    const step = readmission.next();
    if (step === 'give-up') {
      events?.status('refused', say('You are no longer in this universe. Reload the page to come back.'));
      return;
    }
    try {
      if (step === 'identify') await events?.identify();
    } catch (error) {
      readmission.admitted();
      events?.status('reconnecting', error instanceof AppError ? sayRefusal(error.message) : joinTroubleOf(error));
      retry();
      return;
    }
    await connect();
  };

  const letGo = () => {
    const left = room;
    if (!left) return;
    dropped(left);
    left.connection.close();
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

/** Gives up a line on which nothing comes; what comes of it all the same is let go of. */
function inTime<T>(asked: Promise<T>, letGo: (late: T) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('Nothing came.'));
      asked.then(letGo, () => {});
    }, joinMs);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
