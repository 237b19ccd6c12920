import type { Room } from '@colyseus/sdk';
import type { ConfirmMessage, LogMessage, ServerMessages, Welcome } from '../../shared/room/messages.ts';
import { presenceNames, shortConfirmType } from '../../shared/room/names.ts';
import { lengthenTick } from '../../shared/room/short-tick.ts';
import type { UniverseState } from '../../shared/room/state.ts';
import { pageMs } from '../common/page-clock.ts';
import type { EditOutbox } from './edit-outbox.ts';
import type { PresenceMessage, RoomEvents } from './room-events.ts';

interface ConnectionListener {
  readonly events: RoomEvents;
  readonly outbox: EditOutbox;
  /** Any message arrived. */
  heard(): void;
  welcome(welcome: Welcome): void;
  log(log: LogMessage): void;
  left(code: number): void;
  failed(): void;
}

/** Passes each message of a newly joined room to a listener. */
export function listenToRoom(joined: Room<unknown, UniverseState>, listener: ConnectionListener): void {
  const { events, outbox } = listener;
  const on = <N extends keyof ServerMessages>(name: N, handle: (payload: ServerMessages[N]) => void) =>
    joined.onMessage<ServerMessages[N]>(name, (payload) => {
      listener.heard();
      handle(payload);
    });
  let lastTick = 0;
  const confirm = ({ tick, playing }: ConfirmMessage) => {
    lastTick = tick;
    events.confirm({ tick, playing });
  };
  on('welcome', (welcome) => {
    listener.welcome(welcome);
    lastTick = welcome.tick;
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
  on('log', (log) => listener.log(log));
  joined.onMessage<number>(shortConfirmType, (short) => {
    listener.heard();
    // The message holds the last digits of the tick.
    confirm({ tick: lengthenTick(short, lastTick), playing: true });
  });
  on('refused', (message) => events.refused(message, message.clientSequence === null ? null : outbox.refuse(message.clientSequence)));
  on('snapshotRequest', (message) => events.snapshotRequest(message));
  on('hashRequest', (message) => events.hashRequest(message));
  on('comments', (counts) => events.comments(counts));
  on('pong', ({ sentAt, roomMs, delayMs }) => events.time({ sentMs: sentAt, receivedMs: pageMs(), roomMs, delayMs }));
  for (const name of presenceNames) on(name, (payload) => events.presence({ name, payload } as PresenceMessage));
  joined.onStateChange((state) => events.state(state));
  joined.onLeave((code) => listener.left(code));
  joined.onError(() => listener.failed());
}
