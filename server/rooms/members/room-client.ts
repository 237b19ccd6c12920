import type { Client } from '@colyseus/core';
import type { MemberRole, ServerMessages } from '../../../shared/room/messages.ts';
import type { TokenBucket } from '../../../shared/room/token-bucket.ts';

/** Who was let in, and as what. */
export interface Admission {
  userId: string;
  name: string;
  colour: string;
  /** What they are in the room now. */
  role: MemberRole;
  /** As what they asked to come in. */
  asked: 'edit' | 'spectate';
  /** False for somebody without an identity, who may only watch; their `userId` is nobody's. */
  isKnown: boolean;
  /** The id of the seat that they are given: Colyseus takes it from here. It is the secret of their ticket. */
  sessionId: string;
  /** Names the session that they were admitted by; null for somebody without an identity. */
  sessionKey: string | null;
  /** When their session was looked up, in ms of the room's clock. */
  admittedAtMs: number;
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
