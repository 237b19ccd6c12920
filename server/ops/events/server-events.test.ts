import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type RedisServer, startRedisServer } from '../../testing/redis-server.ts';
import { createLog } from '../log.ts';
import { openRedis, redisPrefix, type RedisConnection } from '../redis/redis-connection.ts';
import { createServerEvents, type ServerEvents } from './server-events.ts';

interface Process {
  redis: RedisConnection;
  events: ServerEvents;
  heard: string[];
}

let server: RedisServer;
let here: Process;
let there: Process;
const errors: string[] = [];

function startProcess(): Process {
  const redis = openRedis(server.url, createLog('error', { write: (line) => void errors.push(line) }));
  const [events, heard] = [createServerEvents(redis), [] as string[]];
  events.on('universe-changed', ({ universeId }, isOwn) => heard.push(`${universeId}${isOwn ? ' of its own' : ''}`));
  events.on('templates-changed', () => heard.push('templates'));
  events.on('missed', () => heard.push('missed'));
  return { redis, events, heard };
}

const change = (universeId: string) => ({ universeId, users: [], link: false, lists: false });
const untilHeard = ({ heard }: Process, what: string) => vi.waitFor(() => expect(heard).toContain(what), { timeout: 8000, interval: 20 });

beforeAll(async () => {
  server = await startRedisServer();
  [here, there] = [startProcess(), startProcess()];
  for (const process of [here, there]) await untilHeard(process, 'missed');
});
beforeEach(() => {
  for (const { heard } of [here, there]) heard.length = 0;
});
afterAll(async () => {
  for (const { redis, events } of [here, there]) {
    events.close();
    redis.close();
  }
  await server.stop();
});

it('tells its own listeners at once, and those of other processes soon, once each', async () => {
  here.events.tell('universe-changed', change('one'));
  expect(here.heard).toEqual(['one of its own']);
  await untilHeard(there, 'one');
  there.events.tell('universe-changed', change('two'));
  await untilHeard(here, 'two');
  expect([here.heard, there.heard]).toEqual([
    ['one of its own', 'two'],
    ['one', 'two of its own'],
  ]);
});

it('tells also what is about neither a universe nor a user', async () => {
  here.events.tell('templates-changed', {});
  await untilHeard(there, 'templates');
  expect([here.heard, there.heard]).toEqual([['templates'], ['templates']]);
});

it('tells only what is about a universe or a user to those who ask for it', async () => {
  const heard: unknown[] = [];
  const stop = there.events.on('comments-changed', (payload) => heard.push(payload), 'one');
  const counts = { commentCount: 2, openThreads: 1 };
  for (const universeId of ['two', 'one']) here.events.tell('comments-changed', { universeId, counts });
  await expect.poll(() => heard).toEqual([{ universeId: 'one', counts }]);
  stop();
  there.events.tell('comments-changed', { universeId: 'one', counts });
  expect(heard).toHaveLength(1);
});

it('does not use what it does not understand', async () => {
  const sent = [
    'nonsense',
    '{"from":"x","name":"unheard-of","payload":{}}',
    '{"from":"x","name":"universe-changed","payload":{"universeId":7,"users":[],"link":false,"lists":false}}',
  ];
  for (const message of sent) await here.redis.commands.publish(`${redisPrefix}events`, message);
  here.events.tell('universe-changed', change('after'));
  await untilHeard(there, 'after');
  expect(there.heard).toEqual(['after']);
  expect(errors.splice(0)).toHaveLength(2 * sent.length);
});

it('goes on by itself when Redis dies, says that events were missed when it is back, and tells them again', async () => {
  await server.kill();
  here.events.tell('universe-changed', change('lost'));
  expect(here.heard).toEqual(['lost of its own']);
  await server.revive();
  for (const process of [here, there]) await untilHeard(process, 'missed');
  here.events.tell('universe-changed', change('found'));
  await untilHeard(there, 'found');
  expect(there.heard).not.toContain('lost');
});

it('says that others missed what it could not tell them while Redis was paused', async () => {
  server.pause();
  for (let round = 0; round < 3; round += 1) await here.redis.commands.get('anything').catch(() => {});
  here.events.tell('universe-changed', change('lost'));
  expect(here.heard).toEqual(['lost of its own']);
  server.resume();
  await untilHeard(there, 'missed');
  expect(there.heard).not.toContain('lost');
});

it('without Redis tells the process itself', () => {
  const [events, heard] = [createServerEvents(null), [] as string[]];
  events.on('sessions-ended', ({ userId }) => heard.push(userId));
  events.tell('sessions-ended', { userId: 'ann' });
  expect(heard).toEqual(['ann']);
});
