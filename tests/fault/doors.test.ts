import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGuest, startTestServer, type TestServer, type Visitor } from '../../server/testing/test-server.ts';
import { headOf, openRawLine, pourChunks } from './raw-connection.ts';

let server: TestServer;
/** A server with a configured public URL. */
let named: TestServer;
let guest: Visitor;

beforeAll(async () => {
  [server, named] = await Promise.all([
    startTestServer(),
    startTestServer({ PUBLIC_URL: 'https://universe.example', ALLOWED_ORIGINS: 'https://stage.example', TRUST_PROXY: '0' }),
  ]);
  guest = await createGuest(server.url);
});
afterAll(() => Promise.all([server.stop(), named.stop()]));

const kibibyte = 1024;
const place = 'POST /matchmake/joinOrCreate/universe HTTP/1.1';
const json = 'Content-Type: application/json';
const foreign = 'Origin: http://elsewhere.example';
const chunked = 'Transfer-Encoding: chunked';
const health = (url: string) => headOf(url, 'GET /healthz HTTP/1.1', ['Host: 10.0.0.1']);

describe('an endless body', () => {
  const pages = ['GET / HTTP/1.1', 'GET /healthz HTTP/1.1', 'POST /oembed HTTP/1.1', 'DELETE /embed/x HTTP/1.1', 'PUT /nowhere HTTP/1.1'];
  const api = ['GET /api/v1/me', 'POST /api/v1/nowhere', 'POST /api/v1/rooms/snapshots/nobody', 'OPTIONS /api/v1/me', 'POST /api'];
  const matchmaking = [
    'POST /matchmake/nowhere',
    'POST /matchmake/create/universe',
    'PUT /matchmake/a/b',
    'POST /matchmake/%/b',
    'POST /matchmake',
  ];
  const streamed: [line: string, headers: string[], status?: number][] = [
    [place, [json], 413],
    [place, [json, foreign], 403],
    [place, ['Content-Type: text/plain'], 415],
    [place, [json, 'Content-Encoding: gzip'], 415],
    ['POST /matchmake/reconnect/universe HTTP/1.1', [json], 413],
    ['POST /api/v1/auth/login HTTP/1.1', [json], 413],
    ['PATCH /api/v1/me HTTP/1.1', [json], 413],
    ['POST /api/v1/universes/import HTTP/1.1', [json], 413],
    ['POST /api/v1/universes HTTP/1.1', [json, foreign], 403],
    ['POST /api/v1/universes HTTP/1.1', [json, 'Content-Encoding: br'], 415],
    ...[...pages, ...[...api, ...matchmaking].map((line) => `${line} HTTP/1.1`)].map((line): [string, string[]] => [line, [json]]),
  ];

  it('is rejected on every route while it arrives, and little of it is read', async () => {
    const found = await Promise.all(
      streamed.map(async ([line, headers, status]) => {
        const raw = openRawLine(server.url);
        raw.write(headOf(server.url, line, [...headers, chunked]));
        const poured = await pourChunks(raw, 64 * kibibyte * kibibyte);
        const [answered] = await raw.answers(1);
        const isClosed = await raw.closed();
        const isAnswered = status === undefined ? answered !== undefined && (answered < 500 || answered === 503) : answered === status;
        // The bytes in the buffers of both ends were never read.
        return isAnswered && isClosed && poured < 16 * kibibyte * kibibyte ? null : { line, headers, answered, isClosed, poured };
      }),
    );
    expect(found.filter(Boolean)).toEqual([]);
  });

  it.each([
    ['with HTTP/1.0', 'POST /matchmake/joinOrCreate/universe HTTP/1.0', [json, chunked], 400],
    ['with an unsupported transfer coding', place, [json, 'Transfer-Encoding: gzip, chunked'], 400],
    ['with a large declared length', place, [json, `Content-Length: ${400 * kibibyte * kibibyte}`], 413],
    ['with two declared lengths', place, [json, 'Content-Length: 2', 'Content-Length: 3'], 400],
    ['with a declared length and chunks', place, [json, 'Content-Length: 2', chunked], 400],
    ['with an unknown expectation', place, [json, 'Expect: miracles', chunked], 417],
  ])('%s is rejected before it is read', async (_what, line, headers, status) => {
    const raw = openRawLine(server.url);
    raw.write(headOf(server.url, line, headers));
    expect(await raw.answers(1)).toEqual([status]);
    expect(await raw.closed()).toBe(true);
  });

  it('that arrives slowly occupies only its own connection', async () => {
    const slow = openRawLine(server.url);
    slow.write(headOf(server.url, place, [json, chunked]));
    for (let at = 0; at < 5; at += 1) slow.write('1\r\n \r\n');
    expect((await guest.call('GET', '/healthz')).status).toBe(200);
    expect(slow.statuses).toEqual([]);
    slow.end();
  });
});

