import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import type { Job, Outcome } from './battery.ts';
import { type EngineReply, oneAtATime } from './engines.ts';

/** A server from which the page of a browser gets its jobs, and to which it sends their outcomes. */
export interface JobServer {
  readonly url: string;
  /** Resolves when the page has requested its first job. */
  readonly asked: Promise<unknown>;
  run(job: Job): Promise<Outcome>;
  fail(error: Error): void;
  close(): void;
}

const page = readFileSync(join(import.meta.dirname, 'page.html'));

/** Starts a server for one page. @param worker source of the program that runs the jobs */
export async function serveJobs(worker: string): Promise<JobServer> {
  let waiting: ServerResponse | null = null;
  let next: Job | null = null;
  const handOut = () => {
    if (!waiting || !next) return;
    waiting.setHeader('content-type', 'application/json').end(JSON.stringify(next));
    waiting = null;
    next = null;
  };
  const { run, answer, fail } = oneAtATime((job) => {
    next = job;
    handOut();
  });
  const server = createServer(async (request, response) => {
    switch (request.url ?? '') {
      case '/':
        response.setHeader('content-type', 'text/html').end(page);
        break;
      case '/worker.js':
        response.setHeader('content-type', 'text/javascript').end(worker);
        break;
      case '/job':
        waiting = response;
        server.emit('asked');
        handOut();
        break;
      case '/outcome':
        answer((await json(request)) as EngineReply);
        response.end();
        break;
      default:
        response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked: once(server, 'asked'),
    run,
    fail,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
