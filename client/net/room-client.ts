import { Client, type Room } from '@colyseus/sdk';
import type {
  ConfirmMessage,
  CursorRequest,
  EditsMessage,
  JoinOptions,
  RefusedMessage,
  ServerMessages,
  Welcome,
} from '../../shared/room/messages.ts';
import { type ClientMessageName, hiddenCloseCode, universeRoomName } from '../../shared/room/names.ts';
import type { UniverseState } from '../../shared/room/state.ts';
import type { Edit } from '../../shared/universe/index.ts';
import { createEditOutbox } from './edit-outbox.ts';

/** Edits of a moving hand leave at most this often. */
const sendIntervalMs = 33;
const cursorIntervalMs = 33;
/** The room confirms twenty times a second; a silence this long is a dead connection. */
const silenceMs = 5000;
const retryDelaysMs = [200, 500, 1000, 2000, 4000, 8000];

export type RoomStatus = 'connecting' | 'online' | 'reconnecting' | 'refused' | 'closed';

export interface RoomEvents {
  welcome(welcome: Welcome): void;
  edits(message: EditsMessage): void;
  confirm(message: ConfirmMessage): void;
  /** Edits of ours turned out to be in the document already. */
  acknowledged(): void;
  /** An edit of ours was refused; `edit` is what it was, where it is known. */
  refused(message: RefusedMessage, edit: Edit | null): void;
  state(state: UniverseState): void;
  status(status: RoomStatus, message: string): void;
  snapshotRequest(message: ServerMessages['snapshotRequest']): void;
}

/** A connection to one universe's room that comes back by itself; edits made meanwhile wait and are sent again. */
export interface RoomClient {
  edit(edit: Edit): void;
  transport(playing: boolean): void;
  cursor(cursor: CursorRequest): void;
  rename(name: string): void;
  reportHash(tick: number, hash: string): void;
  resync(): void;
  /** Edits that the room has not confirmed yet, in order. */
  pendingEdits(): Edit[];
  /** Lets go of the connection; it comes back by itself. */
  drop(): void;
  close(): void;
}

export function joinRoom(options: JoinOptions, events: RoomEvents): RoomClient {
  const sdk = new Client(location.origin);
  const outbox = createEditOutbox(crypto.randomUUID());
  let room: Room<unknown, UniverseState> | null = null;
  let closed = false;
  let attempts = 0;
  /** Epoch of the run that is simulated here, once there is one. */
  let epoch: number | null = null;
  let lastHeardMs = performance.now();
  let sendTimer: ReturnType<typeof setTimeout> | null = null;
  let lastSentMs = 0;
  let lastCursorMs = 0;

  const send = (name: ClientMessageName, payload: unknown) => room?.send(name, payload);

  const flush = () => {
    sendTimer = null;
    if (!room) return;
    lastSentMs = performance.now();
    for (const request of outbox.takeUnsent()) send('edit', request);
  };

  const scheduleFlush = () => {
    if (sendTimer !== null || !room) return;
    sendTimer = setTimeout(flush, Math.max(0, lastSentMs + sendIntervalMs - performance.now()));
  };

  const listen = (joined: Room<unknown, UniverseState>) => {
    const on = <N extends keyof ServerMessages>(name: N, handle: (payload: ServerMessages[N]) => void) =>
      joined.onMessage<ServerMessages[N]>(name, (payload) => {
        lastHeardMs = performance.now();
        handle(payload);
      });
    on('welcome', (welcome) => {
      attempts = 0;
      epoch = welcome.epoch;
      events.status('online', '');
      events.welcome(welcome);
      for (const request of outbox.unacknowledged()) send('edit', request);
      flush();
    });
    on('edits', (message) => {
      for (const { clientId, clientSequence } of message.edits) outbox.acknowledge(clientId, clientSequence);
      events.edits(message);
    });
    on('acknowledged', ({ clientId, clientSequences }) => {
      for (const clientSequence of clientSequences) outbox.acknowledge(clientId, clientSequence);
      events.acknowledged();
    });
    on('confirm', events.confirm);
    on('refused', (message) => events.refused(message, message.clientSequence === null ? null : outbox.refuse(message.clientSequence)));
    on('snapshotRequest', events.snapshotRequest);
    joined.onStateChange(events.state);
    joined.onLeave((code) => (code === hiddenCloseCode ? shutOut(joined) : dropped(joined)));
    joined.onError(() => dropped(joined));
  };

  const dropped = (from: Room<unknown, UniverseState>) => {
    if (room !== from || closed) return;
    room = null;
    from.removeAllListeners();
    events.status('reconnecting', 'The connection dropped. Your changes are kept and will be sent.');
    retry();
  };

  /** The universe is not ours to see any more: there is nothing to come back to. */
  const shutOut = (from: Room<unknown, UniverseState>) => {
    if (room !== from) return;
    room = null;
    events.status('refused', 'This universe is not open to you any more.');
  };

  const retry = () => {
    const delay = retryDelaysMs[Math.min(attempts, retryDelaysMs.length - 1)];
    attempts += 1;
    setTimeout(connect, delay);
  };

  const connect = async () => {
    if (closed) return;
    try {
      const joined = await sdk.joinOrCreate<UniverseState>(universeRoomName, epoch === null ? options : { ...options, epoch });
      joined.reconnection.enabled = false;
      if (closed) {
        await joined.leave();
        return;
      }
      room = joined;
      lastHeardMs = performance.now();
      listen(joined);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) events.status('refused', refusal);
      else {
        events.status(attempts === 0 ? 'connecting' : 'reconnecting', 'The server does not answer. Trying again.');
        retry();
      }
    }
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
    edit(edit) {
      outbox.push(edit);
      scheduleFlush();
    },
    transport: (playing) => send('transport', { playing }),
    cursor(cursor) {
      const nowMs = performance.now();
      if (nowMs - lastCursorMs < cursorIntervalMs && cursor.visible) return;
      lastCursorMs = nowMs;
      send('cursor', cursor);
    },
    rename: (name) => send('profile', { name }),
    reportHash: (tick, hash) => send('hash', { tick, hash }),
    resync: () => send('resync', {}),
    pendingEdits: () => outbox.pending(),
    drop: letGo,
    close() {
      closed = true;
      clearInterval(watchdog);
      void room?.leave();
    },
  };
}

/** What the server said when it will not let us in, or null when it may yet. */
function refusalOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  const refused = typeof code === 'number' && code >= 400 && code < 500 && code !== 408 && code !== 429;
  return refused ? (error as Error).message : null;
}
