import type { Room } from '@colyseus/sdk';
import { AppError } from '../../shared/api/errors.ts';
import type { ConfirmMessage, JoinOptions, LogMessage, ServerMessages } from '../../shared/room/messages.ts';
import { type ClientMessageName, presenceNames, shortConfirmType, universeRoomName } from '../../shared/room/names.ts';
import { editPace } from '../../shared/room/rates.ts';
import { lengthenTick } from '../../shared/room/short-tick.ts';
import { createTokenBucket } from '../../shared/room/token-bucket.ts';
import type { UniverseState } from '../../shared/room/state.ts';
import type { Edit } from '../../shared/universe/index.ts';
import type { Reversal } from '../../shared/universe/undo/index.ts';
import { sayRefusal } from '../words/refusal.ts';
import { say } from '../words/words.ts';
import { newClientId } from './client-id.ts';
import { createEditOutbox } from './edit-outbox.ts';
import type { PresenceMessage, RoomEvents } from './room-events.ts';
import { newSdkClient } from './sdk-client.ts';
import { createReadmission } from './readmission.ts';
import { farewellOf, isWithoutSession, onlyWatching, joinRefusalOf, joinTroubleOf, wordsWithoutSession } from './room-words.ts';

/** Edits of a moving hand leave at most this often. */
const sendIntervalMs = 33;
/** The room confirms twenty times a second; a silence this long is a dead connection. */
const silenceMs = 5000;
/** Longer than a room takes to let somebody in, also where it first waits for a snapshot. */
const joinMs = 12_000;
/** The room's time is asked for so often at first, to know it soon, and then less. */
const quickPings = 40;
const quickPingMs = 250;
const pingMs = 2000;
const localMs = () => performance.timeOrigin + performance.now();
const retryDelaysMs = [200, 500, 1000, 2000, 4000, 8000];

