import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseAssets } from '../release/release-assets.ts';
import { makeCertificate } from './certificate.ts';
import { type Databases, startDatabases } from './databases.ts';
import { createNginx, type NginxPart } from './nginx.ts';
import { freePorts } from './ports.ts';
import { type ClusterPrograms, findClusterPrograms } from './programs.ts';
import { createRedis, type RedisPart } from './redis.ts';
import { createServerPart, type ServerPart } from './servers.ts';
import { createStopList, type StopList } from './stop-list.ts';

/** A whole cluster on this machine. Its parts can be stopped, killed, paused and started again one by one. */
export interface Topology {
  /** The public address, with TLS. */
  readonly url: string;
  /** The certificate of that address, which no client trusts by itself. */
  readonly certificate: string;
  readonly folder: string;
  readonly databases: Databases;
  readonly redis: RedisPart;
  readonly nginx: NginxPart;
  /** The processes of the server, in the order of their names. */
  readonly servers: readonly ServerPart[];
  /** Stops everything, and removes the folder. */
  stop(): Promise<void>;
}

export interface TopologyOptions {
  /** Names of the processes of the server. */
  names?: readonly string[];
  /** Further settings of the servers. */
  variables?: Readonly<Record<string, string>>;
  /** False disables the syncs of PostgreSQL. */
  durable?: boolean;
  /** Told what is started next. */
  tell?(step: string): void;
}

type Settled = Required<TopologyOptions>;

/** What the functions below start their parts with. */
interface Ground extends Settled {
  programs: ClusterPrograms;
  stopList: StopList;
  folder: string;
  /** Makes a folder in that of the cluster. */
  place(name: string): string;
  logFile(name: string): string;
}

/** Name of this machine in URLs and in the certificate. */
const host = 'localhost';
const newSecret = () => randomBytes(24).toString('hex');

/**
 * Starts a cluster on free ports of this machine, in one temporary folder: PostgreSQL with a replica, Redis, processes of the server, and NGINX
 * in front of them.
 * @throws Error if a program is missing or does not start. Nothing is left running then.
 */
export async function startTopology(options: TopologyOptions = {}): Promise<Topology> {
  const programs = findClusterPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'harmonic-cluster-'));
  // The user of PostgreSQL must be able to enter it.
  chmodSync(folder, 0o711);
  const stopList = createStopList();
  const place = (name: string) => {
    const path = join(folder, name);
    mkdirSync(path, { mode: 0o711, recursive: true });
    return path;
  };
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  // However this process ends: its parts are killed then (part.ts).
  process.once('exit', removeFolder);
  const stop = async () => {
    await stopList.stopAll();
    process.off('exit', removeFolder);
    removeFolder();
  };
  const settled: Settled = { names: ['a', 'b'], variables: {}, durable: true, tell: () => {}, ...options };
  const logFile = (name: string) => join(place('logs'), `${name}.log`);
  try {
    return { ...(await startParts({ ...settled, programs, stopList, folder, place, logFile })), folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(ground: Ground): Promise<Omit<Topology, 'folder' | 'stop'>> {
  const { programs, stopList, folder, place, logFile, durable, tell } = ground;
  const [primary, replica, redisPort, port, plainPort] = (await freePorts(5)) as [number, number, number, number, number];
  tell('PostgreSQL and its replica');
  const database = { programs: programs.postgres, folder, ports: { primary, replica }, password: newSecret(), durable, logFile };
  const databases = await startDatabases(database, stopList);
  tell('Redis');
  const redis = stopList.add(
    createRedis({ program: programs.redis, port: redisPort, password: newSecret(), folder: place('redis'), logFile: logFile('redis') }),
  );
  await redis.start();
  const url = `https://${host}:${port}`;
  const servers = await startServers(ground, {
    DATABASE_URL: databases.url,
    DATABASE_REPLICA_URL: databases.replicaUrl,
    REDIS_URL: redis.url,
    SESSION_SECRET: newSecret(),
    PUBLIC_URL: url,
    TRUST_PROXY: '1',
  });
  tell('NGINX');
  const certificate = makeCertificate(programs.openssl, place('certificate'), host);
  const assets = place('public');
  releaseAssets(assets);
  const nginx = stopList.add(
    createNginx({
      program: programs.nginx,
      brotliModule: programs.brotliModule,
      host,
      port,
      plainPort,
      certificate,
      processes: servers.map((server) => ({ name: server.name, address: `127.0.0.1:${server.port}` })),
      assets,
      folder: place('nginx'),
      logFile: logFile('nginx'),
    }),
  );
  await nginx.start();
  return { url, certificate: certificate.pem, databases, redis, nginx, servers };
}

/** Starts the processes of the server: the first one makes the tables, then all others together. */
async function startServers(
  { names, variables, stopList, place, logFile, tell }: Ground,
  common: Record<string, string>,
): Promise<ServerPart[]> {
  const ports = await freePorts(2 * names.length);
  const servers = names.map((name, index) =>
    createServerPart({
      name,
      port: ports[2 * index]!,
      metricsPort: ports[2 * index + 1]!,
      logFile: logFile(`server-${name}`),
      variables: { ...common, ...variables, DATA_DIR: place(`server-${name}`) },
    }),
  );
  stopList.add({ stop: async () => void (await Promise.all(servers.map((server) => server.stop()))) });
  const [first, ...others] = servers;
  tell(`the processes ${names.join(', ')} of the server`);
  await first?.start();
  await Promise.all(others.map((server) => server.start()));
  return servers;
}
