import type { ConfirmMessage, EditsMessage, RefusedMessage, ServerMessages, Welcome } from '../../shared/room/messages.ts';
import type { presenceNames } from '../../shared/room/names.ts';
import type { UniverseState } from '../../shared/room/state.ts';
import type { Edit } from '../../shared/universe/index.ts';
import type { ConnectionStatus } from '../common/states.ts';
import type { Origin } from '../../shared/universe/undo/index.ts';

/** A message about the presence of the members. */
export type PresenceMessage = {
  [N in (typeof presenceNames)[number]]: { name: N; payload: ServerMessages[N] };
}[(typeof presenceNames)[number]];

/** Handlers for the messages and requests of a room. */
export interface RoomEvents {
  /** The run that the page has, and its last edit; null if the page has none to continue. */
  known(): { epoch: number; sequence: number } | null;
  welcome(welcome: Welcome): void;
  /** `origins` has the origin of each edit. */
  edits(message: EditsMessage, origins: readonly Origin[]): void;
  confirm(message: ConfirmMessage): void;
  /** Edits of this page turned out to be in the document already. */
  acknowledged(): void;
  /** An edit of this page was refused; `edit` is that edit, if known. */
  refused(message: RefusedMessage, edit: Edit | null): void;
  state(state: UniverseState): void;
  status(status: ConnectionStatus, message: string): void;
  /** The session has ended: gets a new one. @throws if the server does not answer. */
  identify(): Promise<void>;
  snapshotRequest(message: ServerMessages['snapshotRequest']): void;
  hashRequest(message: ServerMessages['hashRequest']): void;
  comments(counts: ServerMessages['comments']): void;
  /** The room's time between sending and receiving, both in ms of `performance.timeOrigin + performance.now()`. */
  time(answer: { sentMs: number; receivedMs: number; roomMs: number; delayMs: number }): void;
  presence(message: PresenceMessage): void;
}
