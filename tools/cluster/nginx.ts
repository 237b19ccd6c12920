import { mkdirSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import { userInfo } from 'node:os';
import type { ProxiedProcess } from '../proxy/proxy-files.ts';
import { writeProxy } from '../proxy/write-proxy.ts';
import type { SelfSigned } from './certificate.ts';
import { createPart, type ClusterPart } from './part.ts';

export interface NginxPart extends ClusterPart {
  /** Its public address. */
  readonly url: string;
}

interface NginxOptions {
  program: string;
  brotliModule: string;
  host: string;
  port: number;
  plainPort: number;
  certificate: SelfSigned;
  processes: readonly ProxiedProcess[];
  assets: string;
  folder: string;
  logFile: string;
}

/** Asks for the health of any process, as a client that trusts the certificate. */
function isHealthy(url: string, ca: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    get(`${url}/healthz`, { ca, agent: false, timeout: 5000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).once('error', reject);
  });
}

/** Describes an NGINX with the configuration of deploy/nginx. */
export function createNginx(options: NginxOptions): NginxPart {
  const { program, brotliModule, host, port, plainPort, certificate, processes, assets, folder, logFile } = options;
  mkdirSync(join(folder, 'temporary'), { recursive: true });
  const url = `https://${host}:${port}`;
  writeProxy(processes, {
    folder,
    host,
    listen: [`127.0.0.1:${port}`],
    listenPlain: [`127.0.0.1:${plainPort}`],
    certificate: certificate.certificateFile,
    certificateKey: certificate.keyFile,
    assets,
    challenges: join(folder, 'challenges'),
    // The files of this working copy may be readable by its user alone.
    user: process.getuid?.() === 0 ? 'root' : userInfo().username,
    pidFile: join(folder, 'nginx.pid'),
    errorLog: 'stderr',
    accessLog: join(folder, 'access.json'),
    temporary: join(folder, 'temporary'),
    brotliModule,
  });
  const part = createPart({
    name: 'nginx',
    port,
    program,
    parameters: ['-e', 'stderr', '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'],
    folder,
    logFile,
    stopSignal: 'SIGTERM',
    answers: () => isHealthy(url, certificate.pem),
  });
  return Object.assign(part, { url });
}
