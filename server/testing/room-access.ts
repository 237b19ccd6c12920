import './node-sockets.ts';
import { Client, type Room } from '@colyseus/sdk';
import type { WebSocket } from 'ws';
import type { JoinOptions, Welcome } from '../../shared/room/messages.ts';
import type { ClientMessageName } from '../../shared/room/names.ts';
import type { UniverseState } from '../../shared/room/state.ts';
import type { Visitor } from './test-server.ts';

/** The answer of matchmaking: a seat that one connection may take. */
interface Ticket {
  name: string;
  sessionId: string;
  roomId: string;
}

/** A connection to a room by the SDK alone, which can behave like a hostile client. */
export interface RawMember {
  readonly room: Room<unknown, UniverseState>;
  readonly memberId: string;
  /** Client ids of the edits that it received. */
  readonly heard: ReadonlySet<string>;
  send(name: ClientMessageName, payload: unknown): void;
  /** Terminates the connection without a close frame, as a network failure does. */
  cut(): void;
  /** Stops reading, so that it never answers a close frame, and can still send. */
  deafen(): void;
  /** Resumes reading, also what arrived meanwhile. */
  listen(): void;
}

const sdkOf = (url: string, cookie: string) => new Client(url, { headers: { cookie } });

/** Requests a ticket from matchmaking without using it. @throws if it is refused. */
export async function askTicket(url: string, { cookie }: Pick<Visitor, 'cookie'>, options: JoinOptions): Promise<Ticket> {
  const response = await fetch(`${url}/matchmake/joinOrCreate/universe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(options),
  });
  if (!response.ok) throw new Error(`matchmaking: ${response.status}`);
  return (await response.json()) as Ticket;
}

/** Takes a seat with a ticket, sending `cookie`. @throws if the server rejects the connection. */
export const useTicket = async (url: string, cookie: string, ticket: Ticket): Promise<RawMember> =>
  watch(await sdkOf(url, cookie).consumeSeatReservation<UniverseState>(ticket));

/** Reconnects with the token of an earlier connection, sending `cookie`. @throws if the server rejects the connection. */
export const reconnect = async (url: string, cookie: string, token: string): Promise<RawMember> =>
  watch(await sdkOf(url, cookie).reconnect<UniverseState>(token));

export const enter = async (url: string, visitor: Pick<Visitor, 'cookie'>, options: JoinOptions): Promise<RawMember> =>
  useTicket(url, visitor.cookie, await askTicket(url, visitor, options));

/** Waits for the welcome. @throws if none arrives, since the connection was rejected then. */
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
      // The SDK sends nothing on a connection that it considers closed.
      if (socket.readyState === socket.OPEN) room.send(name, payload);
    },
    cut: () => socket.terminate(),
    deafen: () => socket.pause(),
    listen: () => socket.resume(),
  };
}
