import { matchMaker, type Room } from '@colyseus/core';
import type { SessionOfUser } from '../../auth/session-user.ts';
import { cutOff } from '../send-queue.ts';
import type { Admission, RoomClient } from './room-client.ts';

/**
 * Returns the admission of a reserved seat. Colyseus keeps the result of `onAuth` with the seat until it is taken, without a public
 * accessor.
 */
const reservedFor = (room: Room, seatId: string) => room['_reservedSeats'][seatId]?.[1] as Admission | undefined;

const connectionOn = (room: Room, seatId: string) => room.clients.get(seatId) as RoomClient | undefined;

/**
 * Returns the seat of a reconnection token, or ''. A live connection stays open: Colyseus would close it for any client with the token;
 * here, the session is checked first.
 */
export function seatOfToken(room: Room, token: string): string {
  const seatId = room['_reconnections'][token]?.[0];
  if (seatId !== undefined && room['_reservedSeats'][seatId]?.[3]) return seatId;
  return room.clients.find((client) => client.reconnectionToken === token)?.sessionId ?? '';
}

/**
 * Creates the check of whether a connection may take the seat in its URL. Tickets and reconnection tokens open a seat only together with
 * the session cookie that they were issued to; spectators without an identity have none. If the check passes, a live connection on the seat
 * is terminated, to be taken over. The room rejects a seat that does not exist.
 */
export function createSeatCheck(sessionOf: (cookie: string | undefined) => Promise<SessionOfUser | null>) {
  const isHeldBy = async ({ sessionKey, userId }: Admission, cookie: string | undefined) => {
    if (sessionKey === null) return true;
    const session = await sessionOf(cookie);
    return session !== null && session.sessionId === sessionKey && session.user.id === userId;
  };

  return async (address: string, cookie: string | undefined): Promise<boolean> => {
    const { pathname, searchParams } = new URL(address);
    const room = matchMaker.getLocalRoomById(pathname.slice(pathname.lastIndexOf('/') + 1));
    const seatId = searchParams.get('sessionId') ?? '';
    if (!room) return true;
    const holder = reservedFor(room, seatId) ?? connectionOn(room, seatId)?.auth;
    if (holder && !(await isHeldBy(holder, cookie))) return false;
    const alive = connectionOn(room, seatId);
    if (alive && alive.reconnectionToken === searchParams.get('reconnectionToken')) cutOff(alive, 'replaced');
    return true;
  };
}