describe('a persistent connection', () => {
  const short = 20 * kibibyte;
  const long = 200 * kibibyte;
  const refused: [line: string, headers: string[], status: number][] = [
    [place, [json, foreign], 403],
    [place, ['Content-Type: text/plain'], 415],
    ['POST /matchmake/nowhere HTTP/1.1', [json], 404],
    ['POST /api/v1/universes HTTP/1.1', [json, foreign], 403],
    ['POST /api/v1/universes HTTP/1.1', ['Content-Type: text/plain'], 415],
    ['POST /api/v1/rooms/snapshots/nobody HTTP/1.1', ['Content-Type: application/octet-stream'], 404],
    ['POST /nowhere HTTP/1.1', [json], 404],
    ['GET /api/v1/nowhere HTTP/1.1', [json], 404],
    [place, [json, 'Host: ['], 400],
    ['GET / HTTP/1.1', [json, 'Host: a', 'Host: b'], 400],
  ];

  it('is reused after a short rejected body, and closed after a long one', async () => {
    const found = await Promise.all(
      refused.flatMap(([line, headers, status]) =>
        [short, long].map(async (length) => {
          const raw = openRawLine(server.url);
          raw.write(headOf(server.url, line, [...headers, `Content-Length: ${length}`]) + ' '.repeat(length) + health(server.url));
          const statuses = await raw.answers(2);
          const wanted = length === short ? [status, 200] : [status];
          const isRight = JSON.stringify(statuses) === JSON.stringify(wanted) && (length === short || (await raw.closed()));
          raw.end();
          return isRight ? null : { line, headers, length, statuses };
        }),
      ),
    );
    expect(found.filter(Boolean)).toEqual([]);
  });

  it('is closed if the rest of a short body does not arrive', async () => {
    const raw = openRawLine(server.url);
    raw.write(headOf(server.url, place, [json, foreign, 'Content-Length: 1000']));
    expect(await raw.answers(1)).toEqual([403]);
    expect(await raw.closed(8000)).toBe(true);
  });

  it('is reused after a body that was read', async () => {
    const raw = openRawLine(server.url);
    const body = JSON.stringify({ universeId: 'nowhere', as: 'spectate' });
    for (let at = 0; at < 3; at += 1) raw.write(headOf(server.url, place, [json, `Content-Length: ${body.length}`]) + body);
    expect(await raw.answers(3)).toEqual([404, 404, 404]);
    expect(raw.isClosed).toBe(false);
    raw.end();
  });
});

const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];

/** Returns the status codes of requests for a page, the API, matchmaking, and a WebSocket. */
async function everywhere(url: string, headers: readonly string[], prefix = ''): Promise<(number | undefined)[]> {
  const requests: [line: string, headers: readonly string[]][] = [
    [`GET ${prefix}/ HTTP/1.1`, []],
    [`GET ${prefix}/api/v1/auth/ways HTTP/1.1`, []],
    [`POST ${prefix}/matchmake/joinOrCreate/universe HTTP/1.1`, [json, 'Content-Length: 0']],
    [`GET ${prefix}/p/r?sessionId=s HTTP/1.1`, upgrade],
  ];
  return Promise.all(
    requests.map(async ([line, own]) => {
      const raw = openRawLine(url);
      raw.write(headOf(url, line, [...headers, ...own]));
      const [status] = await raw.answers(1);
      raw.end();
      return status;
    }),
  );
}

const all = (status: number) => [status, status, status, status];

