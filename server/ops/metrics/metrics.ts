import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type ErrorCode, errorCodes } from '../../../shared/api/errors.ts';
import type { MemberRole } from '../../../shared/room/messages.ts';
import type { EditGroup } from './edit-group.ts';
import { RequestHistogram, type RequestLabels } from './request-histogram.ts';

/** The outcome of an edit; `repeated` was committed before. */
export type EditOutcome = 'committed' | 'refused' | 'repeated';

/** Why the server or the network ended a connection to a room. */
export const dropReasons = ['abuse', 'backpressure', 'failed', 'hidden', 'kicked', 'network', 'replaced', 'revoked', 'stopping'] as const;
export type DropReason = (typeof dropReasons)[number];

/** The outcome of a look into the cache; `error` if Redis is gone. */
export const cacheOutcomes = ['hit', 'miss', 'error'] as const;
export type CacheOutcome = (typeof cacheOutcomes)[number];

/** Where a read that may be stale was answered; `fallback` is the primary after the replica failed. */
export const readPlaces = ['primary', 'replica', 'fallback'] as const;
export type ReadPlace = (typeof readPlaces)[number];

/** The rooms of a process, and the connections to them by the role that they have in the room. */
export interface RoomCount {
  rooms: number;
  connections: Readonly<Record<MemberRole, number>>;
}

type PoolCount = () => Readonly<Record<'idle' | 'busy' | 'waiting', number>>;

/** The measurements of a server. No label names a universe or a user: each has a few fixed values. */
export interface Metrics {
  /** For metrics that are defined elsewhere. */
  readonly registry: Registry;
  joined(outcome: 'joined' | 'rejoined'): void;
  /** Counts a join that is refused, also among the refusals. */
  joinRefused(code: ErrorCode): void;
  edited(group: EditGroup, outcome: EditOutcome): void;
  /** Measures a commit of so many edits to the journal, whether or not it succeeds. */
  timeCommit<T>(edits: number, commit: () => Promise<T>): Promise<T>;
  answered(labels: RequestLabels, seconds: number): void;
  /** Counts a refusal of a request, of a message to a room, or of a connection. */
  refused(code: ErrorCode): void;
  /** Takes the time by which a batch confirms ticks too late. */
  tickLagged(seconds: number): void;
  dropped(reason: DropReason): void;
  /** Counts a universe that another process has taken over. */
  leaseLost(): void;
  /** Sets what counts the universes that the process holds whenever the metrics are read. */
  watchLeases(count: () => number): void;
  /** Counts a member whose simulation differs from that of the others. */
  diverged(): void;
  cached(outcome: CacheOutcome): void;
  readFrom(place: ReadPlace): void;
  /** Sets what counts the rooms whenever the metrics are read. */
  watchRooms(count: () => RoomCount): void;
  /** Sets what counts the connections to PostgreSQL whenever the metrics are read. Without it, there is no such metric. */
  watchPool(count: PoolCount): void;
  /** Adds the metrics of the process: CPU, memory, event loop, garbage collection. */
  watchProcess(): void;
  /** Returns all metrics in the text format of Prometheus. */
  read(): Promise<{ contentType: string; text: string }>;
}

const commitBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const editBuckets = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000];
/** Few, since there is a series for each of them and each route, method and code. */
const requestBuckets = [0.01, 0.05, 0.25, 1, 5];
const lagBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];

