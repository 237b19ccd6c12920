import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { startServerProcess } from '../../server/testing/server-process.ts';
import { copyMigrated } from '../../server/testing/test-databases.ts';
import { createGuest } from '../../server/testing/test-server.ts';
import type { UniverseDetail } from '../../shared/api/contract/contract.ts';
import { withTemporaryFolder } from '../support/temporary-folder.ts';
import type { AttackTarget } from './attacks.ts';
import { compare, settle } from '../support/members/compare.ts';
import { joinAsMember } from '../support/members/member.ts';
import { sleep, waitUntil } from '../support/until.ts';

const memberCount = 5;
const editIntervalMs = 60;
const patienceMs = 20_000;

/** The result of the attacks. */
export interface AttackReport {
  /** Requests that the server wrongly allowed. */
  found: string[];
  p99BeforeMs: number;
  p99DuringMs: number;
  /** Growth of the server's resident memory over the attacks. */
  grownMegabytes: number;
  alive: boolean;
}

/**
 * Lets five members edit a universe, for `quietMs` undisturbed, then during all attacks at once, `rounds` times. Times are
 * from an edit until another member receives it.
 * @throws Error if the universe differs between the members in the end.
 */
export function attackServer(rounds: number, quietMs: number): Promise<AttackReport> {
  return withTemporaryFolder(async (directory) => {
    await copyMigrated(directory);
    const server = await startServerProcess({ DATA_DIR: directory });
    const owner = await createGuest(server.url);
    const make = async () => (await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
    const [{ id, document }, hidden] = [await make(), await make()];
    await owner.call('PATCH', `/api/v1/universes/${hidden.id}`, { isPublic: false });
    const target: AttackTarget = { url: server.url, openId: id, privateId: hidden.id };

    let times: number[] = [];
    const sentMs = new Map<number, number>();
    const heard = () => {
      const edit = members[1]!.run.edits.at(-1)?.edit;
      const gravity = edit?.kind === 'parameters.set' ? edit.values.gravity : undefined;
      const sent = gravity === undefined ? undefined : sentMs.get(gravity);
      if (sent !== undefined) times.push(performance.now() - sent);
    };
    const guests = await Promise.all(Array.from({ length: memberCount }, () => createGuest(server.url)));
    const members = guests.map(({ cookie }, index) => joinAsMember(server.url, cookie, id, document, index === 1 ? heard : undefined));
    await waitUntil(
      () => members.every(({ status }) => status === 'online'),
      patienceMs,
      () => members.map(({ sentence }) => sentence).join(),
    );
    let count = 0;
    const playing = setInterval(() => {
      count += 1;
      // A different value of gravity identifies each edit.
      const gravity = (count % 20_000) / 1000;
      sentMs.set(gravity, performance.now());
      members[0]!.room.edit({ kind: 'parameters.set', values: { gravity } });
    }, editIntervalMs);
    const take = () => {
      const p99 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN;
      times = [];
      return p99;
    };
    try {
      // The first second warms up.
      await sleep(1000);
      take();
      await sleep(quietMs);
      const [p99BeforeMs, before] = [take(), residentMegabytes(server.pid)];
      const found: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        found.push(...(await attackOnce(target)));
      }
      const p99DuringMs = take();
      if (server.output.includes('a promise was rejected')) found.push(`a promise was rejected: ${server.output.slice(-400)}`);
      clearInterval(playing);
      const alive = server.isAlive && (await fetch(`${server.url}/healthz`)).ok;
      await settle(members);
      compare(members, (await owner.call<UniverseDetail>('GET', `/api/v1/universes/${id}`)).body);
      return { found, p99BeforeMs, p99DuringMs, grownMegabytes: residentMegabytes(server.pid) - before, alive };
    } finally {
      clearInterval(playing);
      for (const { room } of members) room.close();
      await server.end('SIGKILL');
    }
  });
}

/** Runs all attacks at once. @returns what the server wrongly allowed. */
function attackOnce(target: AttackTarget): Promise<string[]> {
  const attacker = new Worker(new URL('./attacker.ts', import.meta.url), { workerData: target });
  return new Promise((resolve, reject) => {
    attacker.once('message', (found: string[]) => {
      void attacker.terminate();
      resolve(found);
    });
    attacker.once('error', reject);
  });
}

/** Returns the resident memory of a process on Linux. */
function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
