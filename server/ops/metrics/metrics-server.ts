import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.ts';

/** Only programs on this machine read metrics; a proxy in front of the server does not reach them by accident. */
const loopback = '127.0.0.1';

interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves metrics at `/metrics` of a port of this machine, those of the process too.
 * @param port 0 uses any free port
 * @throws the system error if the port is in use (`EADDRINUSE`)
 */
export async function serveMetrics(metrics: Metrics, port: number): Promise<MetricsServer> {
  metrics.watchProcess();
  const server = createServer(async ({ method, url }, response) => {
    if (method !== 'GET' || url?.split('?', 1)[0] !== '/metrics') return void response.writeHead(404).end();
    try {
      const { contentType, text } = await metrics.read();
      response.writeHead(200, { 'content-type': contentType }).end(text);
    } catch {
      response.writeHead(500).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
