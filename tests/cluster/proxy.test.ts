import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { bodyLimits } from '../../shared/api/body-limits.ts';
import { apiPaths, apiPrefix } from '../../shared/api/contract/paths.ts';
import { snapshotPartBytes } from '../../shared/room/snapshot-parts.ts';
import { makeCertificate, type SelfSigned } from '../../tools/cluster/certificate.ts';
import { createNginx, type NginxPart } from '../../tools/cluster/nginx.ts';
import { freePorts } from '../../tools/cluster/ports.ts';
import { findClusterPrograms, missingPackages } from '../../tools/cluster/programs.ts';
import { type SiteAsk, asker } from './ask.ts';
import { type Received, type StandIn, startStandIn } from './stand-in.ts';

const missing = missingPackages();
const hash = 'ABCD_-34';
const script = 'export const answer = 42;\n'.repeat(100);
const universe = (id: string) => `${apiPrefix}/universes/${id}`;
const matchmaking = (id: string) => `/room/${id}/matchmake/joinOrCreate/universe`;
const anyIds = Array.from({ length: 12 }, (_, index) => `universe${index}`);

let folder: string;
let certificate: SelfSigned;
let nginx: NginxPart;
let plainPort: number;
let ask: SiteAsk;
let processes: StandIn[];

beforeAll(async () => {
  if (missing.length > 0) return;
  folder = mkdtempSync(join(tmpdir(), 'harmonic-'));
  const { nginx: program, brotliModule, openssl } = findClusterPrograms();
  processes = await Promise.all(['a', 'b'].map(startStandIn));
  certificate = makeCertificate(openssl, folder, 'localhost');
  const assets = join(folder, 'public');
  mkdirSync(join(assets, 'assets'), { recursive: true });
  writeFileSync(join(assets, `assets/old-${hash}.js`), script);
  writeFileSync(join(assets, `assets/old-${hash}.js.gz`), gzipSync(script));
  writeFileSync(join(assets, `assets/old-${hash}.js.br`), 'brotli');
  const [port, plain] = (await freePorts(2)) as [number, number];
  plainPort = plain;
  const place = { program, brotliModule, host: 'localhost', port, plainPort, certificate, assets };
  nginx = createNginx({ ...place, processes, folder: join(folder, 'nginx'), logFile: join(folder, 'nginx.log') });
  await nginx.start();
  ask = asker(nginx.url, certificate.pem);
});
afterAll(async () => {
  if (missing.length > 0) return;
  await nginx?.stop();
  await Promise.all(processes.map((process) => process.stop()));
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  for (const process of processes ?? []) {
    process.act = null;
    process.forget();
  }
});

const other = (process: StandIn) => processes.find((candidate) => candidate !== process)!;
const got = (text: string) => JSON.parse(text) as Received;

/** Returns a universe of the process with this index, and the two processes. */
async function universeOf(index: number): Promise<{ id: string; own: StandIn; foreign: StandIn }> {
  const own = processes[index]!;
  for (const id of anyIds) {
    if (got((await ask(universe(id))).text).process !== own.name) continue;
    for (const process of processes) process.forget();
    return { id, own, foreign: other(own) };
  }
  throw new Error(`no universe is hashed to ${own.name}`);
}

