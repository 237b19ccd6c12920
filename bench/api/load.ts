import { Agent, request } from 'node:http';
import { median } from '../statistics.ts';

/** A request of a load run. */
export interface Shot {
  readonly method: 'GET' | 'PATCH';
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface LoadFigures {
  /** Answers per second. */
  readonly rate: number;
  /** Percentiles of the time from request to the end of the answer, in ms. */
  readonly p50: number;
  readonly p99: number;
}

const connections = 8;

/** Sends requests over a few kept-alive connections for `seconds`; each sends the next request when it has its answer. */
export async function load(url: string, seconds: number, shotOf: (index: number) => Shot): Promise<LoadFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let index = 0;
  const begun = performance.now();
  const shoot = ({ method, path, body, headers }: Shot) =>
    new Promise<void>((resolve, reject) => {
      const sentMs = performance.now();
      const sent = request(
        new URL(path, url),
        { method, agent, headers: { ...headers, ...(body && { 'content-type': 'application/json' }) } },
        (answer) => {
          answer.resume();
          answer.on('error', reject);
          answer.on('end', () => {
            if (answer.statusCode !== 200) return reject(new Error(`${method} ${path}: ${answer.statusCode}`));
            times.push(performance.now() - sentMs);
            resolve();
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  const loop = async () => {
    while (performance.now() - begun < seconds * 1000) await shoot(shotOf(index++));
  };
  await Promise.all(Array.from({ length: connections }, loop));
  const spent = (performance.now() - begun) / 1000;
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  return { rate: times.length / spent, p50: median(times), p99: sorted[Math.floor(sorted.length * 0.99)]! };
}