describe('the host of a request', () => {
  it.each([
    ['is invalid', ['Host: [']],
    ['holds a space', ['Host: a b']],
    ['holds a user name', ['Host: me@universe.example']],
    ['holds a path', ['Host: universe.example/x']],
    ['has an invalid port', ['Host: universe.example:99999']],
    ['is empty', ['Host:']],
    ['is not ASCII', ['Host: ünïverse.example']],
    ['is given twice', ['Host: universe.example', 'Host: universe.example']],
    ['is given twice with different values', ['host: universe.example', 'HOST: evil.example']],
  ])('that %s is rejected on every path', async (_what, headers) => {
    expect(await everywhere(server.url, headers)).toEqual(all(400));
    expect(await everywhere(named.url, headers)).toEqual(all(400));
  });

  it.each(['evil.example', '127.0.0.1', 'universe.example.', 'universe.example:8443', 'evil.example:443', 'xuniverse.example'])(
    'is rejected if it is %s and another is configured',
    async (host) => {
      expect(await everywhere(named.url, [`Host: ${host}`])).toEqual(all(421));
    },
  );

  it.each(['universe.example', 'UNIVERSE.example', 'universe.example:443', 'stage.example'])('is accepted if it is %s', async (host) => {
    const statuses = await everywhere(named.url, [`Host: ${host}`]);
    // The matchmaker rejects the empty body.
    expect(statuses.slice(1)).toEqual([200, 400, 101]);
  });

  it('in an absolute request target is checked too', async () => {
    const host = 'Host: universe.example';
    expect(await everywhere(named.url, [host], 'http://evil.example')).toEqual(all(400));
    expect(await everywhere(named.url, ['Host: evil.example'], 'http://evil.example')).toEqual(all(421));
    expect(await everywhere(named.url, [host], 'http://[')).toEqual(all(400));
    expect((await everywhere(named.url, [host], 'http://universe.example'))[1]).toBe(200);
    for (const line of ['OPTIONS * HTTP/1.1', 'GET * HTTP/1.1', 'GET ftp://universe.example/ HTTP/1.1']) {
      for (const more of [[], upgrade]) {
        const raw = openRawLine(named.url);
        raw.write(headOf(named.url, line, [host, ...more]));
        expect(await raw.answers(1)).toEqual([400]);
        raw.end();
      }
    }
  });

  it('may be any in a health check', async () => {
    for (const request of [health(named.url), 'GET /healthz HTTP/1.0\r\n\r\n']) {
      const raw = openRawLine(named.url);
      raw.write(request);
      expect(await raw.answers(1)).toEqual([200]);
      raw.end();
    }
  });

  it('ignores forwarded headers of an untrusted client', async () => {
    expect(await everywhere(named.url, ['Host: evil.example', 'X-Forwarded-Host: universe.example'])).toEqual(all(421));
    const statuses = await everywhere(named.url, ['Host: universe.example', 'X-Forwarded-Host: [', 'X-Forwarded-Proto: [']);
    expect(statuses[1]).toBe(200);
  });
});

describe('pages of other sites', () => {
  it('change nothing and open no connection, without an origin or with a foreign one', async () => {
    for (const headers of [['Sec-Fetch-Site: cross-site'], ['Origin: null'], ['Sec-Fetch-Site: cross-site', 'Origin: null'], [foreign]]) {
      const statuses = await everywhere(server.url, headers);
      expect([headers, statuses.slice(2)]).toEqual([headers, [403, 403]]);
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const raw = openRawLine(server.url);
        raw.write(
          headOf(server.url, `${method} /api/v1/me HTTP/1.1`, [...headers, json, `Cookie: ${guest.cookie}`, 'Content-Length: 2']) + '{}',
        );
        expect([method, headers, await raw.answers(1)]).toEqual([method, headers, [403]]);
        raw.end();
      }
    }
  });

  it('learn nothing about the user by a read, and give them no new identity', async () => {
    const asked = await guest.call<{ id: string }>('GET', '/api/v1/me', undefined, { 'sec-fetch-site': 'cross-site' });
    expect(asked.status).toBe(200);
    expect(asked.headers.get('set-cookie')).toBeNull();
    expect(asked.body.id).not.toBe((await guest.call<{ id: string }>('GET', '/api/v1/me')).body.id);
  });

  it('are rejected without rejecting requests of our own pages', async () => {
    const own = { 'sec-fetch-site': 'same-origin', origin: server.url };
    expect((await guest.call('PATCH', '/api/v1/me', { displayName: 'Ada' }, own)).status).toBe(200);
  });
});
