import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { Writable } from 'node:stream';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../ops/log.ts';
import { createGuest, join, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';
import { createSecurityTxt } from './security-txt.ts';
import { securityHeaders } from './security.ts';

let server: TestServer;
let guest: Visitor;
let universeId: string;
let logged = '';

beforeAll(async () => {
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged += chunk.toString();
      done();
    },
  });
  const variables = { PUBLIC_URL: 'https://universe.example', SECURITY_CONTACT: 'mailto:safe@universe.example' };
  server = await startTestServer(variables, createLog('warn', stream));
  guest = await createGuest(server.url);
  universeId = (await guest.call<{ id: string }>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body.id;
});
afterAll(() => server.stop());

/** Sends raw bytes. Returns the answer when the connection closes, or after a second. */
function sendRaw(text: string): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString())).on('error', () => {});
    socket.on('close', () => resolve(answer));
    setTimeout(() => socket.destroy(), 1000).unref();
    socket.write(text);
  });
}

it('sends the same security headers with every answer: pages, API, rooms and errors', async () => {
  const answers: [string, string][] = [
    ['GET', '/'],
    ['GET', '/nothing'],
    ['GET', '/healthz'],
    ['GET', '/readyz'],
    ['GET', '/api'],
    ['GET', '/oembed'],
    ['GET', '/api/v1/templates'],
    ['GET', '/api/v1/nothing'],
    ['GET', '/%00'],
    ['OPTIONS', '/api/v1/me'],
    ['OPTIONS', '/matchmake/joinOrCreate/universe'],
    ['POST', '/matchmake/joinOrCreate/universe'],
    ['POST', '/matchmake/create/universe'],
    ['GET', '/__healthcheck'],
  ];
  for (const [method, path] of answers) {
    const { headers } = await fetch(server.url + path, { method });
    const policy = headers.get('content-security-policy');
    expect([method, path, policy?.split(';')]).toEqual([
      method,
      path,
      expect.arrayContaining([
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
      ]),
    ]);
    expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
    expect([path, headers.get('referrer-policy')]).toEqual([path, 'same-origin']);
    expect([path, headers.get('strict-transport-security')]).toEqual([path, 'max-age=31536000; includeSubDomains']);
  }
});

it('sets HSTS only with an https:// public URL, and has no security.txt without a contact', async () => {
  const setHeaders = securityHeaders(false);
  const app = express().use((request, response, next) => (setHeaders(request, response), next()));
  const plain = app.use(createSecurityTxt(null, 'http://universe.example')).listen(0, '127.0.0.1');
  await once(plain, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(plain.address() as AddressInfo).port}/.well-known/security.txt`);
  expect([answer.status, answer.headers.get('strict-transport-security')]).toEqual([404, null]);
  plain.close();
});

it('serves security.txt when the operator gives a contact', async () => {
  const answer = await fetch(`${server.url}/.well-known/security.txt`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  const [contact, expires, , canonical] = (await answer.text()).split('\n');
  expect(contact).toBe('Contact: mailto:safe@universe.example');
  expect(canonical).toBe('Canonical: https://universe.example/.well-known/security.txt');
  const daysLeft = (new Date(expires!.replace('Expires: ', '')).getTime() - Date.now()) / (24 * 60 * 60 * 1000);
  expect(daysLeft).toBeGreaterThan(28);
  expect(daysLeft).toBeLessThan(365);
});

it('forbids storing personal answers, and makes browsers revalidate all others', async () => {
  const kept = async (path: string) => (await guest.call('GET', `/api/v1${path}`)).headers.get('cache-control');
  for (const path of ['/me', '/me/export', '/me/activity', '/me/notifications', '/me/bin', '/auth/ways', `/universes/${universeId}/note`])
    expect([path, await kept(path)]).toEqual([path, expect.stringContaining('no-store')]);
  for (const path of [`/universes/${universeId}`, '/templates']) expect([path, await kept(path)]).toEqual([path, 'private, no-cache']);
});

it('names the type and the charset of every text', async () => {
  for (const path of ['/healthz', '/readyz', '/api', '/api/v1/templates', '/api/v1/nothing', '/oembed'])
    expect([path, (await fetch(server.url + path)).headers.get('content-type')]).toEqual([
      path,
      expect.stringMatching(/^(?:application\/json|text\/html); charset=utf-8$/),
    ]);
});

it('does not echo what is sent with TRACE', async () => {
  const answer = await sendRaw(`TRACE / HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\nX-Told: a secret\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 40[45] /);
  expect(answer).not.toContain('a secret');
});

it.each(['/api/v1/universes', '/matchmake/joinOrCreate/universe'])('rejects a request to %s with two lengths', async (path) => {
  const answer = await sendRaw(
    `POST ${path} HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).not.toContain('"status":"ok"');
});

it.each([
  '/.git/config',
  '/../.git/config',
  '/..%2f.git/config',
  '/assets/thumbnails/..%2f..%2fpackage.json',
  '/server/main.ts',
  '/assets/',
])('serves no file outside the built client, and no directory listing: %s', async (path) => {
  const answer = await sendRaw(`GET ${path} HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 (?:400|403|404|503) /);
  expect(answer).not.toMatch(/repositoryformatversion|"scripts"|import /);
});

it('logs refused requests over HTTP, at matchmaking and in a room', async () => {
  const friend = await createGuest(server.url);
  const { id } = (await friend.call<{ id: string }>('GET', '/api/v1/me')).body;
  await friend.call('POST', '/api/v1/auth/login', { email: 'ann@example.org', password: 'hunter2hunter2' });
  await friend.call('PATCH', `/api/v1/universes/${universeId}`, { name: 'Mine' });
  await friend.call('POST', '/matchmake/joinOrCreate/universe', { universeId }, { origin: 'http://elsewhere.example' });
  const listener = await join(server.url, friend, { universeId, as: 'spectate' });
  listener.send('transport', { playing: false });
  await listener.until(() => listener.heard.refused[0]);
  await listener.room.leave();
  const lines = logged.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]));
  const of = (more: object) => expect.objectContaining({ level: 40, msg: 'refused', ...more });
  expect(lines).toEqual(
    expect.arrayContaining([
      of({ status: 401, method: 'POST', path: '/api/v1/auth/login', address: '127.0.0.1' }),
      of({ status: 403, method: 'PATCH', path: `/api/v1/universes/${universeId}`, user: id }),
      of({ status: 403, path: '/matchmake/joinOrCreate/universe' }),
      of({ user: id, universe: universeId, reason: 'takes a role that may do room.transport' }),
    ]),
  );
  expect(logged).not.toContain('hunter2');
});
