import type { Client } from '@colyseus/core';
import type { ErrorBody } from '../../shared/api/errors.ts';
import type { MemberRole, ServerMessages } from '../../shared/room/messages.ts';
import type { MemberState, UniverseState } from '../../shared/room/state.ts';
import type { TokenBucket } from '../../shared/room/token-bucket.ts';
import type { EditLog } from '../services/edit-log.ts';
import type { DivergenceWatch } from './divergence.ts';
import type { Gathering } from './gathering/gathering.ts';

/** Who was let in, and as what. */
export interface Admission {
  userId: string;
  name: string;
  colour: string;
  role: MemberRole;
  /** False for somebody without an identity, who may only watch; their `userId` is nobody's. */
  isKnown: boolean;
}

/** What the room keeps of a connection. */
export interface Connection {
  memberId: string;
  /** False until it was told the state of the run; only then do edits and confirmations reach it. */
  welcomed: boolean;
  /** Last tick of which it reported a hash: how far it certainly is. */
  reportedTick: number;
  /** What it may still send. */
  readonly budget: TokenBucket;
  /** It is being closed: what still comes from it is not looked at. */
  dismissed: boolean;
  /** How far behind the room's clock its page has to stay, as it says. */
  needMs: number;
  /** Bytes that it was sent at once, with its welcome or the log, and may take its time to read. */
  welcomeBytes: number;
}

export type RoomClient = Client<{ userData: Connection; auth: Admission; messages: ServerMessages }>;

/** What a message handler may touch. */
export interface RoomContext {
  readonly state: UniverseState;
  readonly log: EditLog;
  readonly divergence: DivergenceWatch;
  readonly gathering: Gathering;
  /** Last tick that may be simulated. */
  readonly confirmedTick: number;
  /** What has passed since the run began, and how far behind that all who play stay. */
  readonly time: { roomMs: number; delayMs: number };
  memberOf(client: RoomClient): MemberState | undefined;
  clientOf(memberId: string): RoomClient | undefined;
  /** A member says what they have computed of a tick. */
  hearHash(memberId: string, tick: number, hash: string): void;
  setPlaying(playing: boolean): void;
  welcome(client: RoomClient): Promise<void>;
  /** Tells all that has happened in the run. */
  tellLog(client: RoomClient): void;
  refuse(client: RoomClient, clientSequence: number | null, error: ErrorBody['error']): void;
  rename(client: RoomClient, name: string): Promise<void>;
  /** Closes the connection of somebody who sends more than is taken. */
  dismiss(client: RoomClient): void;
}
