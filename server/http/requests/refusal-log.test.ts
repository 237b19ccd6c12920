import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLog } from '../../ops/log.ts';
import { createRefusalLog, maxLinesPerMinute } from './refusal-log.ts';

interface Line {
  level: number;
  time: number;
  status: number;
  method: string;
  path: string;
  address: string;
  user?: string;
  msg: string;
}

let text = '';
const lines = () =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
const stream = new Writable({
  write(chunk: Buffer, _encoding, done) {
    text += chunk.toString();
    done();
  },
});

/** Answers with the status and as the user in the query. */
const server = createServer((request, response) => {
  const query = new URL(request.url!, 'http://here').searchParams;
  request.headers['x-real-ip'] = query.get('from') ?? '192.0.2.1';
  refusals.watch(request, response);
  if (query.has('user')) Object.assign(request, { user: { id: query.get('user') } });
  request.url = '/changed/on/the/way';
  response.statusCode = Number(query.get('status'));
  response.end();
});
const refusals = createRefusalLog(createLog('info', stream));
let url: string;

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  text = '';
});
afterAll(() => void server.close());

const ask = (path: string) => fetch(url + path, { headers: { cookie: 'harmonic.session=hunter2', authorization: 'hunter2' } });

it('logs user, request, address and time, without queries and secrets', async () => {
  for (const status of [401, 403, 404, 429]) await ask(`/api/v1/me?status=${status}&user=ada&secret=hunter2`);
  expect(lines()).toMatchObject(
    [401, 403, 404, 429].map((status) => ({
      status,
      level: status === 404 ? 30 : 40,
      method: 'GET',
      path: '/api/v1/me',
      address: '192.0.2.1',
      user: 'ada',
      msg: 'refused',
    })),
  );
  expect(Math.abs(lines()[0]!.time - Date.now())).toBeLessThan(10_000);
  expect(text).not.toContain('hunter2');
});

it('does not log successes, nor errors with another cause', async () => {
  for (const status of [200, 204, 304, 400, 409, 413, 500]) await ask(`/api/v1/me?status=${status}`);
  expect(lines()).toEqual([]);
});

it('writes one line per request, whatever the URL contains, and limits lines per address', async () => {
  const from = '192.0.2.77';
  await ask(`/a%0A%7B%22level%22:60%7D${'x'.repeat(5000)}?status=403&from=${from}`);
  expect(lines()).toHaveLength(1);
  expect(lines()[0]!.path).toMatch(/^\/a%0A%7B%22level%22:60%7Dx+$/);
  expect(lines()[0]!.path.length).toBeLessThanOrEqual(200);
  await Promise.all(Array.from({ length: 100 }, () => ask(`/api/v1/me?status=429&from=${from}`)));
  expect(lines()).toHaveLength(maxLinesPerMinute);
  expect(lines().at(-1)!.msg).toBe('refused; no more is told of the same sender for a minute');
  await ask('/api/v1/me?status=403&from=192.0.2.78');
  expect(lines()).toHaveLength(maxLinesPerMinute + 1);
});