/** Creates metrics with a registry of their own: a process may have several servers, as in tests. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const { joins, edits, errors, drops, divergences, leasesLost, cache, reads } = defineCounters(registry);
  const { commits, commitEdits, requests, lags } = defineHistograms(registry);
  return {
    registry,
    joined: (outcome) => joins.inc({ outcome }),
    joinRefused(code) {
      joins.inc({ outcome: code });
      errors.inc({ code });
    },
    edited: (group, outcome) => edits.inc({ group, outcome }),
    async timeCommit(edits, commit) {
      const end = commits.startTimer();
      commitEdits.observe(edits);
      try {
        return await commit();
      } finally {
        end();
      }
    },
    answered: (labels, seconds) => requests.measure(labels, seconds),
    refused: (code) => errors.inc({ code }),
    tickLagged: (seconds) => lags.observe(seconds),
    dropped: (reason) => drops.inc({ reason }),
    diverged: () => divergences.inc(),
    leaseLost: () => leasesLost.inc(),
    watchLeases: (count) => defineGauge(registry, { name: 'harmonic_leases', help: 'Universes that this process holds' }, count),
    cached: (outcome) => cache.inc({ outcome }),
    readFrom: (place) => reads.inc({ place }),
    watchRooms: (count) => defineRoomGauges(registry, count),
    watchPool: (count) =>
      defineGauge(
        registry,
        { name: 'harmonic_db_pool', help: 'Connections to PostgreSQL, and queries that wait for one', label: 'state' },
        count,
      ),
    watchProcess: () => collectDefaultMetrics({ register: registry }),
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function defineCounters(registry: Registry) {
  const registers = [registry];
  const joins = new Counter({
    name: 'harmonic_joins_total',
    help: 'Joins of rooms: joined, rejoined after a drop, or the code of the refusal',
    labelNames: ['outcome'] as const,
    registers,
  });
  const edits = new Counter({
    name: 'harmonic_edits_total',
    help: 'Edits by the part of the universe that they change, and by outcome',
    labelNames: ['group', 'outcome'] as const,
    registers,
  });
  const errors = new Counter({
    name: 'harmonic_errors_total',
    help: 'Refused requests, messages and connections by error code',
    labelNames: ['code'] as const,
    registers,
  });
  const drops = new Counter({
    name: 'harmonic_socket_drops_total',
    help: 'Connections to rooms that ended other than by leaving',
    labelNames: ['reason'] as const,
    registers,
  });
  const leasesLost = new Counter({
    name: 'harmonic_leases_lost_total',
    help: 'Universes of this process that another one has taken over',
    registers,
  });
  const divergences = new Counter({
    name: 'harmonic_divergences_total',
    help: 'Members whose simulation differed from that of the others',
    registers,
  });
  const cache = new Counter({
    name: 'harmonic_cache_total',
    help: 'Looks into the cache of answers to strangers: found, not found, or without Redis',
    labelNames: ['outcome'] as const,
    registers,
  });
  const reads = new Counter({
    name: 'harmonic_db_reads_total',
    help: 'Queries that a replica may answer, by who answered them; fallback is the primary after the replica failed',
    labelNames: ['place'] as const,
    registers,
  });
  // A series that begins at 0 shows its first increase, too.
  for (const outcome of ['joined', 'rejoined']) joins.inc({ outcome }, 0);
  for (const code of Object.keys(errorCodes)) errors.inc({ code }, 0);
  for (const reason of dropReasons) drops.inc({ reason }, 0);
  for (const outcome of cacheOutcomes) cache.inc({ outcome }, 0);
  for (const place of readPlaces) reads.inc({ place }, 0);
  return { joins, edits, errors, drops, divergences, leasesLost, cache, reads };
}

function defineHistograms(registry: Registry) {
  const registers = [registry];
  const commits = new Histogram({
    name: 'harmonic_journal_commit_seconds',
    help: 'Time of a commit of edits to the journal',
    buckets: commitBuckets,
    registers,
  });
  const commitEdits = new Histogram({
    name: 'harmonic_journal_commit_edits',
    help: 'Edits in a commit to the journal, of all rooms',
    buckets: editBuckets,
    registers,
  });
  const requests = new RequestHistogram({
    name: 'harmonic_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer; code 499 for requests that the client gave up',
    buckets: requestBuckets,
    registers,
  });
  const lags = new Histogram({
    name: 'harmonic_tick_lag_seconds',
    help: 'Time by which a batch of a playing room confirms ticks too late',
    buckets: lagBuckets,
    registers,
  });
  return { commits, commitEdits, requests, lags };
}

function defineRoomGauges(registry: Registry, count: () => RoomCount): void {
  defineGauge(registry, { name: 'harmonic_rooms', help: 'Open rooms' }, () => count().rooms);
  defineGauge(
    registry,
    { name: 'harmonic_connections', help: 'Connections to rooms, by the role in the room', label: 'kind' },
    () => count().connections,
  );
}

/** Defines a gauge that is counted whenever the metrics are read: one number, or one for each value of a label. */
function defineGauge(
  registry: Registry,
  { name, help, label }: { name: string; help: string; label?: string },
  count: () => number | Readonly<Record<string, number>>,
): void {
  const gauge: Gauge = new Gauge({
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [registry],
    collect() {
      const counted = count();
      if (typeof counted === 'number') gauge.set(counted);
      else for (const [value, number] of Object.entries(counted)) gauge.set({ [label!]: value }, number);
    },
  });
}
