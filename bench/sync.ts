import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServerProcess } from '../server/testing/server-process.ts';
import { testDatabases } from '../server/testing/test-databases.ts';
import { createGuest, type Visitor } from '../server/testing/test-server.ts';
import type { UniverseDetail } from '../shared/api/contract/contract.ts';
import { memberBatchMs, spectatorBatchMs } from '../shared/room/rates.ts';
import { withTemporaryFolder } from '../tests/support/temporary-folder.ts';
import { rounded } from './statistics.ts';
import type { CrowdFigures, CrowdOrder, CrowdReport, PeerPlan, Seat } from './sync/orders.ts';

const processes = 3;
/** `SYNC_CLIENTS` sets a smaller number. */
const members = Number(process.env.SYNC_CLIENTS ?? 500);
const editors = Math.round(members / 25);
const editEveryMs = 100;
const smallRooms = Math.round(members / 2.5);
const membersInSmallRoom = 5;
const smallEditEveryMs = 1000;
/** Largest difference of the edits that the two servers deliver per second, as a share of the smaller number. */
const maxDifference = 0.05;
const warmMs = 3000;
const measuredMs = 8000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const addressOf = (index: number) => `10.1.${(index >> 8) & 255}.${index & 255}`;

/** The processes of the clients. */
interface Crowd {
  tell(order: CrowdOrder): Promise<CrowdReport[]>;
  sit(url: string, cookieOf: (kind: Seat['kind']) => string, seats: Seat[]): Promise<void>;
  figures(): Promise<CrowdFigures>;
  end(): void;
}

function gather(): Crowd {
  const children = Array.from({ length: processes }, () => fork(join(import.meta.dirname, 'sync/crowd.ts')));
  const tellOne = (child: ChildProcess, order: CrowdOrder) =>
    new Promise<CrowdReport>((resolve, reject) => {
      const ended = () => reject(new Error('a process of the crowd ended'));
      child.once('exit', ended);
      child.once('message', (report: CrowdReport) => {
        child.off('exit', ended);
        resolve(report);
      });
      child.send(order);
    });
  const tell = (order: CrowdOrder) => Promise.all(children.map((child) => tellOne(child, order)));
  return {
    tell,
    async sit(url, cookieOf, seats) {
      for (const kind of ['player', 'watcher'] as const) {
        const ours = seats.filter((seat) => seat.kind === kind);
        await Promise.all(
          children.map((child, index) => {
            const share = ours.filter((_, at) => at % children.length === index);
            return tellOne(child, { kind: 'sit', url, cookie: cookieOf(kind), seats: share });
          }),
        );
      }
    },
    async figures() {
      const all = (await tell({ kind: 'report' })).filter((report) => report.kind === 'figures');
      const add = (a: number, b: number) => a + b;
      const of = (take: (figures: CrowdFigures) => number) => all.map(take).reduce(add);
      const told = (kind: Seat['kind']) => ({ bytes: of((one) => one.told[kind].bytes), frames: of((one) => one.told[kind].frames) });
      return {
        kind: 'figures',
        latencies: all[0]!.latencies.map((_, ms) => of((one) => one.latencies[ms]!)),
        delivered: of((one) => one.delivered),
        told: { player: told('player'), watcher: told('watcher') },
        counted: { player: of((one) => one.counted.player), watcher: of((one) => one.counted.watcher) },
      };
    },
    end() {
      for (const child of children) child.kill();
    },
  };
}

/** CPU seconds of a process, on Linux. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  const ticksPerSecond = 100;
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function percentile(latencies: readonly number[], share: number): number {
  const total = latencies.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  return latencies.findIndex((count) => (seen += count) >= total * share);
}

/** Measures what a period of editing costs a server, and what it delivers. */
async function measure(crowd: Crowd, pid: number, everyMs: number) {
  await crowd.tell({ kind: 'edit', everyMs });
  await sleep(warmMs);
  const before = cpuSeconds(pid);
  await crowd.tell({ kind: 'clear' });
  const begunMs = performance.now();
  await sleep(measuredMs);
  const figures = await crowd.figures();
  const seconds = (performance.now() - begunMs) / 1000;
  const cpu = cpuSeconds(pid) - before;
  await crowd.tell({ kind: 'rest' });
  if (figures.delivered === 0) throw new Error('no edit came to anybody');
  return { figures, seconds, cpu, microseconds: (cpu * 1e6) / figures.delivered };
}

/** @throws Error when one of two servers delivered fewer edits than the other: their CPU time per edit cannot be compared then. */
function assertSameDelivered(...measured: { figures: CrowdFigures; seconds: number }[]): void {
  const rates = measured.map(({ figures, seconds }) => figures.delivered / seconds);
  if (Math.max(...rates) > Math.min(...rates) * (1 + maxDifference)) {
    throw new Error(`the two servers delivered different numbers of edits a second: ${rates.map(Math.round).join(' and ')}`);
  }
}

/** Bytes per second received by each client. */
const bytesPerSecond = ({ told, counted }: CrowdFigures, kind: Seat['kind'], seconds: number) =>
  counted[kind] === 0 ? 0 : told[kind].bytes / counted[kind] / seconds;

