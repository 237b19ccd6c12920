import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { type RedisServer, startRedisServer, untilConnected } from '../../testing/redis-server.ts';
import { createLog } from '../log.ts';
import { openRedis, type RedisConnection } from '../redis/redis-connection.ts';
import { type Cache, createCache } from './cache.ts';

let server: RedisServer;
let redis: RedisConnection;
let here: Cache;
let there: Cache;
const outcomes: string[] = [];

beforeAll(async () => {
  server = await startRedisServer();
  redis = openRedis(server.url, createLog('silent'));
  await untilConnected(redis);
  [here, there] = [createCache(redis, { cached: (outcome) => outcomes.push(outcome) }), createCache(redis, { cached: () => {} })];
});
beforeEach(() => (outcomes.length = 0));
afterAll(async () => {
  for (const cache of [here, there]) cache.close();
  redis.close();
  await server.stop();
});

const kept = (subject: string, seconds = 60) => ({ subject, key: 'card', seconds, schema: z.object({ name: z.string() }) });
const named = (name: string) => async () => ({ name });

it('returns in one process what another has kept, until it is dropped', async () => {
  const one = kept('one');
  expect(await here.keep(one, named('first'))).toEqual({ name: 'first' });
  expect(await there.keep(one, named('second'))).toEqual({ name: 'first' });
  expect(await here.keep({ ...one, key: 'other' }, named('third'))).toEqual({ name: 'third' });
  expect(await here.keep(kept('two'), named('fourth'))).toEqual({ name: 'fourth' });
  there.drop('one');
  expect(await here.keep(one, named('fifth'))).toEqual({ name: 'fifth' });
  expect(outcomes).toEqual(['miss', 'miss', 'miss', 'miss']);
  expect(await here.keep(one, named('sixth'))).toEqual({ name: 'fifth' });
  expect(outcomes.at(-1)).toBe('hit');
});

it('never keeps what was dropped while it was made', async () => {
  const old = await here.keep(kept('three'), async () => {
    there.drop('three');
    return { name: 'old' };
  });
  expect(old).toEqual({ name: 'old' });
  expect(await here.keep(kept('three'), named('new'))).toEqual({ name: 'new' });
});

it('keeps neither nothing nor for ever, and uses nothing of another form', async () => {
  expect(await here.keep(kept('four'), async () => null as { name: string } | null)).toBeNull();
  expect(await here.keep(kept('four', 1), named('here'))).toEqual({ name: 'here' });
  const other = { ...kept('four'), schema: z.object({ title: z.string() }) };
  expect(await here.keep(other, async () => ({ title: 'of another form' }))).toEqual({ title: 'of another form' });
  expect(await here.keep(kept('five', 1), named('for a second'))).toEqual({ name: 'for a second' });
  await expect.poll(() => here.keep(kept('five', 1), named('anew')), { interval: 200, timeout: 5000 }).toEqual({ name: 'anew' });
});

it('makes every answer anew while Redis is gone, and drops later what changed meanwhile', async () => {
  await here.keep(kept('six'), named('before'));
  server.pause();
  for (let round = 0; round < 3; round += 1) await redis.commands.get('anything').catch(() => {});
  outcomes.length = 0;
  here.drop('six');
  expect(await here.keep(kept('six'), named('meanwhile'))).toEqual({ name: 'meanwhile' });
  expect(outcomes).toEqual(['error']);
  server.resume();
  await expect.poll(() => there.keep(kept('six'), named('after')), { interval: 100, timeout: 8000 }).not.toEqual({ name: 'before' });
  await server.kill();
  expect(await here.keep(kept('seven'), named('alone'))).toEqual({ name: 'alone' });
  await server.revive();
  await untilConnected(redis);
});

it('without Redis keeps nothing and counts nothing', async () => {
  const none = createCache(null, { cached: (outcome) => outcomes.push(outcome) });
  for (const name of ['one', 'two']) expect(await none.keep(kept('one'), named(name))).toEqual({ name });
  expect(outcomes).toEqual([]);
});
