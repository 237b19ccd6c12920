import './node-sockets.ts';
import { Client, type Room } from '@colyseus/sdk';
import type { WebSocket } from 'ws';
import type { JoinOptions, Welcome } from '../../shared/room/messages.ts';
import type { ClientMessageName } from '../../shared/room/names.ts';
import type { UniverseState } from '../../shared/room/state.ts';
import type { Visitor } from './test-server.ts';

/** What matchmaking answers: a seat that one connection may take. */
interface Ticket {
  name: string;
  sessionId: string;
  roomId: string;
}

/** A connection to a room by the SDK alone, which does what a hostile client would do with it. */
export interface RawMember {
  readonly room: Room<unknown, UniverseState>;
  readonly memberId: string;
  /** Client ids of the edits that it was told. */
  readonly heard: ReadonlySet<string>;
  send(name: ClientMessageName, payload: unknown): void;
  /** Ends the connection without a word, as a dropped line does. */
  cut(): void;
  /** Reads nothing from now on, so that it never answers a close frame, and goes on sending. */
  deafen(): void;
  /** Reads again what has come meanwhile. */
  listen(): void;
}

const sdkOf = (url: string, cookie: string) => new Client(url, { headers: { cookie } });

/** Asks matchmaking for a ticket and does not use it. @throws where it is refused. */
export async function askTicket(url: string, { cookie }: Pick<Visitor, 'cookie'>, options: JoinOptions): Promise<Ticket> {
  const response = await fetch(`${url}/matchmake/joinOrCreate/universe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(options),
  });
  if (!response.ok) throw new Error(`matchmaking: ${response.status}`);
  return (await response.json()) as Ticket;
}

/** Takes a seat with a ticket, sending `cookie`. @throws where the server does not let the connection in. */
export const useTicket = async (url: string, cookie: string, ticket: Ticket): Promise<RawMember> =>
  watch(await sdkOf(url, cookie).consumeSeatReservation<UniverseState>(ticket));

/** Comes back with the token of an earlier connection, sending `cookie`. @throws where the server does not let the connection in. */
export const reconnect = async (url: string, cookie: string, token: string): Promise<RawMember> =>
  watch(await sdkOf(url, cookie).reconnect<UniverseState>(token));

export const enter = async (url: string, visitor: Pick<Visitor, 'cookie'>, options: JoinOptions): Promise<RawMember> =>
  useTicket(url, visitor.cookie, await askTicket(url, visitor, options));

/** @throws where no welcome comes: then it was not let in. */
async function watch(room: Room<unknown, UniverseState>): Promise<RawMember> {
  room.reconnection.enabled = false;
  const heard = new Set<string>();
  let memberId = '';
  let welcomed = () => {};
  const arrived = new Promise<void>((resolve, reject) => {
    welcomed = resolve;
    room.onLeave(() => reject(new Error('not let in')));
  });
  room.onMessage('*', () => {});
  room.onMessage<Welcome>('welcome', (welcome) => {
    memberId = welcome.memberId;
    welcomed();
  });
  room.onMessage<{ edits: { clientId: string }[] }>('edits', ({ edits }) => {
    for (const { clientId } of edits) heard.add(clientId);
  });
  await arrived;
  const socket = (room.connection.transport as unknown as { ws: WebSocket }).ws;
  if (typeof socket.terminate !== 'function') throw new Error('node-sockets.ts has to be loaded before the SDK.');
  return {
    room,
    get memberId() {
      return memberId;
    },
    heard,
    send(name, payload) {
      // The SDK itself sends nothing on a connection that it believes closed.
      if (socket.readyState === socket.OPEN) room.send(name, payload);
    },
    cut: () => socket.terminate(),
    deafen: () => socket.pause(),
    listen: () => socket.resume(),
  };
}