async function idleBytes(crowd: Crowd): Promise<Record<Seat['kind'], number>> {
  await sleep(warmMs);
  await crowd.tell({ kind: 'clear' });
  const begunMs = performance.now();
  await sleep(measuredMs);
  const figures = await crowd.figures();
  const seconds = (performance.now() - begunMs) / 1000;
  return { player: bytesPerSecond(figures, 'player', seconds), watcher: bytesPerSecond(figures, 'watcher', seconds) };
}

/** Measures the same clients at a plain server that broadcasts the same bytes at the same rate. */
async function measurePeer(crowd: Crowd, seats: readonly Seat[], plans: Record<Seat['kind'], PeerPlan>) {
  const peer = fork(join(import.meta.dirname, 'sync/peer.ts'), [JSON.stringify(plans)]);
  try {
    const { url } = await new Promise<{ url: string }>((resolve) => peer.once('message', (message) => resolve(message as { url: string })));
    const seatsThere = seats.map((seat) => ({ ...seat, universeId: null }));
    await crowd.sit(url, (kind) => kind, seatsThere);
    return await measure(crowd, peer.pid!, editEveryMs);
  } finally {
    peer.kill();
  }
}

async function newUniverse(visitor: Visitor, index: number): Promise<string> {
  const from = { 'x-forwarded-for': addressOf(index) };
  const answer = await visitor.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' }, from);
  if (answer.status !== 201) throw new Error(`no universe: ${answer.status}`);
  return answer.body.id;
}

async function measureSmallRooms(crowd: Crowd, server: { url: string; pid: number }) {
  const seats: Seat[] = [];
  let cookie = '';
  for (let room = 0; room < smallRooms; room += 1) {
    // The number of universes that an account may create per minute is limited.
    const owner = await createGuest(server.url);
    cookie = owner.cookie;
    const universeId = await newUniverse(owner, room);
    for (let seat = 0; seat < membersInSmallRoom; seat += 1) {
      seats.push({ universeId, kind: seat === 0 ? 'player' : 'watcher', address: addressOf(room) });
    }
  }
  await crowd.sit(server.url, () => cookie, seats);
  const { figures, cpu, seconds } = await measure(crowd, server.pid, smallEditEveryMs);
  return {
    rooms: smallRooms,
    people_in_room: membersInSmallRoom,
    edits_per_s: rounded(figures.delivered / (membersInSmallRoom + 1) / seconds),
    p99_ms: percentile(figures.latencies, 0.99),
    cpu_share: rounded(cpu / seconds),
  };
}

/**
 * Measures hundreds of clients in one room, a few of which edit ten times a second: the time from an edit to each client, the CPU time of
 * the server for each edit that it delivers, compared with a plain WebSocket server that broadcasts the same bytes to the same clients, and
 * the bytes that an idle client is sent. Then many small rooms. On PostgreSQL.
 */
export async function run(): Promise<Record<string, unknown>> {
  return withTemporaryFolder(async (directory) => {
    const database = await testDatabases.find(({ kind }) => kind === 'postgresql')!.open();
    const server = await startServerProcess({ DATA_DIR: directory, DATABASE_URL: database.url!, TRUST_PROXY: '1' });
    const crowd = gather();
    try {
      const owner = await createGuest(server.url);
      const universeId = await newUniverse(owner, 0);
      const seats: Seat[] = Array.from({ length: members }, (_, index) => ({
        universeId,
        kind: index < editors ? 'player' : 'watcher',
        address: addressOf(index),
      }));
      await crowd.sit(server.url, () => owner.cookie, seats);
      const idle = await idleBytes(crowd);
      const room = await measure(crowd, server.pid, editEveryMs);
      await crowd.tell({ kind: 'leave' });
      const planOf = (kind: Seat['kind'], everyMs: number): PeerPlan => ({
        everyMs,
        bytes: Math.round((bytesPerSecond(room.figures, kind, room.seconds) * everyMs) / 1000),
      });
      const peer = await measurePeer(crowd, seats, {
        player: planOf('player', memberBatchMs),
        watcher: planOf('watcher', spectatorBatchMs),
      });
      await crowd.tell({ kind: 'leave' });
      assertSameDelivered(room, peer);
      const small = await measureSmallRooms(crowd, server);
      return {
        ratio: rounded(room.microseconds / peer.microseconds),
        p99_ms: percentile(room.figures.latencies, 0.99),
        batch_ms: spectatorBatchMs,
        editors_batch_ms: memberBatchMs,
        idle_bytes_per_s: Math.round(Math.max(idle.player, idle.watcher)),
        idle_bytes_per_s_watching: Math.round(idle.watcher),
        clients: members,
        editors,
        p50_ms: percentile(room.figures.latencies, 0.5),
        peer_p99_ms: percentile(peer.figures.latencies, 0.99),
        us_per_delivered_edit: rounded(room.microseconds),
        peer_us_per_delivered_edit: rounded(peer.microseconds),
        delivered_per_s: Math.round(room.figures.delivered / room.seconds),
        peer_delivered_per_s: Math.round(peer.figures.delivered / peer.seconds),
        cpu_share: rounded(room.cpu / room.seconds),
        small_rooms: small,
      };
    } finally {
      crowd.end();
      await server.end('SIGTERM');
      await database.close();
    }
  });
}
