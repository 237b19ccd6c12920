import type { Client } from '@colyseus/core';
import type { MemberRole, ServerMessages } from '../../../shared/room/messages.ts';
import type { TokenBucket } from '../../../shared/room/token-bucket.ts';
import type { DropReason } from '../../ops/metrics/metrics.ts';

/** A user who was admitted, with their role. */
export interface Admission {
  userId: string;
  name: string;
  colour: string;
  /** Current role in the room. */
  role: MemberRole;
  /** Kind of access that was requested. */
  asked: 'edit' | 'spectate';
  /** False for a user without an identity, who may only watch; their `userId` belongs to no account. */
  isKnown: boolean;
  /** Id of their seat, which Colyseus takes from here. It is the secret of their ticket. */
  sessionId: string;
  /** Key of the session that admitted them; null without an identity. */
  sessionKey: string | null;
  /** Time at which their session was looked up, in ms of the room's clock. */
  admittedAtMs: number;
}

/** The data that a room keeps of a connection. */
export interface Connection {
  memberId: string;
  /** False until it was sent the state of the run; only then does it get edits and confirmations. */
  welcomed: boolean;
  /** Last tick of which it reported a hash: it is certainly that far. */
  reportedTick: number;
  /** Remaining message budget. */
  readonly budget: TokenBucket;
  /** True while it is being closed: its messages are ignored. */
  dismissed: boolean;
  /** Delay behind the room's clock that its page needs, as it reports. */
  needMs: number;
  /** Bytes of its welcome or log, which were sent at once and may be read slowly. */
  welcomeBytes: number;
  /** Why the server ends it; null while it does not. */
  dropReason: DropReason | null;
}

export type RoomClient = Client<{ userData: Connection; auth: Admission; messages: ServerMessages }>;
