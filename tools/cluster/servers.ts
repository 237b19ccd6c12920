import { fileURLToPath } from 'node:url';
import { createPart, type ClusterPart } from './part.ts';

const entry = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ServerPart extends ClusterPart {
  /** Its own address, behind the proxy. */
  readonly url: string;
  readonly metricsUrl: string;
}

interface ServerOptions {
  name: string;
  port: number;
  metricsPort: number;
  logFile: string;
  /** Settings of the server, the same for all processes, and those that only this one has. */
  variables: Readonly<Record<string, string>>;
}

/** Describes a process of the server. */
export function createServerPart({ name, port, metricsPort, logFile, variables }: ServerOptions): ServerPart {
  const url = `http://127.0.0.1:${port}`;
  const { NODE_COMPILE_CACHE } = process.env;
  const part = createPart({
    name,
    port,
    program: process.execPath,
    parameters: [entry],
    variables: {
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      HOST: '127.0.0.1',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      NODE_NAME: name,
      NODE_ADDRESS: url,
      ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }),
      ...variables,
    },
    folder: root,
    logFile,
    stopSignal: 'SIGTERM',
    answers: async () => (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) })).ok,
  });
  return Object.assign(part, { url, metricsUrl: `http://127.0.0.1:${metricsPort}/metrics` });
}
