import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { availableParallelism, loadavg } from 'node:os';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServerProcess } from '../../server/testing/server-process.ts';
import { missingPackages } from '../../tools/cluster/programs.ts';
import { startTopology, type Topology } from '../../tools/cluster/topology.ts';
import { testInBrowser } from './claims/in-browser.ts';
import { testMetrics } from './claims/metrics.ts';
import { testReplica } from './claims/replica.ts';
import { testRights } from './claims/rights.ts';
import { type Editors, startEditors } from './editors.ts';

const missing = missingPackages();
/** Repetitions and times of the whole set; a few of each show the same. */
const isWhole = process.env.CLUSTER_TESTS === 'whole';
const kills = isWhole ? 50 : 3;
const pauses = isWhole ? 3 : 1;
const pauseMs = isWhole ? 30_000 : 7000;
const stops = isWhole ? 10 : 2;
const doorsMs = isWhole ? 15_000 : 4000;
const redisDeadMs = isWhole ? 60_000 : 500;
const redisSilentMs = isWhole ? 15_000 : 500;
const firstStarts = isWhole ? 20 : 1;
/** The whole set takes many minutes. */
const timeout = isWhole ? 30 * 60_000 : 120_000;
/** What a member may be away for, in ms, after each kind of trouble. Only the whole set asks for it, on a machine that has the time. */
const bars = { killed: 2000, silent: 8000, stopped: 1500, 'failed over': 5000 } as const;

let topology: Topology;

beforeAll(async () => {
  if (missing.length > 0) return;
  topology = await startTopology({ durable: false });
  setDefaultCACertificates([...getCACertificates('default'), topology.certificate]);
});
afterAll(() => topology?.stop());

const journalLine = { lost: 0, twice: 0 };

/** Tells how long members were away, and holds 95 % of these times against the bar. */
function judge(what: keyof typeof bars, timesMs: readonly number[]): void {
  const sorted = timesMs.toSorted((one, other) => one - other);
  const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!);
  const figures = `${at(0.5)} ms (median), ${at(0.95)} ms (95 %), ${at(1)} ms (longest of ${sorted.length})`;
  console.log(`${what}: back after ${figures}; load average ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores`);
  if (isWhole) expect.soft(at(0.95), what).toBeLessThan(bars[what]);
}

async function epochOf({ universeId }: Editors): Promise<number> {
  return Number((await topology.databases.current.query(`select epoch from universes where id = '${universeId}'`))[0]!.epoch);
}

const exists = (pid: number) => existsSync(`/proc/${pid}`);

