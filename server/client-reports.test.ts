import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ClientError, ClientReport } from '../shared/api/operations/report-schemas.ts';
import { rates } from '../shared/api/rates.ts';
import { apiPaths } from '../shared/api/contract/paths.ts';
import { keepLogLines } from './testing/log-lines.ts';
import { createVisitor, startTestServer, type TestServer, type Visitor } from './testing/test-server.ts';

const lines = keepLogLines();
const envelopes: { url: string; auth: string; body: string }[] = [];
let sentry: Server;
let server: TestServer;
let addresses = 0;
let page: Visitor;
beforeAll(async () => {
  sentry = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      envelopes.push({ url: request.url!, auth: String(request.headers['x-sentry-auth']), body });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => sentry.listen(0, '127.0.0.1', resolve));
  const { port } = sentry.address() as AddressInfo;
  const variables = { METRICS_PORT: '0', TRUST_PROXY: '1', SENTRY_DSN: `http://abc123@127.0.0.1:${port}/sub/7` };
  server = await startTestServer(variables, lines.log);
  mkdirSync(join(server.directory, 'dist/assets'), { recursive: true });
  writeFileSync(join(server.directory, 'dist/assets/index-AbCd1234.js'), '');
});
afterAll(async () => {
  await server.stop();
  sentry.close();
});
beforeEach(() => {
  addresses += 1;
  page = createVisitor(server.url, { 'x-forwarded-for': `10.1.0.${addresses}`, 'user-agent': 'Mozilla/5.0 Gecko/20100101 Firefox/140.0' });
});

const send = (report: ClientReport | object, by = page) => by.call('POST', apiPaths.sendClientReport.path, report);
const error = (over: Partial<ClientError> = {}): ClientError => ({
  kind: 'script',
  name: 'TypeError',
  place: { script: 'index-AbCd1234', line: 1, column: 4711 },
  ...over,
});
const told = () => lines.of<{ kind: string; name: string; place: string | null; browser: string }>('new error of a page');
const metrics = async () => (await fetch(server.metricsUrl!)).text();

it('counts errors and measurements, and makes no guest', async () => {
  const answer = await send({
    errors: [error(), error(), error({ kind: 'promise', name: 'RangeError' })],
    firstFrameMs: 1400,
    frameMs: { p50: 17, p95: 33 },
    underruns: 2,
    reconnections: 3,
    divergences: 1,
  });
  expect([answer.status, answer.body, page.cookie]).toEqual([200, {}, '']);
  const text = await metrics();
  for (const line of [
    'harmonic_client_errors_total{kind="script"} 2',
    'harmonic_client_errors_total{kind="promise"} 1',
    'harmonic_client_errors_total{kind="picture"} 0',
    'harmonic_client_first_frame_seconds_sum 1.4',
    'harmonic_client_frame_seconds_sum{quantile="0.95"} 0.033',
    'harmonic_client_audio_underruns_total 2',
    'harmonic_client_reconnections_total 3',
    'harmonic_client_divergences_total 1',
  ])
    expect(text).toContain(`${line}\n`);
});

it('tells each error once, with its place in the built scripts and the family of the browser, and sends it on', async () => {
  lines.clear();
  envelopes.length = 0;
  const found = error({ name: 'ReferenceError' });
  await send({ errors: [found] });
  await send({ errors: [found] }, createVisitor(server.url, { 'x-forwarded-for': '10.2.0.1', 'user-agent': 'Gecko Firefox/141.0' }));
  expect(told()).toMatchObject([{ kind: 'script', name: 'ReferenceError', place: 'index-AbCd1234:1:4711', browser: 'firefox' }]);
  await expect.poll(() => envelopes.length).toBe(1);
  expect(envelopes[0]).toMatchObject({ url: '/sub/api/7/envelope/', auth: expect.stringContaining('sentry_key=abc123') });
  const [head, item, event] = envelopes[0]!.body.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(item).toEqual({ type: 'event' });
  expect(event).toMatchObject({
    event_id: head!.event_id,
    tags: { kind: 'script', browser: 'firefox' },
    exception: {
      values: [{ type: 'ReferenceError', stacktrace: { frames: [{ filename: 'app:///assets/index-AbCd1234.js', colno: 4711 }] } }],
    },
  });
  expect(event).not.toHaveProperty('user');
});

it('takes nothing that could hold what users wrote', async () => {
  lines.clear();
  envelopes.length = 0;
  const hostile = 'ada@example.org: the secret universe';
  const place = { script: 'index-AbCd1234', line: 1, column: 1 };
  for (const flawed of [
    { errors: [{ ...error(), name: hostile }] },
    { errors: [{ ...error(), kind: hostile }] },
    { errors: [{ ...error(), message: hostile }] },
    { errors: [{ ...error(), place: { ...place, script: hostile } }] },
    { errors: [{ ...error(), place: { ...place, script: '../index' } }] },
    { errors: [{ ...error(), place: { ...place, line: hostile } }] },
    { errors: [{ ...error(), place: { ...place, column: 1e9 } }] },
    { errors: Array.from({ length: 11 }, () => error()) },
    { firstFrameMs: hostile },
    { universe: hostile },
    { underruns: -1 },
  ])
    expect([flawed, (await send(flawed)).status]).toEqual([flawed, 400]);
  // What has the form of a script, but was never built.
  const asScript = { ...place, script: 'the-secret-universe' };
  const agent = createVisitor(server.url, { 'x-forwarded-for': '10.2.0.2', 'user-agent': hostile });
  expect((await send({ errors: [error({ kind: 'sound', place: asScript })] }, agent)).status).toBe(200);
  expect(told()).toMatchObject([{ kind: 'sound', place: null, browser: 'other' }]);
  await expect.poll(() => envelopes.length).toBe(1);
  for (const text of [lines.text, envelopes[0]!.body, await metrics()]) {
    for (const word of ['ada@', 'secret']) expect(text).not.toContain(word);
  }
});

it('refuses large bodies, pages of other sites, and more than a page sends', async () => {
  expect((await send({ padding: 'x'.repeat(4096) })).status).toBe(413);
  const elsewhere = createVisitor(server.url, { origin: 'https://elsewhere.example' });
  expect((await send({}, elsewhere)).status).toBe(403);
  const { points } = rates.clientReport.perAddress;
  const statuses = await Promise.all(Array.from({ length: points + 5 }, async () => (await send({})).status));
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5);
});