/** A connection to one universe's room that comes back by itself; edits made meanwhile wait and are sent again. */
export interface RoomClient {
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

export function joinRoom(options: JoinOptions, events: RoomEvents, at: ServerAddress = { origin: location.origin }): RoomClient {
  const sdk = newSdkClient(at.origin, at.headers ?? {});
  const outbox = createEditOutbox(newClientId());
  let room: Room<unknown, UniverseState> | null = null;
  let closed = false;
  let attempts = 0;
  const readmission = createReadmission(options.as);
  const logWaiters: { resolve: (log: LogMessage) => void; reject: (error: Error) => void }[] = [];
  let lastHeardMs = performance.now();
  let sendTimer: ReturnType<typeof setTimeout> | null = null;
  let lastSentMs = 0;
  /** Nothing is sent before the room has said how it stands: what it does not have yet goes before what is new. */
  let welcomed = false;
  /** Edits that may be sent at once. */
  const allowed = createTokenBucket(editPace, () => performance.now());
  let lastTick = 0;
  let pingTimer: ReturnType<typeof setTimeout> | undefined;
  let pings = 0;
  let need: number | null = null;

  const send = (name: ClientMessageName, payload: unknown) => room?.send(name, payload);

  const flush = () => {
    sendTimer = null;
    if (!room || !welcomed) return;
    lastSentMs = performance.now();
    const requests = outbox.takeUnsent(allowed.available());
    allowed.spend(requests.length);
    for (const request of requests) send('edit', request);
    if (outbox.unsent > 0) scheduleFlush();
  };

  const scheduleFlush = () => {
    if (sendTimer !== null || !welcomed) return;
    sendTimer = setTimeout(flush, Math.max(0, lastSentMs + sendIntervalMs - performance.now()));
  };

  /** Asks for the room's time: often at first, then now and then. */
  const ping = () => {
    clearTimeout(pingTimer);
    if (!welcomed) return;
    send('ping', { sentAt: localMs(), needMs: need });
    pings += 1;
    pingTimer = setTimeout(ping, pings < quickPings ? quickPingMs : pingMs);
  };

  const confirm = ({ tick, playing }: ConfirmMessage) => {
    lastTick = tick;
    events.confirm({ tick, playing });
  };

  const listen = (joined: Room<unknown, UniverseState>) => {
    const on = <N extends keyof ServerMessages>(name: N, handle: (payload: ServerMessages[N]) => void) =>
      joined.onMessage<ServerMessages[N]>(name, (payload) => {
        lastHeardMs = performance.now();
        handle(payload);
      });
    on('welcome', (welcome) => {
      attempts = 0;
      readmission.admitted();
      events.status('online', readmission.isWatchingOnly ? say(onlyWatching) : '');
      events.welcome(welcome);
      lastTick = welcome.tick;
      welcomed = true;
      outbox.sendAgain();
      flush();
      pings = 0;
      ping();
    });
    on('edits', (message) => {
      events.edits(
        message,
        message.edits.map(({ clientId, clientSequence }) => outbox.acknowledge(clientId, clientSequence)),
      );
      confirm(message);
    });
    on('acknowledged', ({ clientId, clientSequences }) => {
      for (const clientSequence of clientSequences) outbox.acknowledge(clientId, clientSequence);
      events.acknowledged();
    });
    on('confirm', confirm);
    on('log', (log) => {
      for (const { resolve } of logWaiters.splice(0)) resolve(log);
    });
    joined.onMessage<number>(shortConfirmType, (short) => {
      lastHeardMs = performance.now();
      confirm({ tick: lengthenTick(short, lastTick), playing: true });
    });
    on('refused', (message) => events.refused(message, message.clientSequence === null ? null : outbox.refuse(message.clientSequence)));
    on('snapshotRequest', events.snapshotRequest);
    on('hashRequest', events.hashRequest);
    on('talk', events.talk);
    on('pong', ({ sentAt, roomMs, delayMs }) => events.time({ sentMs: sentAt, receivedMs: localMs(), roomMs, delayMs }));
    for (const name of presenceNames) on(name, (payload) => events.presence({ name, payload } as PresenceMessage));
    joined.onStateChange(events.state);
    joined.onLeave((code) => {
      const farewell = farewellOf(code);
      if (farewell === null) dropped(joined);
      else shutOut(joined, farewell);
    });
    joined.onError(() => dropped(joined));
  };

  const dropped = (from: Room<unknown, UniverseState>) => {
    if (room !== from || closed) return;
    room = null;
    welcomed = false;
    from.removeAllListeners();
    const words = say('The connection dropped. Your changes are kept and will be sent.');
    for (const { reject } of logWaiters.splice(0)) reject(new Error(words));
    events.status('reconnecting', words);
    retry();
  };

  /** The room does not want us back. */
  const shutOut = (from: Room<unknown, UniverseState>, message: string) => {
    if (room !== from) return;
    room = null;
    welcomed = false;
    events.status('refused', message);
  };

  const retry = () => {
    const delay = retryDelaysMs[Math.min(attempts, retryDelaysMs.length - 1)];
    attempts += 1;
    setTimeout(connect, delay);
  };

  const connect = async () => {
    if (closed) return;
    try {
      const as = readmission.isWatchingOnly ? 'spectate' : options.as;
      const asked = sdk.joinOrCreate<UniverseState>(universeRoomName, { ...options, as, ...events.known() });
      const joined = await inTime(asked, ({ connection }) => connection.close());
      joined.reconnection.enabled = false;
      if (closed) {
        await joined.leave();
        return;
      }
      room = joined;
      lastHeardMs = performance.now();
      listen(joined);
    } catch (error) {
      const refusal = joinRefusalOf(error);
      if (isWithoutSession(error)) await readmit();
      else if (refusal) events.status('refused', wordsWithoutSession(error, readmission) ?? refusal);
      else {
        events.status(attempts === 0 ? 'connecting' : 'reconnecting', joinTroubleOf(error));
        retry();
      }
    }
  };

  /** Comes back without the session that was: as somebody new, or to watch. */
  const readmit = async () => {
    const step = readmission.next();
    if (step === 'give-up') {
      events.status('refused', say('The universe does not know you any more. Reload the page to come back.'));
      return;
    }
    try {
      if (step === 'identify') await events.identify();
    } catch (error) {
      readmission.admitted();
      events.status('reconnecting', error instanceof AppError ? sayRefusal(error.message) : joinTroubleOf(error));
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

  const watchdog = setInterval(() => {
    if (room && performance.now() - lastHeardMs > silenceMs) letGo();
  }, 1000);

  events.status('connecting', '');
  void connect();

  return {
    edit(edit, reversal) {
      outbox.push(edit, reversal);
      scheduleFlush();
    },
    transport: (playing) => send('transport', { playing }),
    say: send,
    rename: (name) => send('profile', { name }),
    reportHash: (tick, hash) => send('hash', { tick, hash }),
    resync: () => send('resync', {}),
    wholeLog: () =>
      new Promise((resolve, reject) => {
        // Nobody would answer, and nothing ask again.
        if (!welcomed) return reject(new Error(say('The server does not answer. Check the connection and try again.')));
        logWaiters.push({ resolve, reject });
        if (logWaiters.length === 1) send('log', {});
      }),
    needs(needMs) {
      need = needMs;
    },
    pendingEdits: () => outbox.pending(),
    drop: letGo,
    close() {
      closed = true;
      clearInterval(watchdog);
      clearTimeout(pingTimer);
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
