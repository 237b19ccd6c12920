import { connect } from 'node:net';
import { Client, type Room } from '@colyseus/sdk';
import { createGuest, createVisitor } from '../../server/testing/test-server.ts';
import { abuseCloseCode, clientMessageNames } from '../../shared/room/names.ts';
import { headOf, openRawLine, pourChunks } from './raw-connection.ts';
import { sleep } from '../support/until.ts';

/** Target of the attacks: a universe that every user may edit, and one that the attacker may not see. */
export interface AttackTarget {
  url: string;
  openId: string;
  privateId: string;
}

/** Runs an attack. @returns what the server wrongly allowed, or null. */
export type Attack = (target: AttackTarget) => Promise<string | null>;

const patienceMs = 20_000;

const messageTooBigCode = 1009;

/** Joins the open universe as a guest. */
async function enter({ url, openId }: AttackTarget): Promise<{ room: Room; closed: Promise<number> }> {
  const { cookie } = await createGuest(url);
  const room = await new Client(url, { headers: { cookie } }).joinOrCreate('universe', { universeId: openId });
  room.reconnection.enabled = false;
  room.onMessage('*', () => {});
  const closed = new Promise<number>((resolve) => {
    room.onLeave((code) => resolve(code));
    room.onError(() => {});
  });
  return { room, closed };
}

async function closedWith(closed: Promise<number>, wanted: readonly number[], what: string): Promise<string | null> {
  const code = await Promise.race([closed, sleep(patienceMs).then(() => null)]);
  if (code === null) return `${what}: was not closed`;
  return wanted.includes(code) ? null : `${what}: was closed with ${code}`;
}

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => ({ inner }), 0);

/** Payloads that are valid for no message: wrong types, numbers that are not finite, names of prototype properties. */
const malformed: readonly unknown[] = [
  null,
  undefined,
  7,
  'text',
  [],
  [[]],
  true,
  {},
  nested(100),
  'x'.repeat(50_000),
  Number.NaN,
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  { clientId: 'hostile-client', clientSequence: 1, edit: JSON.parse('{"kind":"parameters.set","values":{"__proto__":{"gravity":1}}}') },
  { clientId: 'hostile-client', clientSequence: 2, edit: { kind: 'parameters.set', values: { constructor: 1 } } },
  { clientId: 'hostile-client', clientSequence: 3, edit: { kind: 'parameters.set', values: { gravity: Number.NaN } } },
  { clientId: 'hostile-client', clientSequence: 4, edit: { kind: 'well.set', id: '__proto__', values: { x: Number.POSITIVE_INFINITY } } },
  { clientId: '__proto__', clientSequence: -1, edit: { kind: 'toString' } },
  { x: Number.NaN, y: Number.NEGATIVE_INFINITY, z: '0', visible: 1, editing: {} },
  { tick: -1, hash: 'constructor' },
  { name: 'a\0b' },
];

const malformedMessages: Attack = async (target) => {
  const { room, closed } = await enter(target);
  for (const payload of malformed) for (const name of [...clientMessageNames, '__proto__', 'constructor', '']) room.send(name, payload);
  return closedWith(closed, [abuseCloseCode], 'malformed messages');
};

const flood: Attack = async (target) => {
  const { room, closed } = await enter(target);
  const timer = setInterval(() => {
    for (let index = 0; index < 20; index += 1) room.send('cursor', { x: index, y: 0, z: 0, visible: true, editing: '' });
  }, 20);
  const found = await closedWith(closed, [abuseCloseCode], 'a thousand messages a second');
  clearInterval(timer);
  return found;
};

const welcomeAgain: Attack = async (target) => {
  const { room, closed } = await enter(target);
  for (let index = 0; index < 50; index += 1) room.send(index % 2 === 0 ? 'resync' : 'log', {});
  return closedWith(closed, [abuseCloseCode], 'asking for the whole log again and again');
};

const bigFrame: Attack = async (target) => {
  const { room, closed } = await enter(target);
  room.connection.send(new Uint8Array(1 << 20));
  return closedWith(closed, [messageTooBigCode, 1006], 'a frame of 1 MiB');
};

/** Sends invalid bytes after each code that a frame can begin with. */
const garbage: Attack = async (target) => {
  const { room, closed } = await enter(target);
  for (let code = 0; code < 256; code += 1) {
    if (code !== 12) room.connection.send(Uint8Array.from([code, 0xff, code, 0xc1, 0x91, 0xdf, 0xff, 0xff, 0xff, 0xff]));
  }
  await Promise.race([closed, sleep(500)]);
  room.connection.close();
  return null;
};

/** Requests much and reads nothing. */
const neverReads: Attack = async (target) => {
  const { url, openId } = target;
  const guest = await createGuest(url);
  const ticket = await guest.call<Record<'sessionId' | 'roomId' | 'processId', string>>('POST', '/matchmake/joinOrCreate/universe', {
    universeId: openId,
  });
  const { hostname, port, host } = new URL(url);
  const { sessionId, roomId, processId } = ticket.body;
  const socket = connect({ host: hostname, port: Number(port) });
  const closed = new Promise<number>((resolve) => socket.on('close', () => resolve(0)).on('error', () => {}));
  socket.write(
    `GET /${processId}/${roomId}?sessionId=${sessionId} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${guest.cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  await new Promise((resolve) => socket.once('data', resolve));
  socket.pause();
  // The message "joined", masked with zeroes.
  socket.write(Uint8Array.from([0x82, 0x81, 0, 0, 0, 0, 10]));
  // A paused socket notices its end only when it writes.
  const knocking = setInterval(() => socket.write(Uint8Array.from([0x82, 0x81, 0, 0, 0, 0, 18])), 500);
  const found = await closedWith(closed, [0], 'a connection that never reads');
  clearInterval(knocking);
  socket.destroy();
  return found;
};

const foreignOrigin: Attack = async ({ url, openId }) => {
  const guest = await createGuest(url);
  const origin = { origin: 'http://elsewhere.example' };
  const asked = await guest.call('POST', '/matchmake/joinOrCreate/universe', { universeId: openId }, origin);
  if (asked.status !== 403) return `a page of others was given a ticket: ${asked.status}`;
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  };
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  const headers = Object.entries({ host, ...origin, ...upgrade }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET /p/r?sessionId=s HTTP/1.1\r\n${headers.join('')}\r\n`);
  const answer = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())));
  socket.destroy();
  return answer.startsWith('HTTP/1.1 403') ? null : `a page of others opened a connection: ${answer.slice(0, 40)}`;
};

