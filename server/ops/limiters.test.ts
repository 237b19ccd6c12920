import { RateLimiterRes } from 'rate-limiter-flexible';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RedisServer, startRedisServer, untilConnected } from '../testing/redis-server.ts';
import { createLimiters, type Limiters } from './limiters.ts';
import { createLog } from './log.ts';
import { openRedis, type RedisConnection } from './redis/redis-connection.ts';

let server: RedisServer;
let connections: RedisConnection[];
let here: Limiters;
let there: Limiters;

beforeAll(async () => {
  server = await startRedisServer();
  connections = [1, 2].map(() => openRedis(server.url, createLog('silent')));
  const secret = Buffer.alloc(32, 7);
  [here, there] = connections.map((redis) => createLimiters({ redis, secret })) as [Limiters, Limiters];
  await untilUp();
});
afterAll(async () => {
  for (const connection of connections) connection.close();
  await server.stop();
});

const untilUp = () => Promise.all(connections.map(untilConnected));
const rate = { points: 4, seconds: 60 };

/** Returns how often a key may be used, by turns in the two processes. */
async function usesOf(name: string, processes: readonly Limiters[], key = '192.0.2.1'): Promise<number> {
  for (let uses = 0; ; uses += 1) {
    try {
      await processes[uses % processes.length]!(name, rate).consume(key);
    } catch (rejection) {
      expect(rejection).toBeInstanceOf(RateLimiterRes);
      expect((rejection as RateLimiterRes).msBeforeNext).toBeGreaterThan(0);
      return uses;
    }
  }
}

it('counts in all processes together, each name and key apart', async () => {
  expect(await usesOf('join', [here, there])).toBe(4);
  expect(await usesOf('join', [there, here])).toBe(0);
  expect(await usesOf('join', [here, there], '192.0.2.2')).toBe(4);
  expect(await usesOf('mail', [here, there])).toBe(4);
});

it('takes back in one process what another has counted', async () => {
  expect(await usesOf('taken-back', [here])).toBe(4);
  for (let time = 0; time < 3; time += 1) await there('taken-back', rate).reward('192.0.2.1');
  // The refused one was counted too.
  expect(await usesOf('taken-back', [here, there])).toBe(2);
});

it('shows neither addresses nor accounts to readers of Redis', async () => {
  await usesOf('hidden', [here]);
  const keys = await connections[0]!.commands.keys('*');
  expect(keys.some((key) => key.startsWith('harmonic:limit:hidden:'))).toBe(true);
  expect(keys.join()).not.toContain('192.0.2');
});

it('holds in each process while Redis is paused or dead, and in all together when it is back', async () => {
  server.pause();
  expect([await usesOf('paused', [here]), await usesOf('paused', [there])]).toEqual([4, 4]);
  await server.kill();
  expect([await usesOf('dead', [here]), await usesOf('dead', [there])]).toEqual([4, 4]);
  await here('dead', rate).reward('192.0.2.1');
  await server.revive();
  await untilUp();
  expect(await usesOf('back', [here, there])).toBe(4);
});

it('counts without Redis', async () => {
  const limiters = createLimiters(null);
  expect(await usesOf('alone', [limiters])).toBe(4);
  expect(await usesOf('alone', [limiters])).toBe(0);
});