describe.skipIf(missing.length > 0)('a cluster', { timeout }, () => {
  it('answers through the proxy, with a replica that follows', async () => {
    expect((await fetch(`${topology.url}/api/v1/templates`)).status).toBe(200);
    const { primary, replica } = topology.databases;
    expect(await primary.query('select state from pg_stat_replication')).toEqual([{ state: 'streaming' }]);
    expect(await replica.query('select pg_is_in_recovery() as follows')).toEqual([{ follows: true }]);
  });

  it('goes on with a universe in another process when its own is killed, without a lost or doubled edit', async () => {
    const editors = await startEditors(topology, 1);
    const awayMs: number[] = [];
    for (let killed = 0; killed < kills; killed += 1) {
      await editors.untilAllGoOn();
      const { holder, others } = await editors.holder();
      await holder.kill();
      awayMs.push(await editors.untilAllReturn());
      expect(others).toContain((await editors.holder()).holder);
      await holder.start();
    }
    expect(await editors.finish()).toMatchObject(journalLine);
    judge('killed', awayMs);
  });

  it('goes on with a universe in another process when its own is silent, which takes nothing back when it wakes up', async () => {
    const editors = await startEditors(topology, 2);
    const awayMs: number[] = [];
    for (let paused = 0; paused < pauses; paused += 1) {
      await editors.untilAllGoOn();
      const { holder, others } = await editors.holder();
      const refusals = () => holder.output().split('another process has taken over its universe').length - 1;
      const before = refusals();
      const pausedMs = performance.now();
      holder.pause();
      awayMs.push(await editors.untilAllReturn());
      const epoch = await epochOf(editors);
      await sleep(Math.max(0, pausedMs + pauseMs - performance.now()));
      holder.resume();
      await expect.poll(refusals, { timeout: 20_000 }).toBeGreaterThan(before);
      await editors.untilAllGoOn();
      expect([(await editors.holder()).holder, await epochOf(editors)]).toEqual([others[0], epoch]);
    }
    expect(await editors.finish()).toMatchObject(journalLine);
    judge('silent', awayMs);
  });

  it('hands a universe over when its process stops, in a restart of one after the other', async () => {
    const editors = await startEditors(topology, 3);
    const awayMs: number[] = [];
    for (let round = 0; round < stops; round += 1) {
      await editors.untilAllGoOn();
      const { holder } = await editors.holder();
      const stopped = holder.stop();
      awayMs.push(await editors.untilAllReturn());
      await stopped;
      await holder.start();
    }
    expect(await editors.finish()).toMatchObject(journalLine);
    judge('stopped', awayMs);
  });

  it('has one room of a universe through two doors, and edits over the API reach it there', async () => {
    const doors = topology.servers.map(({ name }) => `${topology.url}/at/${name}`);
    const editors = await startEditors(topology, 4, [...doors, ...doors]);
    const epoch = await epochOf(editors);
    const path = `/api/v1/universes/${editors.universeId}/parameters/audio`;
    const endMs = performance.now() + doorsMs;
    for (let turn = 0; performance.now() < endMs; turn += 1) {
      const answer = await editors.owner.call<{ parameters: object }>('PATCH', `/at/${doors[turn % 2]!.split('/at/')[1]}${path}`, {
        reverb: (turn % 10) / 10,
      });
      expect([answer.status, answer.body]).toMatchObject([200, {}]);
    }
    await editors.untilAllGoOn();
    expect([await epochOf(editors), editors.members.map(({ status }) => status)]).toEqual([
      epoch,
      ['online', 'online', 'online', 'online'],
    ]);
    expect(await editors.finish()).toMatchObject(journalLine);
  });

  testRights(() => topology, isWhole ? 1000 : 5000);
  testMetrics(() => topology);
  testReplica(() => topology);
  testInBrowser(() => topology);

  it('goes on without Redis, dead or silent', async () => {
    const editors = await startEditors(topology, 6);
    for (const [stop, forMs] of [
      [() => topology.redis.kill(), redisDeadMs],
      [async () => topology.redis.pause(), redisSilentMs],
    ] as const) {
      await stop();
      await editors.untilAllGoOn();
      await sleep(forMs);
      await editors.untilAllGoOn();
      expect((await editors.owner.call('GET', `/api/v1/universes/${editors.universeId}`)).status).toBe(200);
      topology.redis.resume();
      await topology.redis.start();
    }
    expect(await editors.finish()).toMatchObject(journalLine);
  });

  it('goes on with the replica when the primary dies', async () => {
    const editors = await startEditors(topology, 7);
    await editors.untilAllGoOn();
    await topology.databases.failOver();
    const awayMs = await editors.untilAllGoOn();
    expect(await editors.finish()).toMatchObject(journalLine);
    judge('failed over', [awayMs]);
  });

  it('starts twice at once on an empty database', async () => {
    const { databases, redis, folder } = topology;
    for (let round = 0; round < firstStarts; round += 1) {
      await databases.current.query(`create database first_${round}`);
      const url = new URL(databases.url);
      url.pathname = `/first_${round}`;
      const start = (name: string) =>
        startServerProcess({
          DATABASE_URL: url.href,
          REDIS_URL: redis.url,
          NODE_NAME: name,
          SESSION_SECRET: 'the same secret for both of them',
          PUBLIC_URL: 'http://localhost',
          TRUST_PROXY: '1',
          // A folder of its own: the server closes it to all others, also to PostgreSQL.
          DATA_DIR: join(folder, `first-${name}`),
        });
      const both = await Promise.all([start('one'), start('two')]);
      expect(await Promise.all(both.map(async ({ url: origin }) => (await fetch(`${origin}/readyz`)).status))).toEqual([200, 200]);
      expect(await Promise.all(both.map((one) => one.end('SIGTERM')))).toEqual([0, 0]);
    }
  });

  it('leaves nothing behind', async () => {
    const { servers, nginx, redis, databases, folder, stop } = topology;
    const pids = [...servers, nginx, redis, databases.replica, databases.primary].map(({ pid }) => pid);
    await stop();
    expect([pids.filter(exists), existsSync(folder)]).toEqual([[], false]);
  });
});
