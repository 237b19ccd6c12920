import type { Client } from '@colyseus/core';
import type { ErrorBody } from '../../shared/api/errors.ts';
import type { MemberRole, ServerMessages } from '../../shared/room/messages.ts';
import type { MemberState, UniverseState } from '../../shared/room/state.ts';
import type { DivergenceWatch } from './divergence.ts';
import type { EditLog } from './edit-log.ts';

/** Who was let in, and as what. */
export interface Admission {
  userId: string;
  name: string;
  colour: string;
  role: MemberRole;
}

/** What the room keeps of a connection. */
export interface Connection {
  memberId: string;
  /** False until it was told the state of the run; only then do edits and confirmations reach it. */
  welcomed: boolean;
  /** Last tick of which it reported a hash: how far it certainly is. */
  reportedTick: number;
}

export type RoomClient = Client<{ userData: Connection; auth: Admission; messages: ServerMessages }>;

/** What a message handler may touch. */
export interface RoomContext {
  readonly state: UniverseState;
  readonly log: EditLog;
  readonly divergence: DivergenceWatch;
  /** Last tick that may be simulated. */
  readonly confirmedTick: number;
  memberOf(client: RoomClient): MemberState | undefined;
  clientOf(memberId: string): RoomClient | undefined;
  setPlaying(playing: boolean): void;
  welcome(client: RoomClient): Promise<void>;
  refuse(client: RoomClient, clientSequence: number | null, error: ErrorBody['error']): void;
  rename(client: RoomClient, name: string): Promise<void>;
}