const closedDoors: Attack = async ({ url, openId, privateId }) => {
  const guest = await createGuest(url);
  const tries: [string, unknown][] = [
    ['/matchmake/joinOrCreate/universe', { universeId: privateId }],
    ['/matchmake/joinOrCreate/universe', { universeId: privateId, as: 'spectate' }],
    ['/matchmake/joinOrCreate/universe', { universeId: 'nowhere' }],
    ['/matchmake/joinOrCreate/universe', { universeId: openId, as: 'owner' }],
    ['/matchmake/joinOrCreate/universe', { universeId: { toString: 1 } }],
    ['/matchmake/joinOrCreate/universe', []],
    ['/matchmake/create/universe', { universeId: openId }],
    ['/matchmake/join/universe', { universeId: privateId }],
    ['/matchmake/joinById/universe', { universeId: openId }],
    ['/matchmake/constructor/universe', { universeId: openId }],
    ['/matchmake/__proto__/universe', { universeId: openId }],
    ['/matchmake/joinOrCreate/__proto__', { universeId: openId }],
    ['/matchmake/joinOrCreate/constructor', {}],
    ['/matchmake/reconnect/universe', { reconnectionToken: '__proto__' }],
  ];
  for (const [path, body] of tries) {
    const { status } = await guest.call('POST', path, body);
    if (status === 200) return `POST ${path} with ${JSON.stringify(body)} was let in`;
  }
  const stranger = await createVisitor(url).call('POST', '/matchmake/joinOrCreate/universe', { universeId: openId });
  return stranger.status === 200 ? 'somebody without an identity was let in to edit' : null;
};

/** Sends endless bodies to routes that may read one, without a session. */
const endlessBodies: Attack = async ({ url }) => {
  const lines = [
    '/matchmake/joinOrCreate/universe',
    '/matchmake/reconnect/universe',
    '/api/v1/auth/login',
    '/api/v1/universes/import',
    '/',
  ];
  const found = await Promise.all(
    lines.map(async (path) => {
      const line = openRawLine(url);
      line.write(headOf(url, `POST ${path} HTTP/1.1`, ['Content-Type: application/json', 'Transfer-Encoding: chunked']));
      const poured = await pourChunks(line, 100 << 20);
      const isClosed = await line.closed(patienceMs);
      return isClosed && poured < 16 << 20 && line.statuses[0]! < 500 ? null : `${path} took ${poured} bytes: ${line.text.slice(0, 40)}`;
    }),
  );
  return found.find((one) => one !== null) ?? null;
};

/** Reuses connections like a proxy: the unread body of a rejected request must not disturb the next request. */
const keptConnections: Attack = async ({ url, openId }) => {
  const body = JSON.stringify({ universeId: openId, filling: 'x'.repeat(20_000) });
  const found = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const line = openRawLine(url);
      const head = ['Content-Type: application/json', 'Origin: http://elsewhere.example', `Content-Length: ${body.length}`];
      line.write(headOf(url, 'POST /matchmake/joinOrCreate/universe HTTP/1.1', head) + body + headOf(url, 'GET /healthz HTTP/1.1'));
      const statuses = await line.answers(2);
      line.end();
      return statuses.join();
    }),
  );
  const wrong = found.find((statuses) => statuses !== '403,200');
  return wrong === undefined ? null : `after a refused request on a kept connection: ${wrong}`;
};

/** Sends invalid host names to routes that use them. */
const oddHosts: Attack = async ({ url }) => {
  const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
  const hosts = [['Host: ['], ['Host: a', 'Host: b'], ['Host: a@b'], ['Host: %'], ['X-Forwarded-Proto: [', 'Host: ::::']];
  const requests: [line: string, headers: string[]][] = [
    ['POST /matchmake/joinOrCreate/universe HTTP/1.1', ['Content-Type: application/json', 'Content-Length: 0']],
    ['GET / HTTP/1.1', []],
    ['GET /p/r?sessionId=s HTTP/1.1', upgrade],
    ['GET * HTTP/1.1', upgrade],
  ];
  const found = await Promise.all(
    hosts.flatMap((host) =>
      requests.map(async ([first, headers]) => {
        const line = openRawLine(url);
        line.write(headOf(url, first, [...host, ...headers]));
        const [status] = await line.answers(1);
        line.end();
        return status === 400 ? null : `${host.join()} on ${first}: ${status}`;
      }),
    ),
  );
  return found.find((one) => one !== null) ?? null;
};

export const attacks: Readonly<Record<string, Attack>> = {
  malformedMessages,
  flood,
  welcomeAgain,
  bigFrame,
  garbage,
  neverReads,
  foreignOrigin,
  closedDoors,
  endlessBodies,
  keptConnections,
  oddHosts,
};
