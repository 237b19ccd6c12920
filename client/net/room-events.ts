import type { ConfirmMessage, EditsMessage, RefusedMessage, ServerMessages, Welcome } from '../../shared/room/messages.ts';
import type { presenceNames } from '../../shared/room/names.ts';
import type { UniverseState } from '../../shared/room/state.ts';
import type { Edit } from '../../shared/universe/index.ts';
import type { ConnectionStatus } from '../common/states.ts';
import type { Origin } from '../../shared/universe/undo/index.ts';

/** What is told of those who are there. */
export type PresenceMessage = {
  [N in (typeof presenceNames)[number]]: { name: N; payload: ServerMessages[N] };
}[(typeof presenceNames)[number]];

/** What a room tells, and what it asks of whoever listens. */
export interface RoomEvents {
  /** The run that the page has, and the last edit of it; null where it has none to go on with. */
  known(): { epoch: number; sequence: number } | null;
  welcome(welcome: Welcome): void;
  /** `origins` says of each edit whose it is. */
  edits(message: EditsMessage, origins: readonly Origin[]): void;
  confirm(message: ConfirmMessage): void;
  /** Edits of ours turned out to be in the document already. */
  acknowledged(): void;
  /** An edit of ours was refused; `edit` is what it was, where it is known. */
  refused(message: RefusedMessage, edit: Edit | null): void;
  state(state: UniverseState): void;
  status(status: ConnectionStatus, message: string): void;
  /** The session has ended: gets another one. @throws where the server does not answer. */
  identify(): Promise<void>;
  snapshotRequest(message: ServerMessages['snapshotRequest']): void;
  hashRequest(message: ServerMessages['hashRequest']): void;
  talk(counts: ServerMessages['talk']): void;
  /** What time it was in the room between two moments here, in ms of `performance.timeOrigin + performance.now()`. */
  time(answer: { sentMs: number; receivedMs: number; roomMs: number; delayMs: number }): void;
  presence(message: PresenceMessage): void;
}
