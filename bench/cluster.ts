import { availableParallelism } from 'node:os';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGuest } from '../server/testing/test-server.ts';
import type { UniverseDetail } from '../shared/api/contract/contract.ts';
import { startTopology, type Topology } from '../tools/cluster/topology.ts';
import { cpuTimes } from './cluster/cpu-time.ts';
import { type BusyMembers, gatherCrowd } from './cluster/gather.ts';
import { rounded } from './statistics.ts';

const cores = availableParallelism();
const crowdProcesses = Math.max(2, Math.min(8, cores - 4));
/** Rooms, their members, and the edits that each of these has under way: more than a process carries. */
const rooms = 48;
const membersInRoom = 2;
const underWay = 8;
const warmMs = 4000;
/** `CLUSTER_SECONDS` sets another time. */
const measuredMs = Number(process.env.CLUSTER_SECONDS ?? 15) * 1000;
/** What two processes have to carry, measured by what one does, unless something else bounds them. */
const bar = 1.7;
/** From this share on the cores of a machine are the bound. */
const fullShare = 0.9;

/** CPU time in cores. */
type CoresUsed = Record<'servers' | 'clients' | 'databases' | 'redis' | 'proxy' | 'other_programs', number>;

interface Figures {
  edits_per_s: number;
  p50_ms: number;
  p99_ms: number;
  commits_per_s: number;
  cores_used: CoresUsed;
  /** The share of all cores that was in use. */
  busy: number;
}

function quantileOf(latencies: readonly number[], share: number): number {
  const total = latencies.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  return latencies.findIndex((count) => (seen += count) >= total * share);
}

/** Makes universes, and lets the crowd enter them, through the proxy. */
async function fill({ url, certificate }: Topology, crowd: BusyMembers): Promise<void> {
  const owner = await createGuest(url);
  const seats: { universeId: string; cookie: string }[] = [];
  for (let room = 0; room < rooms; room += 1) {
    const { status, body } = await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' });
    if (status !== 201) throw new Error(`no universe: ${status}`);
    for (let member = 0; member < membersInRoom; member += 1) seats.push({ universeId: body.id, cookie: owner.cookie });
  }
  const ofProcess = (index: number) => seats.filter((_, seat) => seat % crowdProcesses === index);
  await crowd.tell((index) => ({ kind: 'enter', url, certificate, underWay, seats: ofProcess(index) }));
}

/** Returns the number of transactions of the primary that wrote something since it was made. */
async function transactionsOf({ databases }: Topology): Promise<number> {
  const [row] = await databases.primary.query('select pg_snapshot_xmax(pg_current_snapshot())::text as next');
  return Number(row!.next);
}

/** @throws Error if a confirmed edit is missing in a journal, or an edit is there twice. */
async function assertWritten({ databases }: Topology, confirmed: number): Promise<void> {
  const [row] = await databases.primary.query(
    `select count(*) as edits, count(distinct (universe_id, client_id, client_sequence)) as different,
       (select sum(edit_count) from universes) as counted from edit_journal`,
  );
  const { edits, different, counted } = row as Record<string, string>;
  if ([edits, different, counted].some((count) => Number(count) !== confirmed)) {
    throw new Error(
      `${confirmed} edits were confirmed; in the journal are ${edits}, ${different} of them different, and ${counted} counted`,
    );
  }
}

/** Lets the crowd edit as fast as it is confirmed. */
async function measure(topology: Topology, crowd: BusyMembers): Promise<Figures> {
  const { servers, databases, redis, nginx } = topology;
  const look = async () => ({
    atMs: performance.now(),
    cpu: cpuTimes({
      servers: servers.map(({ pid }) => pid),
      clients: crowd.pids,
      databases: [databases.primary.pid, databases.replica.pid],
      redis: [redis.pid],
      proxy: [nginx.pid],
    }),
    transactions: await transactionsOf(topology),
    crowd: await crowd.figures(),
  });
  await crowd.tell(() => ({ kind: 'edit' }));
  await sleep(warmMs);
  const before = await look();
  await sleep(measuredMs);
  const after = await look();
  await crowd.tell(() => ({ kind: 'rest' }));
  await assertWritten(topology, (await crowd.figures()).confirmed);
  await crowd.tell(() => ({ kind: 'leave' }));

  const seconds = (after.atMs - before.atMs) / 1000;
  const coresOf = (name: keyof typeof after.cpu) => (after.cpu[name] - before.cpu[name]) / seconds;
  const parts = { servers: coresOf('servers'), clients: coresOf('clients'), databases: coresOf('databases') };
  const further = { redis: coresOf('redis'), proxy: coresOf('proxy') };
  const ours = [...Object.values(parts), ...Object.values(further)].reduce((sum, used) => sum + used, 0);
  const used: CoresUsed = { ...parts, ...further, other_programs: Math.max(0, coresOf('machine') - ours) };
  const latencies = after.crowd.latencies.map((count, ms) => count - before.crowd.latencies[ms]!);
  return {
    edits_per_s: Math.round((after.crowd.confirmed - before.crowd.confirmed) / seconds),
    p50_ms: quantileOf(latencies, 0.5),
    p99_ms: quantileOf(latencies, 0.99),
    commits_per_s: rounded((after.transactions - before.transactions) / seconds),
    cores_used: Object.fromEntries(Object.entries(used).map(([name, value]) => [name, rounded(value)])) as CoresUsed,
    busy: rounded(coresOf('machine') / cores),
  };
}

/** Measures a cluster with these processes of the server. */
async function measureCluster(names: readonly string[]): Promise<Figures> {
  const topology = await startTopology({ names });
  const crowd = gatherCrowd(crowdProcesses);
  try {
    setDefaultCACertificates([...getCACertificates('default'), topology.certificate]);
    await fill(topology, crowd);
    return await measure(topology, crowd);
  } finally {
    crowd.end();
    await topology.stop();
  }
}

/** Says what kept two processes from carrying more. */
function boundOf(ratio: number, { cores_used: used, busy }: Figures): string {
  if (ratio >= bar) return 'the processes of the server';
  if (busy < fullShare) return 'unknown: cores were idle';
  const shares = Object.entries(used).map(([name, value]) => `${name.replace('_', ' ')} ${value}`);
  return `the ${cores} cores of this machine, all in use: ${shares.join(', ')}`;
}

/**
 * Measures the edits that one process and two processes of the server carry for the same members in the same rooms, through NGINX and TLS,
 * on PostgreSQL with a replica. Each member has a number of edits under way all the time. Every confirmed edit must be in the journal, once.
 */
export async function run(): Promise<Record<string, unknown>> {
  const one = await measureCluster(['a']);
  const two = await measureCluster(['a', 'b']);
  const ratio = rounded(two.edits_per_s / one.edits_per_s);
  // What does not depend on how many cores there are: the work of an edit.
  const workOf = ({ cores_used: { servers }, edits_per_s: edits }: Figures) => Math.round((servers * 1e6) / edits);
  return {
    ratio,
    bar,
    bound_by: boundOf(ratio, two),
    cores,
    rooms,
    members: rooms * membersInRoom,
    server_us_per_edit: { one: workOf(one), two: workOf(two) },
    one,
    two,
  };
}
