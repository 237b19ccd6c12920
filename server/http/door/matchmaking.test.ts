import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, it } from 'vitest';
import { joinRate } from '../../../shared/api/rates.ts';
import { readRefusal } from '../../../shared/refusals/sent-refusal.ts';
import { tryAgainIn } from '../../../shared/refusals/wait-texts.ts';
import { createLimiters } from '../../ops/limiters.ts';
import { createMetrics } from '../../ops/metrics/metrics.ts';
import { createMatchmaking, matchmakingPaths } from './matchmaking.ts';

it('limits joins per address and sends `Retry-After` in the form that the Colyseus client reads', async () => {
  const server = express()
    .use(
      matchmakingPaths,
      createMatchmaking({
        rules: { allowedOrigins: [] },
        limiters: createLimiters(null),
        metrics: createMetrics(),
        expectHere: async () => {},
        forward: () => false,
      }),
    )
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/room/any/matchmake/create/universe`;
  const ask = (address: string) => fetch(url, { method: 'POST', headers: { 'x-real-ip': address } });
  for (let asked = 0; asked < joinRate.points; asked += 50) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask('192.0.2.1')));
    expect(new Set(answers.map(({ status }) => status))).not.toContain(429);
  }
  const held = await ask('192.0.2.1');
  const seconds = Number(held.headers.get('retry-after'));
  expect([held.status, seconds > 0]).toEqual([429, true]);
  const answer = (await held.json()) as { code: number; error: string };
  expect(answer.code).toBe(429);
  expect(readRefusal(answer.error)).toEqual({
    reason: 'too-many-joins',
    message: `Too many people are joining from your address. ${tryAgainIn(seconds)}`,
    params: {},
    issues: [],
    retryAfterSeconds: seconds,
  });
  expect((await ask('192.0.2.2')).status).not.toBe(429);
  server.close();
  server.closeAllConnections();
});
