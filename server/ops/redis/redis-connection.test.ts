import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RedisServer, startRedisServer, untilConnected } from '../../testing/redis-server.ts';
import { createLog } from '../log.ts';
import { openRedis, type RedisConnection } from './redis-connection.ts';

let server: RedisServer;
let redis: RedisConnection;
const lines: { level: number; msg: string }[] = [];

beforeAll(async () => {
  server = await startRedisServer();
  redis = openRedis(server.url, createLog('info', { write: (line) => void lines.push(JSON.parse(line)) }));
  await untilConnected(redis);
});
afterAll(async () => {
  redis.close();
  await server.stop();
});

const ask = () => redis.commands.get('anything');
const isUp = () =>
  ask().then(
    () => true,
    () => false,
  );
/** Returns how the log went on since it was last asked. */
const logged = () => lines.splice(0).map(({ level, msg }) => `${level} ${msg.split(':')[0]!}`);
const [gone, back] = ['40 Redis is gone', '30 Redis is back'];

/** Much less than a hundred commands that are waited for. */
const patienceMs = 2000;

/** Asks many times, as requests do. @returns the time that they took together, in ms */
async function timeOfAsking(times: number): Promise<number> {
  const beganMs = performance.now();
  for (let time = 0; time < times; time += 1) await expect(ask()).rejects.toThrow();
  return performance.now() - beganMs;
}

it('fails at once while Redis is dead, comes back with it, and logs either once', async () => {
  expect(logged()).toEqual([]);
  await server.kill();
  await expect.poll(isUp).toBe(false);
  expect(await timeOfAsking(100)).toBeLessThan(patienceMs);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(logged()).toEqual([gone]);
  await server.revive();
  const revivedMs = performance.now();
  await untilConnected(redis);
  expect(performance.now() - revivedMs).toBeLessThan(5000);
  expect(logged()).toEqual([back]);
});

it('waits three times for a paused Redis, then no more, and comes back with it', async () => {
  server.pause();
  await timeOfAsking(3);
  expect(await timeOfAsking(100)).toBeLessThan(patienceMs);
  expect(logged()).toEqual([gone]);
  server.resume();
  await untilConnected(redis);
  expect(logged()).toEqual([back]);
});

it('may be closed at any time, also before it has connected', async () => {
  const other = openRedis('redis://127.0.0.1:1', createLog('silent'));
  const stopListening = other.listen(
    'nothing',
    () => {},
    () => {},
  );
  await expect(other.commands.get('anything')).rejects.toThrow();
  stopListening();
  other.close();
  await expect.poll(() => other.commands.status).toBe('end');
});
