import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, it, onTestFinished } from 'vitest';
import type { ErrorBody } from '../../shared/api/errors.ts';
import { answerErrors } from '../http/requests/errors.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics/metrics.ts';
import { createReadiness } from './readiness.ts';

/** Serves readiness alone. Returns a function that asks it: the status, and what the answer says. */
async function serve(options: Parameters<typeof createReadiness>[0]) {
  const app = express()
    .get('/readyz', createReadiness(options))
    .use(answerErrors(createLog('silent'), createMetrics()));
  const server = app.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return async () => {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/readyz`);
    const body = (await answer.json()) as Partial<ErrorBody> & { status?: string };
    return [answer.status, body.status ?? body.error?.reason];
  };
}

it('asks the database once for all who ask at the same time, and again for those who come later', async () => {
  let [asked, answer] = [0, () => {}];
  const isReady = await serve({ ask: () => ((asked += 1), new Promise<void>((resolve) => (answer = resolve))), isStopping: () => false });
  const three = [isReady(), isReady(), isReady()];
  await expect.poll(() => asked).toBe(1);
  // All of them have arrived by then, on connections of their own.
  await new Promise((resolve) => setTimeout(resolve, 100));
  answer();
  expect(await Promise.all(three)).toEqual(Array.from({ length: 3 }, () => [200, 'ready']));
  const later = isReady();
  await expect.poll(() => asked).toBe(2);
  answer();
  expect(await later).toEqual([200, 'ready']);
});

it('is not ready if the database fails or does not answer in time, nor while the server stops', async () => {
  const failing = await serve({ ask: () => Promise.reject(new Error('no')), isStopping: () => false });
  expect(await failing()).toEqual([503, 'database-gone']);
  const silent = await serve({ ask: () => new Promise(() => {}), isStopping: () => false, patienceMs: 20 });
  expect(await silent()).toEqual([503, 'database-gone']);
  const stopping = await serve({ ask: async () => {}, isStopping: () => true });
  expect(await stopping()).toEqual([503, 'server-stopping']);
});