describe.skipIf(missing.length > 0)('the way of a request', () => {
  it('leads by the universe: its API and its room to one process, and universes to all', async () => {
    const used = new Set<string>();
    for (const id of anyIds) {
      const answers = [
        await ask(universe(id)),
        await ask(`${universe(id)}/comments`),
        await ask(matchmaking(id), { method: 'POST', body: '{}' }),
      ];
      const names = new Set(answers.map(({ text }) => got(text).process));
      expect([...names]).toHaveLength(1);
      for (const name of names) used.add(name);
    }
    expect(used.size).toBe(2);
  });

  it('leads everything else to each process in turn', async () => {
    const answers = [];
    for (let turn = 0; turn < 8; turn += 1) answers.push(got((await ask(apiPaths.getMe.path)).text).process);
    expect(new Set(answers).size).toBe(2);
  });

  it('goes on to the process that the first one names, with method, path and body', async () => {
    const { id, own, foreign } = await universeOf(0);
    own.act = (_request, response) => response.writeHead(200, { 'x-accel-redirect': `@at_${foreign.name}` }).end();
    const body = JSON.stringify({ text: 'x'.repeat(bodyLimits.usual - 100) });
    for (const [method, path, beginning] of [
      ['PATCH', `${universe(id)}/parameters/physics?a=%20b`, ''],
      ['POST', matchmaking(id), ''],
      ['PATCH', `${universe(id)}/parameters/physics?a=%20b`, `/at/${own.name}`],
    ] as const) {
      const { status, text } = await ask(`${beginning}${path}`, { method, body, headers: { 'content-type': 'application/json' } });
      expect(status).toBe(200);
      expect(got(text)).toMatchObject({ process: foreign.name, method, url: path, body, headers: { 'x-harmonic-forwarded': '1' } });
    }
  });

  it('is marked as forwarded by the proxy alone, and describes the client as the proxy sees it', async () => {
    const headers = {
      'x-harmonic-forwarded': '1',
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'elsewhere.example',
      'x-forwarded-proto': 'http',
      forwarded: 'for=203.0.113.9',
      'x-request-id': 'chosen',
    };
    const { id } = await universeOf(1);
    for (const path of ['/', universe(id), '/at/a/x', matchmaking(id)]) {
      const { headers: seen } = got((await ask(path, { headers })).text);
      expect(seen['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
      expect(seen).toMatchObject({ host: new URL(nginx.url).host, 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'https' });
      expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['x-harmonic-forwarded']));
      expect(seen).not.toHaveProperty('forwarded');
      expect(seen).not.toHaveProperty('x-forwarded-host');
    }
  });

  it('leads to a process by its name, also with a part of a snapshot', async () => {
    const part = Buffer.alloc(snapshotPartBytes, 1);
    for (const { name } of processes) {
      const { text } = await ask(`/at/${name}${apiPrefix}/rooms/snapshots/x?y=1`, { method: 'POST', body: part });
      expect(got(text)).toMatchObject({ process: name, url: `${apiPrefix}/rooms/snapshots/x?y=1` });
    }
    expect((await ask('/at/gone/x')).status).toBe(404);
  });

  it('leads past a process to another, which may hand the question for a seat on to the first', async () => {
    for (const [index, name] of ['a', 'b'].entries()) {
      const { id, own, foreign } = await universeOf(index);
      expect(own.name).toBe(name);
      const asked = () => ask(`/past/${name}${matchmaking(id)}?x=1`, { method: 'POST', body: '{"a":1}' });
      expect(got((await asked()).text)).toMatchObject({ process: foreign.name, url: `${matchmaking(id)}?x=1`, body: '{"a":1}' });
      foreign.act = (_request, response) => response.writeHead(200, { 'x-accel-redirect': `@at_${name}` }).end();
      expect(got((await asked()).text)).toMatchObject({ process: name, body: '{"a":1}', headers: { 'x-harmonic-forwarded': '1' } });
      foreign.act = null;
    }
  });

  it.each(['/at/b/process/room', '/room/universe1/process/room'])('opens a socket at %s', async (path) => {
    const socket = new WebSocket(`${nginx.url.replace('https', 'wss')}${path}`, { ca: certificate.pem });
    const [greeting] = (await once(socket, 'message')) as [Buffer];
    expect(greeting.toString()).toMatch(path.startsWith('/at/b') ? /^b \/process\/room$/ : new RegExp(`^[ab] ${path}$`));
    socket.send('hello');
    const [echo] = (await once(socket, 'message')) as [Buffer];
    expect(echo.toString()).toBe('hello');
    socket.terminate();
  });

  it('ends for what only those within may ask', async () => {
    for (const path of ['/metrics', '/readyz', '/READYZ/', '/%72eadyz', '/at/a/metrics', '/at/b/readyz?x', '//readyz']) {
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    }
    expect(processes.flatMap(({ received }) => received)).toEqual([]);
    expect((await ask('/healthz')).status).toBe(200);
  });
});

