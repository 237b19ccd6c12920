import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, type Room } from '@colyseus/sdk';
import { bodyTypes } from '../../shared/api/body-limits.ts';
import type { ConfirmMessage, JoinOptions, ServerMessages } from '../../shared/room/messages.ts';
import { type ClientMessageName, presenceNames, shortConfirmType } from '../../shared/room/names.ts';
import { lengthenTick } from '../../shared/room/short-tick.ts';
import type { UniverseState } from '../../shared/room/state.ts';
import { freePort } from '../../tests/support/free-port.ts';
import { type App, startApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../ops/log.ts';
import { openTestDatabase, type TestDatabase } from './test-databases.ts';

const directoryOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export interface TestServer {
  readonly url: string;
  /** The address of its metrics; null without `METRICS_PORT`. */
  readonly metricsUrl: string | null;
  /** Its data directory; the client that it serves is in `dist` there. */
  readonly directory: string;
  /** Runs SQL, for states that no request can cause. */
  query(text: string, parameters?: unknown[]): Promise<{ rows: unknown[] }>;
  stop(): Promise<void>;
}

/**
 * Starts the whole server on a free port, with a database that is deleted afterwards.
 * @param log by default a silent one
 * @param opening by default a new database of the usual kind
 */
export async function startTestServer(
  variables: Record<string, string> = {},
  log = createLog('silent'),
  opening: Promise<TestDatabase> = openTestDatabase(),
): Promise<TestServer> {
  const directory = mkdtempSync(joinPath(tmpdir(), 'harmonic-'));
  // With a public URL, the server accepts no other host, so that of the test must be allowed too.
  const PORT = variables.PUBLIC_URL === undefined ? '0' : String(await freePort());
  const own: Record<string, string> = PORT === '0' ? {} : { ALLOWED_ORIGINS: `http://127.0.0.1:${PORT}` };
  const config = readConfig({ NODE_ENV: 'test', PORT, ...own, HOST: '127.0.0.1', DATA_DIR: directory, ...variables });
  const database = await opening;
  const directories = {
    client: joinPath(directory, 'dist'),
    templates: directoryOf('assets/templates'),
    thumbnails: joinPath(directory, 'thumbnails'),
  };
  const app: App = await startApp(config, database.connection, directories, log);
  return {
    url: `http://127.0.0.1:${app.port}`,
    metricsUrl: app.metricsPort === null ? null : `http://127.0.0.1:${app.metricsPort}/metrics`,
    directory,
    query: (text, parameters) => database.connection.query(text, parameters),
    async stop() {
      await app.close();
      await database.discard();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export interface Answer<T> {
  status: number;
  headers: Headers;
  /** The body, of the type that the test expects. */
  body: T;
}

/** A client with a cookie jar of its own. */
export interface Visitor {
  readonly cookie: string;
  call<T = unknown>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
}

/** Creates a visitor. @param always headers of every call. */
export function createVisitor(url: string, always: Record<string, string> = {}): Visitor {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    get cookie() {
      return cookie();
    },
    async call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const isBytes = body instanceof Uint8Array;
      const sent =
        body === undefined
          ? {}
          : { body: typeof body === 'string' || isBytes ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body) };
      const type: Record<string, string> = body === undefined ? {} : { 'content-type': bodyTypes[isBytes ? 'thumbnail' : 'usual'] };
      const response = await fetch(`${url}${path}`, { method, headers: { ...type, cookie: cookie(), ...always, ...headers }, ...sent });
      for (const set of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
        jar.set(name!, value!);
      }
      return { status: response.status, headers: response.headers, body: (await bodyOf(response)) as T };
    },
  };
}

/** Reads a body: JSON as a value, an image as bytes, everything else as text. */
async function bodyOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('image/')) return new Uint8Array(await response.arrayBuffer());
  const text = await response.text();
  return type.includes('json') ? JSON.parse(text) : text;
}

/** Creates a visitor with an identity. */
export async function createGuest(url: string): Promise<Visitor> {
  const visitor = createVisitor(url);
  await visitor.call('GET', '/api/v1/me');
  return visitor;
}

/** A connection to a room that stores all messages it receives. */
export interface Listener {
  readonly room: Room<unknown, UniverseState>;
  readonly heard: { [N in keyof ServerMessages]: ServerMessages[N][] };
  /** The received messages, in order. */
  readonly order: { name: keyof ServerMessages; payload: unknown }[];
  send(name: ClientMessageName, payload: unknown): void;
  /** Waits until `found` returns something. */
  until<T>(found: () => T | undefined | false | null): Promise<T>;
}

const serverMessageNames = [
  'welcome',
  'log',
  'edits',
  'confirm',
  'refused',
  'acknowledged',
  'snapshotRequest',
  'hashRequest',
  'comments',
  'pong',
  ...presenceNames,
] as const;

export async function join(url: string, visitor: Visitor, options: JoinOptions): Promise<Listener> {
  const client = new Client(url, { headers: { cookie: visitor.cookie } });
  const room = await client.joinOrCreate<UniverseState>('universe', options);
  room.reconnection.enabled = false;
  const heard = Object.fromEntries(serverMessageNames.map((name) => [name, []])) as unknown as Listener['heard'];
  const order: Listener['order'] = [];
  let lastTick = 0;
  const note = (name: (typeof serverMessageNames)[number], payload: never) => {
    heard[name].push(payload);
    order.push({ name, payload });
  };
  const confirm = ({ tick, playing }: ConfirmMessage) => {
    lastTick = tick;
    note('confirm', { tick, playing } as never);
  };
  for (const name of serverMessageNames) {
    room.onMessage(name, (payload: never) => {
      if (name === 'confirm') return confirm(payload);
      note(name, payload);
      if (name === 'edits') confirm(payload);
      if (name === 'welcome') lastTick = (payload as ServerMessages['welcome']).tick;
    });
  }
  room.onMessage<number>(shortConfirmType, (short) => confirm({ tick: lengthenTick(short, lastTick), playing: true }));
  const until: Listener['until'] = async (found) => {
    const deadline = performance.now() + 8000;
    for (;;) {
      const value = found();
      if (value) return value;
      if (performance.now() > deadline) throw new Error(`Waited in vain. Heard: ${JSON.stringify(order.slice(-5))}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  await until(() => heard.welcome.length > 0);
  return { room, heard, order, send: (name, payload) => room.send(name, payload), until };
}
