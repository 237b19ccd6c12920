import type { Socket } from 'node:net';
import { CloseCode } from '@colyseus/core';
import type { AppError } from '../../shared/api/errors.ts';
import { refuse } from '../../shared/refusals/refuse.ts';
import { writeRefusal } from '../../shared/refusals/sent-refusal.ts';
import { abuseCloseCode, hiddenCloseCode, kickedCloseCode } from '../../shared/room/names.ts';
import type { DropReason } from '../ops/metrics/metrics.ts';
import type { RoomClient } from './members/room-client.ts';

/** Limit of a send queue: a client that is further behind is disconnected, and reconnects when its network is better. */
const maxBufferedBytes = 8 * 1024 * 1024;
/** Limit of messages queued for a client that has joined and does not listen yet: half a minute of them. */
const maxWaitingMessages = 600;
/** Time to close a connection before it is terminated. */
const farewellMs = 1000;
const openState = 1;

/** The part of a WebSocket that is used here. */
interface Line {
  readonly readyState: number;
  readonly bufferedAmount: number;
  terminate(): void;
  send(data: Uint8Array, options: { binary: true }, sent?: (error?: Error) => void): void;
  /** Frames of a server are neither masked nor compressed here, so a message framed once can be written to all. */
  readonly _socket: Socket | null;
}

const lineOf = (client: RoomClient) => client.ref as unknown as Line;

/** Messages sent during `batchWrites`, by client; null outside of it. */
let gathered: Map<RoomClient, Uint8Array[]> | null = null;

/**
 * Makes a connection copy what it sends. Patches of the state are encoded into one reused buffer: while the send queue holds some of them
 * unsent, a slow client would get the bytes of a later patch.
 */
export function watchSendQueue(client: RoomClient): void {
  client.raw = (data, _options, sent) => {
    const bytes = data as Uint8Array;
    if (!gathered) return lineOf(client).send(Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes), { binary: true }, sent);
    const before = gathered.get(client);
    if (before) before.push(bytes);
    else gathered.set(client, [bytes]);
  };
}

/** Batches all messages that `act` sends: equal batches are framed once, and each socket is written to once. */
export function batchWrites(act: () => void): void {
  const all = new Map<RoomClient, Uint8Array[]>();
  gathered = all;
  try {
    act();
  } finally {
    gathered = null;
  }
  let last: { parts: readonly Uint8Array[]; framed: Buffer } | null = null;
  for (const [client, parts] of all) {
    const { readyState, _socket: socket } = lineOf(client);
    if (readyState !== openState || !socket) continue;
    if (!last || !isSame(last.parts, parts)) last = { parts, framed: Buffer.concat(parts.flatMap((part) => [headOf(part.length), part])) };
    socket.write(last.framed);
  }
}

const isSame = (a: readonly Uint8Array[], b: readonly Uint8Array[]) => a.length === b.length && a.every((part, index) => part === b[index]);

/** Returns the header of a binary message of this length, by RFC 6455, 5.2. */
function headOf(length: number): Buffer {
  const whole = 0x82;
  if (length < 126) return Buffer.from([whole, length]);
  const isShort = length < 65_536;
  const head = Buffer.alloc(isShort ? 4 : 10);
  head[0] = whole;
  head[1] = isShort ? 126 : 127;
  if (isShort) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

/**
 * Applies backpressure: terminates a connection whose send queue, beyond its welcome, is over the limit, or that joined and never started
 * to listen.
 */
export function limitBackpressure(client: RoomClient): void {
  const waiting = (client as { _enqueuedMessages?: readonly unknown[] })._enqueuedMessages?.length ?? 0;
  const kept = maxBufferedBytes + (client.userData?.welcomeBytes ?? 0);
  if (waiting > maxWaitingMessages || lineOf(client).bufferedAmount > kept) cutOff(client, 'backpressure');
}

/** Terminates a connection without a close frame. */
export function cutOff(client: RoomClient, reason: DropReason): void {
  if (client.userData) client.userData.dropReason ??= reason;
  lineOf(client).terminate();
}

const reasonsByCode = new Map<number | undefined, DropReason>([
  [abuseCloseCode, 'abuse'],
  [hiddenCloseCode, 'hidden'],
  [kickedCloseCode, 'kicked'],
  [CloseCode.SERVER_SHUTDOWN, 'stopping'],
  [CloseCode.WITH_ERROR, 'failed'],
]);

/** Returns why a connection was closed with a code: the reason that the server had, or else that of the code. */
export const dropReasonOf = ({ userData }: RoomClient, code: number | undefined): DropReason =>
  userData?.dropReason ?? reasonsByCode.get(code) ?? 'network';

/** Closes a connection, and cuts it where it does not close: nothing that comes from it counts any more, and nothing is told to it. */
export function dismiss(client: RoomClient, code?: number, why?: AppError): void {
  const dropReason = reasonsByCode.get(code) ?? 'revoked';
  if (client.userData) Object.assign(client.userData, { dismissed: true, welcomed: false, dropReason });
  client.leave(code, why && writeRefusal(why));
  setTimeout(() => cutOff(client, dropReason), farewellMs).unref();
}

/** Closes the connection of a member who exceeds the message budget, and logs the user. */
export function dismissForAbuse(client: RoomClient, note: (userId: string, reason: string) => void): void {
  dismiss(client, abuseCloseCode, refuse('sends-too-much'));
  note(client.auth!.userId, 'sends too much');
}