describe.skipIf(missing.length > 0)('a process that fails', () => {
  const hangUp: StandIn['act'] = (_request, response) => response.destroy();

  // Nothing that failed before counts.
  beforeEach(async () => {
    await nginx.stop();
    await nginx.start();
  });

  it('is passed over for a request that only reads', async () => {
    const { id, own, foreign } = await universeOf(0);
    own.act = hangUp;
    expect(got((await ask(universe(id))).text).process).toBe(foreign.name);
  });

  it('gets an edit that nobody repeats, and the answer says in JSON that nothing is sure', async () => {
    const { id, own, foreign } = await universeOf(1);
    own.act = hangUp;
    const { status, headers, text } = await ask(`${universe(id)}/parameters/physics`, { method: 'PATCH', body: '{}' });
    expect({ status, type: headers['content-type'], wait: headers['retry-after'] }).toEqual({
      status: 503,
      type: 'application/json',
      wait: '2',
    });
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'unavailable', reason: 'server-stopping' } });
    expect([own.received.length, foreign.received.length]).toEqual([1, 0]);
  });

  it.each([
    ['hangs up', 0, hangUp],
    ['is stopping', 1, ((_request, response) => response.writeHead(503).end()) satisfies StandIn['act']],
    ['is silent', 0, (() => {}) satisfies StandIn['act']],
  ])('is passed over for a seat in a room if it %s', async (_how, index, act) => {
    const { id, own, foreign } = await universeOf(index);
    own.act = act;
    const { status, text } = await ask(matchmaking(id), { method: 'POST', body: '{"a":1}' });
    expect(status).toBe(200);
    expect(got(text)).toMatchObject({ process: foreign.name, body: '{"a":1}' });
    own.act = null;
  });

  it('that refuses connections is passed over for edits, too; without any process the answer has the form that is expected', async () => {
    const { id, own, foreign } = await universeOf(1);
    await own.stop();
    const edited = await ask(`${universe(id)}/parameters/physics`, { method: 'PATCH', body: '{}' });
    expect(got(edited.text).process).toBe(foreign.name);
    await foreign.stop();
    expect(JSON.parse((await ask(universe(id))).text)).toHaveProperty('error.code', 'unavailable');
    expect(JSON.parse((await ask(matchmaking(id), { method: 'POST' })).text)).toMatchObject({
      code: 503,
      error: expect.stringContaining('server-stopping'),
    });
    const page = await ask('/');
    expect(page).toMatchObject({ status: 503, headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' } });
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    // A file that no release has left here.
    expect((await ask(`/assets/gone-${hash}.js`)).status).toBe(503);
    // What was left is served all the same.
    expect((await ask(`/assets/old-${hash}.js`)).status).toBe(200);
  });
});

describe.skipIf(missing.length > 0)('what needs no process', () => {
  it('serves hashed files of any release, compressed, for ever, and isolated like the page', async () => {
    const path = `/assets/old-${hash}.js`;
    const plain = await ask(path);
    expect(plain.text).toBe(script);
    expect(plain.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      vary: 'Accept-Encoding',
    });
    const zipped = await ask(path, { headers: { 'accept-encoding': 'gzip' } });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.bytes).toString()).toBe(script);
    expect(await ask(path, { headers: { 'accept-encoding': 'gzip, br' } })).toMatchObject({
      text: 'brotli',
      headers: { 'content-encoding': 'br' },
    });
  });

  it('refuses what is far too large, in the form of the API', async () => {
    const body = Buffer.alloc(4 * bodyLimits.usual);
    const { status, headers, text } = await ask(apiPaths.updateMe.path, { method: 'PATCH', body });
    expect([status, headers['retry-after']]).toEqual([413, undefined]);
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'body-too-large' } });
  });

  it('speaks HTTP/2, and gives no certificate to those who name another host', async () => {
    const session = connectHttp2(nginx.url, { ca: certificate.pem });
    const stream = session.request({ ':path': `/assets/old-${hash}.js` });
    const [headers] = (await once(stream, 'response')) as [{ ':status': number }];
    expect(headers[':status']).toBe(200);
    session.destroy();
    const stranger = connectTls({ port: nginx.port, host: '127.0.0.1', servername: 'elsewhere.example', rejectUnauthorized: false });
    await expect(once(stranger, 'secureConnect')).rejects.toThrow(/unrecognized name/i);
  });

  it('sends those who come without TLS to the same page with TLS', async () => {
    const [response] = (await once(get(`http://127.0.0.1:${plainPort}/u/x?y=1`, { agent: false }), 'response')) as [
      { statusCode: number; headers: object },
    ];
    expect(response).toMatchObject({ statusCode: 308, headers: { location: `${nginx.url}/u/x?y=1` } });
  });
});
