/** A server with one empty route, run by the benchmark; the argument `with` adds what a server with metrics does for each request. */
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import express from 'express';
import { apiPaths } from '../../shared/api/contract/paths.ts';
import { createRequestTimes } from '../../server/http/door/request-times.ts';
import { createMetrics } from '../../server/ops/metrics/metrics.ts';

/** What the benchmark may ask for: the CPU time so far in µs, or the metrics in their text format. */
export type Question = 'cpu' | 'metrics';
export type Told = { port: number } | { cpu: number } | { metrics: string };

const tell = (told: Told) => void process.send!(told);
const metrics = process.argv[2] === 'with' ? createMetrics() : null;
metrics?.watchProcess();
const measure = metrics && createRequestTimes(metrics);

const app = express();
app.disable('x-powered-by');
app.get(apiPaths.getUniverse.path, (_request, response) => void response.end());
const server = createServer((request, response) => {
  measure?.(request, response);
  app(request, response);
});
server.listen(0, '127.0.0.1', () => tell({ port: (server.address() as AddressInfo).port }));

process.on('message', (question: Question) => {
  if (question === 'metrics') return void metrics!.read().then(({ text }) => tell({ metrics: text }));
  const { user, system } = process.cpuUsage();
  tell({ cpu: user + system });
});
process.on('disconnect', () => process.exit());
