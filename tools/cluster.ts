/**
 * `npm run cluster -- [--names a,b]`: runs a whole cluster on this machine, in a temporary folder and on free ports, until Ctrl-C: PostgreSQL
 * with a replica, Redis, processes of the server, and NGINX with TLS.
 */
import { parseArgs } from 'node:util';
import { buildClient, isClientBuilt } from './build-client.ts';
import { startTopology, type Topology } from './cluster/topology.ts';

const { values } = parseArgs({ options: { names: { type: 'string', default: 'a,b' } } });

function describe({ url, nginx, servers, databases, redis, folder }: Topology): string {
  const lines: [string, string][] = [
    ...servers.map((server): [string, string] => [
      `process ${server.name}`,
      `${server.url}  metrics ${server.metricsUrl}  kill -9 ${server.pid}`,
    ]),
    ['primary', `port ${databases.primary.port}  kill -9 ${databases.primary.pid}`],
    ['replica', `port ${databases.replica.port}  kill -9 ${databases.replica.pid}`],
    ['Redis', `port ${redis.port}  kill -9 ${redis.pid}`],
    ['NGINX', `${nginx.url}  kill -9 ${nginx.pid}`],
    ['logs', `${folder}/logs`],
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  return [
    ...lines.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`),
    `Harmonic Universe is ready at ${url} (the certificate is self-signed). Ctrl-C stops everything and removes the folder.`,
  ].join('\n');
}

let topology: Topology | undefined;
let isStopping = false;
async function stop(): Promise<void> {
  // What is only half started ends with this process.
  if (topology === undefined) process.exit(1);
  if (isStopping) return;
  isStopping = true;
  console.log('\nStopping …');
  await topology.stop();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
// Nothing else keeps this process alive if all parts have ended.
setInterval(() => {}, 60_000);

try {
  if (!isClientBuilt()) {
    console.log('Building the client …');
    await buildClient();
  }
  topology = await startTopology({ names: values.names.split(','), tell: (step) => console.log(`Starting ${step} …`) });
  console.log(describe(topology));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
