import type { Socket } from 'node:net';
import type { AppError } from '../../shared/api/errors.ts';
import { refuse } from '../../shared/refusals/refuse.ts';
import { writeRefusal } from '../../shared/refusals/sent-refusal.ts';
import { abuseCloseCode } from '../../shared/room/names.ts';
import type { RoomClient } from './members/room-client.ts';

/** Whoever leaves so many bytes unread is let go, and comes back when the line is better. */
const mostBufferedBytes = 8 * 1024 * 1024;
/** Messages that are kept for who was let in and has not said yet that they listen: half a minute of them. */
const mostWaitingMessages = 600;
/** Who is told to go and does not is cut off. */
const farewellMs = 1000;
const openState = 1;

/** What is used of the WebSocket under a connection. */
interface Line {
  readonly readyState: number;
  readonly bufferedAmount: number;
  terminate(): void;
  send(data: Uint8Array, options: { binary: true }, sent?: (error?: Error) => void): void;
  /** Frames of a server are neither masked nor packed here: what is framed once can be written to all. */
  readonly _socket: Socket | null;
}

const lineOf = (client: RoomClient) => client.ref as unknown as Line;

/** What was sent since `together` began, to whom; null outside of it. */
let gathered: Map<RoomClient, Uint8Array[]> | null = null;

/**
 * Makes a connection keep what it was given to send. Patches of the state are encoded into one buffer again and again: where a
 * slow reader leaves some unsent, it would be sent the bytes of a later patch.
 */
export function keepWhatIsSent(client: RoomClient): void {
  client.raw = (data, _options, sent) => {
    const bytes = data as Uint8Array;
    if (!gathered) return lineOf(client).send(Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes), { binary: true }, sent);
    const before = gathered.get(client);
    if (before) before.push(bytes);
    else gathered.set(client, [bytes]);
  };
}

/** Sends all that `act` sends: what many are sent is framed once, and each is written to once. */
export function together(act: () => void): void {
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

/** What stands before a binary message of so many bytes, by RFC 6455, 5.2. */
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

/** Cuts off who has left more unread than is kept, beside what they were welcomed with, and who came and never said that they are there. */
export function cutOffWhereUnread(client: RoomClient): void {
  const waiting = (client as { _enqueuedMessages?: readonly unknown[] })._enqueuedMessages?.length ?? 0;
  const kept = mostBufferedBytes + (client.userData?.welcomeBytes ?? 0);
  if (waiting > mostWaitingMessages || lineOf(client).bufferedAmount > kept) cutOff(client);
}

/** Ends a connection without a word. */
export const cutOff = (client: RoomClient): void => lineOf(client).terminate();

/** Closes a connection, and cuts it where it does not close: nothing that comes from it counts any more, and nothing is told to it. */
export function dismiss(client: RoomClient, code?: number, why?: AppError): void {
  if (client.userData) Object.assign(client.userData, { dismissed: true, welcomed: false });
  client.leave(code, why && writeRefusal(why));
  setTimeout(() => cutOff(client), farewellMs).unref();
}

/** Closes the connection of a member who sends more than is taken, and has it noted who that was. */
export function dismissForAbuse(client: RoomClient, note: (userId: string, reason: string) => void): void {
  dismiss(client, abuseCloseCode, refuse('sends-too-much'));
  note(client.auth!.userId, 'sends too much');
}
