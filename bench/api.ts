import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UniverseDetail } from '../shared/api/contract/contract.ts';
import type { DatabaseConnection } from '../server/db/database.ts';
import { startServerProcess } from '../server/testing/server-process.ts';
import { testDatabases } from '../server/testing/test-databases.ts';
import { createGuest } from '../server/testing/test-server.ts';
import { statementsOf } from './api/capture.ts';
import { compareChanges } from './api/patched.ts';
import type { Statement } from './api/patched.ts';
import type { PeerRoute } from './api/peer.ts';
import { load, type LoadFigures, type Shot } from './api/load.ts';
import { measureLists } from './api/lists.ts';
import { startPeer } from './api/peer-process.ts';
import { seedUniverses } from './api/seed.ts';
import { median, rounded } from './statistics.ts';

const few = 1000;
const rounds = 5;
const seconds = 2;
const sessionSecret = 'of this benchmark alone, known to both servers';
const model = 'seed1';
const listPath = '/api/v1/universes?list=recent&limit=24';
const readPath = (universeId: string) => `/api/v1/universes/${universeId}`;

/** Headers as if each request came from its own address, so that the limits per address do not count. */
const from = (index: number) => ({ 'x-forwarded-for': `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}` });

interface Race {
  readonly ratio: number;
  readonly p99_ratio: number;
  readonly rate: number;
  readonly peer_rate: number;
  readonly p99_ms: number;
  readonly peer_p99_ms: number;
}

/** Loads server and peer in turns, under the same conditions; returns the medians. The first round warms up. */
async function race(url: string, peerUrl: string, shotOf: (index: number) => Shot, peerShotOf: (index: number) => Shot): Promise<Race> {
  const ours: LoadFigures[] = [];
  const theirs: LoadFigures[] = [];
  let [index, peerIndex] = [0, 0];
  for (let round = -1; round < rounds; round++) {
    const figures = [await load(url, seconds, () => shotOf(index++)), await load(peerUrl, seconds, () => peerShotOf(peerIndex++))] as const;
    if (round < 0) continue;
    ours.push(figures[0]);
    theirs.push(figures[1]);
  }
  const [rate, peerRate] = [ours, theirs].map((list) => median(list.map((one) => one.rate))) as [number, number];
  const [p99, peerP99] = [ours, theirs].map((list) => median(list.map((one) => one.p99))) as [number, number];
  return {
    ratio: rounded(rate / peerRate),
    p99_ratio: rounded(p99 / peerP99),
    rate: rounded(rate),
    peer_rate: rounded(peerRate),
    p99_ms: rounded(p99),
    peer_p99_ms: rounded(peerP99),
  };
}

/**
 * Compares the API with a bare Express server that uses the same driver, makes the same statements and answers with their rows: a universe
 * that is read, a page of a list, and a change of a group of parameters; then lists over 100 000 universes with lists over 1 000. On
 * PostgreSQL.
 */
