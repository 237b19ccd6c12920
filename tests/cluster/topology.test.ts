import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiPaths } from '../../shared/api/contract/paths.ts';
import { missingPackages } from '../../tools/cluster/programs.ts';
import { startTopology, type Topology } from '../../tools/cluster/topology.ts';
import { type SiteAsk, asker } from './ask.ts';

const missing = missingPackages();
let topology: Topology;
let ask: SiteAsk;

beforeAll(async () => {
  if (missing.length > 0) return;
  topology = await startTopology({ durable: false, variables: { LOG_LEVEL: 'warn' } });
  ask = asker(topology.url, topology.certificate);
});
afterAll(() => topology?.stop());

const exists = (pid: number) => existsSync(`/proc/${pid}`);

describe.skipIf(missing.length > 0)('a cluster on this machine', () => {
  it('answers through the proxy, with a replica that follows', async () => {
    expect((await ask(apiPaths.listTemplates.path)).status).toBe(200);
    const { primary, replica } = topology.databases;
    expect(await primary.query('select state from pg_stat_replication')).toEqual([{ state: 'streaming' }]);
    expect(await replica.query('select pg_is_in_recovery() as follows')).toEqual([{ follows: true }]);
  });

  it('goes on without a process that is killed or silent, and has it again', async () => {
    const [first, second] = topology.servers as [(typeof topology.servers)[0], (typeof topology.servers)[0]];
    await first.kill();
    expect(first.isAlive).toBe(false);
    expect((await ask(apiPaths.getMe.path)).status).toBe(200);
    await Promise.all([first.start(), topology.redis.kill().then(() => topology.redis.start())]);
    await second.kill();
    expect((await ask(`/at/${first.name}${apiPaths.getMe.path}`)).status).toBe(200);
    first.pause();
    const asking = ask(`/at/${first.name}${apiPaths.getMe.path}`);
    first.resume();
    expect((await asking).status).toBe(200);
  });

  it('makes the replica the primary when that has died', async () => {
    await topology.databases.failOver();
    expect(await topology.databases.replica.query('select pg_is_in_recovery() as follows')).toEqual([{ follows: false }]);
    expect((await ask(apiPaths.listTemplates.path)).status).toBe(200);
  });

  it('leaves nothing behind', async () => {
    const { servers, nginx, redis, databases, folder, stop } = topology;
    const pids = [...servers, nginx, redis, databases.replica, databases.primary].map(({ pid }) => pid);
    await stop();
    expect([pids.filter(exists), existsSync(folder)]).toEqual([[], false]);
  });
});
