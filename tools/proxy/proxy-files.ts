import { leaseSeconds } from '../../server/ops/lease-seconds.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeNamePattern } from '../../server/config.ts';
import { bodyLimits } from '../../shared/api/body-limits.ts';
import { apiPaths, apiPrefix } from '../../shared/api/contract/paths.ts';
import { overallRate } from '../../shared/api/rates.ts';
import { snapshotPartBytes } from '../../shared/room/snapshot-parts.ts';
import { proxyErrors, retrySeconds } from './proxy-errors.ts';
import { fillTemplate } from './template.ts';

const templates = join(import.meta.dirname, '../../deploy/nginx');

/** A process of the server, as NGINX knows it. */
export interface ProxiedProcess {
  /** Its `NODE_NAME`. */
  name: string;
  /** Host and port. */
  address: string;
}

/** What differs between two machines with NGINX. */
export interface ProxyPlace {
  /** Where the files of the configuration will be. */
  folder: string;
  /** The public host name. */
  host: string;
  /** Addresses and ports for TLS. The first port is the public one. */
  listen: readonly string[];
  /** Addresses and ports without TLS. */
  listenPlain: readonly string[];
  certificate: string;
  certificateKey: string;
  /** The folder that holds `assets`, the hashed files of the present release and of those before (`npm run release:assets`). */
  assets: string;
  /** The folder in which a client of ACME puts its files. */
  challenges: string;
  /** The user of the workers. */
  user: string;
  pidFile: string;
  errorLog: string;
  accessLog: string;
  temporary: string;
  brotliModule: string;
}

/** The places of Debian's packages. */
export const debianPlace = {
  folder: '/etc/nginx/harmonic',
  listen: ['443', '[::]:443'],
  listenPlain: ['80', '[::]:80'],
  assets: '/var/lib/harmonic/public',
  challenges: '/var/lib/harmonic/challenges',
  user: 'www-data',
  pidFile: '/run/nginx.pid',
  errorLog: '/var/log/nginx/error.log',
  accessLog: '/var/log/nginx/access.log',
  temporary: '/var/lib/nginx',
  brotliModule: '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so',
} as const satisfies Partial<ProxyPlace>;

/** Connections and HTTP/2 requests at a time from one address: a school or a concert hall may be behind it. */
const maxConnections = 2000;
/** The server refuses what is a little too much in its own words; NGINX refuses only what is far too much. */
const slack = 2;
const kilobytes = (bytes: number) => `${Math.ceil((bytes * slack) / 1024)}k`;

const limits = {
  usualBody: kilobytes(Math.max(bodyLimits.usual, bodyLimits.thumbnail)),
  fileBody: kilobytes(bodyLimits.file),
  snapshotBody: kilobytes(snapshotPartBytes),
  requestRate: String((overallRate.points / overallRate.seconds) * slack),
  requestBurst: String(overallRate.points * slack),
  maxConnections: String(maxConnections),
  leaseSeconds: String(leaseSeconds),
  retrySeconds: String(retrySeconds),
  limitSeconds: String(overallRate.seconds),
  apiPath: apiPrefix,
  universesPath: apiPaths.listUniverses.path,
  importPath: apiPaths.importUniverse.path,
};

const readTemplate = (name: string) => readFileSync(join(templates, name), 'utf8');
const listeners = (addresses: readonly string[], options = '') => addresses.map((address) => `  listen ${address}${options};`).join('\n');

const serversOf = (processes: readonly ProxiedProcess[]) =>
  processes.map(({ address }) => `  server ${address} max_fails=3 fail_timeout=2s;`).join('\n');

/** Returns host and port as in a URL, without the port if it is the usual one. */
function authorityOf({ host, listen }: ProxyPlace): string {
  const port = /\d+$/.exec(listen[0] ?? '')?.[0];
  return port === undefined || port === '443' ? host : `${host}:${port}`;
}

/** @throws Error if a name or an address is malformed, a name occurs twice, or there is no process. */
function checkProcesses(processes: readonly ProxiedProcess[]): void {
  if (processes.length === 0) throw new Error('NGINX needs at least one process: NAME=HOST:PORT');
  for (const { name, address } of processes) {
    if (!nodeNamePattern.test(name)) throw new Error(`The name of a process is 1 to 20 of a–z and 0–9, not ${name}`);
    if (!/^(?:[\w.-]+|\[[\da-f:]+\]):\d{1,5}$/i.test(address)) throw new Error(`The address of a process is HOST:PORT, not ${address}`);
  }
  if (new Set(processes.map(({ name }) => name)).size < processes.length) throw new Error('Two processes have one name.');
}

/**
 * Returns the files of NGINX for these processes, by name.
 * @throws Error if a process has no proper name or address.
 */
export function proxyFiles(processes: readonly ProxiedProcess[], place: ProxyPlace): ReadonlyMap<string, string> {
  checkProcesses(processes);
  const { listen, listenPlain, ...plain } = place;
  const othersThan = (name: string) => processes.filter((process) => process.name !== name);
  const perProcess = (template: string) =>
    processes
      .map(({ name, address }) => {
        // A process that is alone is its own other.
        const others = serversOf(processes.length > 1 ? othersThan(name) : processes);
        return fillTemplate(readTemplate(template), { ...limits, folder: place.folder, name, address, others }).trimEnd();
      })
      .join('\n');
  const values = {
    ...limits,
    ...plain,
    authority: authorityOf(place),
    listeners: listeners(listen, ' ssl http2'),
    otherListeners: listeners(listen, ' ssl http2 default_server'),
    plainListeners: listeners(listenPlain),
    servers: serversOf(processes),
    processUpstreams: perProcess('process/upstream.conf'),
  };
  const names = readdirSync(templates).filter((name) => name.endsWith('.conf'));
  return new Map([
    ...names.map((name): [string, string] => [name, fillTemplate(readTemplate(name), values)]),
    ['at-locations.conf', `${perProcess('process/locations.conf')}\n`],
    ['errors/unavailable.html', readTemplate('errors/unavailable.html')],
    ...proxyErrors,
  ]);
}