export async function run(): Promise<Record<string, unknown>> {
  const directory = mkdtempSync(join(tmpdir(), 'harmonic-'));
  const database = await testDatabases.find(({ kind }) => kind === 'postgresql')!.open();
  const databaseUrl = database.url!;
  const server = await startServerProcess({
    DATA_DIR: directory,
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: sessionSecret,
    TRUST_PROXY: '1',
  });
  try {
    const ann = await createGuest(server.url);
    const { id } = (await ann.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
    await seedUniverses(database.connection, id, 1, few);
    const captured = await capture(databaseUrl, ann.cookie);
    const peer = await startPeer(databaseUrl, captured);
    try {
      await compareAnswers(server.url, peer.url, readPath('seed7'), listPath);
      const read = (index: number): Shot => ({ method: 'GET', path: readPath(`seed${1 + (index % few)}`), headers: from(index) });
      const reading = await race(server.url, peer.url, read, read);
      const list = (index: number): Shot => ({ method: 'GET', path: listPath, headers: from(index) });
      const listing = await race(server.url, peer.url, list, list);
      const changed = await raceChanges(server.url, peer.url, ann.cookie, database.connection);
      const lists = await measureLists(server.url, database.connection, id, few, from);
      const all = [reading, listing, changed];
      return {
        ratio: Math.min(...all.map((one) => one.ratio)),
        p99_ratio: Math.max(...all.map((one) => one.p99_ratio)),
        statements: Object.fromEntries(captured.map(({ path, method, statements }) => [`${method} ${path}`, statements.length])),
        read: reading,
        list: listing,
        patch: changed,
        lists,
      };
    } finally {
      peer.stop();
    }
  } finally {
    await server.end('SIGTERM');
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Captures the server's statements for the three requests, as routes of the peer. */
async function capture(databaseUrl: string, cookie: string): Promise<PeerRoute[]> {
  const get = (path: string) => async (url: string) => void (await fetch(url + path));
  const change = (n: number) => async (url: string) => {
    const { path, ...shot } = changeOf(model, n, cookie);
    const answer = await fetch(url + path, shot);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  const requests = [get(readPath(model)), get(listPath), ...[0, 1, 2].map(change)];
  const [read, list, , first, second] = await statementsOf(databaseUrl, sessionSecret, requests);
  // The rows of the journal travel as JSON text.
  const withPlace = (value: unknown) => {
    if (value === model) return 'ID';
    return typeof value === 'string' ? value.replaceAll(`"${model}"`, '"ID"') : value;
  };
  const placed = (statements: readonly Statement[]) =>
    statements.map(({ text, parameters }) => ({ text, parameters: parameters.map(withPlace) }));
  return [
    { method: 'get', path: readPath(':id'), statements: placed(read!) },
    { method: 'get', path: listPath.split('?')[0]!, statements: list! },
    {
      method: 'patch',
      path: `${readPath(':id')}/parameters/music`,
      statements: compareChanges(placed(first!), placed(second!)),
    },
  ];
}

/** A change of a universe that differs from the previous change. */
const changeOf = (universeId: string, n: number, cookie: string) => ({
  method: 'PATCH' as const,
  path: `${readPath(universeId)}/parameters/music`,
  body: JSON.stringify({ tempo: 120 + (n % 2) }),
  headers: { cookie, 'content-type': 'application/json' },
});

/** Lets server and peer change different universes, each of which the server has changed once before, like the model. */
async function raceChanges(url: string, peerUrl: string, cookie: string, { query }: DatabaseConnection): Promise<Race> {
  const half = few / 2 - 1;
  for (let index = 2; index <= few; index++) {
    const { path, ...shot } = changeOf(`seed${index}`, 0, cookie);
    const answer = await fetch(url + path, { ...shot, headers: { ...shot.headers, ...from(index) } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
  const shotOf = (first: number) => (index: number) => {
    const { headers, ...shot } = changeOf(`seed${first + (index % half)}`, 1 + Math.floor(index / half), cookie);
    return { ...shot, headers: { ...headers, ...from(index) } };
  };
  const figures = await race(url, peerUrl, shotOf(2), shotOf(3 + half));
  const written = async (first: number) => {
    const ids = Array.from({ length: half }, (_, index) => `seed${first + index}`);
    const { rows } = await query(
      'select count(*)::integer as changes, max(sequence) as last from edit_journal where universe_id = any($1)',
      [ids],
    );
    return rows[0] as { changes: number; last: number };
  };
  const [ours, theirs] = [await written(2), await written(3 + half)];
  if (ours.changes < 2 * half || theirs.changes < 2 * half) throw new Error(`changes got lost: ${JSON.stringify({ ours, theirs })}`);
  return figures;
}

/** Checks that both answers have the same content. @throws Error when the peer answers with less. */
async function compareAnswers(url: string, peerUrl: string, readPath: string, listPath: string): Promise<void> {
  const json = async (address: string) => (await (await fetch(address)).json()) as unknown;
  const detail = (await json(url + readPath)) as UniverseDetail;
  // The document is text within JSON: its quotes are escaped.
  const rows = JSON.stringify(await json(peerUrl + readPath)).replaceAll('\\', '');
  const { universes } = (await json(url + listPath)) as { universes: { id: string }[] };
  const listRows = JSON.stringify(await json(peerUrl + listPath));
  const missing = [
    !rows.includes(detail.name) && 'its name',
    !rows.includes(String(detail.document.parameters.boundsSize)) && 'its parameters',
    ...detail.document.wells.map((well) => !rows.includes(`"id":"${well.id}"`) && well.id),
    universes.length !== 24 && `24 universes, but ${universes.length}`,
    ...universes.map((universe) => !listRows.includes(universe.id) && universe.id),
  ].filter(Boolean);
  if (missing.length > 0) throw new Error(`the peer does not answer with ${missing.join(', ')}`);
}
