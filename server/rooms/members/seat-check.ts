import { matchMaker, type Room } from '@colyseus/core';
import type { SessionOfUser } from '../../auth/session-user.ts';
import { cutOff } from '../line.ts';
import type { Admission, RoomClient } from './room-client.ts';

/** Colyseus keeps what `onAuth` gave beside a seat until it is taken, and hands it to nobody: it is looked up where it is kept. */
const reservedFor = (room: Room, seatId: string) => room['_reservedSeats'][seatId]?.[1] as Admission | undefined;

const connectionOn = (room: Room, seatId: string) => room.clients.get(seatId) as RoomClient | undefined;

/**
 * The seat that a reconnection token is for; '' where it is for none. A connection that is alive stays so: unlike Colyseus,
 * which closes it for anybody who has the token, its session is asked for first.
 */
export function seatOfToken(room: Room, token: string): string {
  const seatId = room['_reconnections'][token]?.[0];
  if (seatId !== undefined && room['_reservedSeats'][seatId]?.[3]) return seatId;
  return room.clients.find((client) => client.reconnectionToken === token)?.sessionId ?? '';
}

/**
 * Tells whether a connection may take the seat that its address names. Tickets and reconnection tokens open a seat only together
 * with the cookie of the session that was given it; who watches without an identity has none. A connection that is there still is
 * cut then, to be taken over. A seat that does not exist is for the room to refuse.
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
    if (alive && alive.reconnectionToken === searchParams.get('reconnectionToken')) cutOff(alive);
    return true;
  };
}
