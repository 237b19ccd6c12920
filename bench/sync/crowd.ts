/** A process of clients with plain WebSockets, controlled by its parent. */
import { setInterval } from 'node:timers';
import { Client } from '@colyseus/sdk';
import { WebSocket } from 'ws';
import type { CrowdOrder, CrowdReport, Seat } from './orders.ts';

/** First bytes of frames in Colyseus. */
const joined = 10;
const roomData = 13;
/** Period of the clock that edits carry, in ms: the gravity of an edit, 0 to 20, is a millionth of the time. */
const clockMs = 20_000_000;
const perMs = 1e-6;
const slowestMs = 5000;

const now = () => (performance.timeOrigin + performance.now()) % clockMs;
const key = Buffer.from('gravity');
const float64 = 0xcb;

let latencies = new Uint32Array(slowestMs);
let delivered = 0;
/** Bytes and frames received by the clients of each kind. */
let told = { player: { bytes: 0, frames: 0 }, watcher: { bytes: 0, frames: 0 } };
let counted = { player: 0, watcher: 0 };
const players: (() => void)[] = [];
const timers: NodeJS.Timeout[] = [];
const goodbyes: (() => void)[] = [];

/** The last frame and the send times of its `gravity` edits, kept because all clients of a kind get the same frame. */
let last = { frame: Buffer.alloc(0), sent: [] as number[] };
function sentTimes(frame: Buffer): number[] {
  if (last.frame.equals(frame)) return last.sent;
  const sent: number[] = [];
  for (let at = frame.indexOf(key); at >= 0; at = frame.indexOf(key, at + key.length)) {
    const value = at + key.length;
    if (frame[value] === float64) sent.push(frame.readDoubleBE(value + 1) / perMs);
  }
  last = { frame: Buffer.from(frame), sent };
  return sent;
}

function hear(frame: Buffer, kind: Seat['kind']): void {
  told[kind].bytes += frame.length + (frame.length < 126 ? 2 : 4);
  told[kind].frames += 1;
  if (frame[0] !== roomData) return;
  const presentMs = now();
  for (const sentMs of sentTimes(frame)) {
    const took = Math.floor((presentMs - sentMs + clockMs) % clockMs);
    latencies[Math.max(0, Math.min(slowestMs - 1, took))]! += 1;
    delivered += 1;
  }
}

async function sit(seat: Seat, url: string, cookie: string): Promise<void> {
  const headers = { cookie, 'x-forwarded-for': seat.address };
  if (seat.kind === 'player' && seat.universeId !== null) await play(url, headers, seat.universeId);
  else await listen(seat, seat.universeId === null ? url.replace('http', 'ws') : await ticket(seat, url, headers), headers);
  counted[seat.kind] += 1;
}

/** Joins with the client library of the pages, and listens on its socket. */
async function play(url: string, headers: Record<string, string>, universeId: string): Promise<void> {
  const room = await new Client(url, { headers }).joinOrCreate('universe', { universeId });
  room.reconnection.enabled = false;
  room.onMessage('*', () => {});
  const { ws } = room.connection.transport as unknown as { ws: globalThis.WebSocket };
  ws.addEventListener('message', ({ data }) => hear(Buffer.from(data as ArrayBuffer), 'player'));
  goodbyes.push(() => void room.leave(false));
  let clientSequence = 0;
  const clientId = crypto.randomUUID();
  players.push(() => {
    clientSequence += 1;
    room.send('edit', { clientId, clientSequence, edit: { kind: 'parameters.set', values: { gravity: now() * perMs } } });
  });
}

/** Listens on a plain socket; at the plain server, a player also edits by it. */
async function listen(seat: Seat, address: string, headers: Record<string, string>): Promise<void> {
  const socket = new WebSocket(address, { headers, perMessageDeflate: false });
  goodbyes.push(() => socket.terminate());
  socket.on('message', (data: Buffer) => {
    if (data[0] === joined) socket.send(Uint8Array.from([joined]));
    hear(data, seat.kind);
  });
  await new Promise((resolve, reject) =>
    socket
      .once('message', resolve)
      .once('open', seat.universeId ? () => {} : resolve)
      .once('error', reject),
  );
  if (seat.kind === 'player') players.push(() => socket.send(editFrame(now() * perMs)));
}

/** The part of an edit that the plain server reads. */
function editFrame(value: number): Buffer {
  const frame = Buffer.alloc(key.length + 9);
  key.copy(frame);
  frame[key.length] = float64;
  frame.writeDoubleBE(value, key.length + 1);
  return frame;
}

async function ticket(seat: Seat, url: string, headers: Record<string, string>): Promise<string> {
  const body = JSON.stringify({ universeId: seat.universeId, as: seat.kind === 'player' ? 'edit' : 'spectate' });
  const answer = await fetch(`${url}/matchmake/joinOrCreate/universe`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  });
  if (!answer.ok) throw new Error(`no ticket: ${answer.status} ${await answer.text()}`);
  const { sessionId, roomId, processId } = (await answer.json()) as Record<'sessionId' | 'roomId' | 'processId', string>;
  return `${url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`;
}

function clear(): void {
  latencies = new Uint32Array(slowestMs);
  delivered = 0;
  told = { player: { bytes: 0, frames: 0 }, watcher: { bytes: 0, frames: 0 } };
}

const rest = () => timers.splice(0).forEach((timer) => clearInterval(timer));

process.on('message', (order: CrowdOrder) => {
  const answer = (report: CrowdReport) => process.send!(report);
  switch (order.kind) {
    case 'sit':
      void (async () => {
        for (const seat of order.seats) await sit(seat, order.url, order.cookie);
        answer({ kind: 'done' });
      })();
      return;
    case 'edit':
      players.forEach((edit, index) =>
        setTimeout(() => timers.push(setInterval(edit, order.everyMs)), (index * order.everyMs) / players.length),
      );
      return answer({ kind: 'done' });
    case 'rest':
      rest();
      return answer({ kind: 'done' });
    case 'clear':
      clear();
      return answer({ kind: 'done' });
    case 'report':
      return answer({ kind: 'figures', latencies: [...latencies], delivered, told, counted });
    case 'leave':
      rest();
      for (const leave of goodbyes.splice(0)) leave();
      players.length = 0;
      counted = { player: 0, watcher: 0 };
      clear();
      return answer({ kind: 'done' });
  }
});
