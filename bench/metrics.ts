import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { apiPaths } from '../shared/api/contract/paths.ts';
import { load } from './api/load.ts';
import type { Question, Told } from './metrics/empty-server.ts';
import { mean, median, quantile, rounded } from './statistics.ts';

const rounds = 150;
const seconds = 0.3;
/** The share of the CPU time that metrics may cost. */
const barRatio = 1.15;
const path = apiPaths.getUniverse.path.replace(':id', '3f9aXq7bLm2c');

type ToldOf<K extends string> = Extract<Told, Record<K, unknown>>;

interface EmptyServer {
  url: string;
  ask<Q extends Question>(question: Q): Promise<ToldOf<Q>[Q & keyof ToldOf<Q>]>;
  stop(): void;
}

async function startEmptyServer(kind: 'with' | 'without'): Promise<EmptyServer> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'metrics/empty-server.ts'), [kind]);
  const next = async () => (await once(child, 'message'))[0] as never;
  const { port } = (await next()) as ToldOf<'port'>;
  return {
    url: `http://127.0.0.1:${port}`,
    async ask(question) {
      const answer = next();
      child.send(question);
      return (await answer)[question];
    },
    stop: () => child.disconnect(),
  };
}

/** Returns the CPU time of a request, in µs. */
async function costOf({ url, ask }: EmptyServer): Promise<{ microseconds: number; requests: number }> {
  const before = await ask('cpu');
  let requests = 0;
  await load(url, seconds, () => {
    requests += 1;
    return { method: 'GET', path };
  });
  return { microseconds: ((await ask('cpu')) - before) / requests, requests };
}

/**
 * Measures the CPU time that metrics cost on an empty route of Express: with what the server does for each request and the metrics of the
 * process, against a server without. Both are loaded in short turns, each first every other time, so that other work on the machine meets both. The
 * cost of a reading, every 15 seconds, is told apart.
 */
export async function run(): Promise<Record<string, unknown>> {
  const [ours, peer] = await Promise.all([startEmptyServer('with'), startEmptyServer('without')]);
  try {
    let counted = 0;
    const [withMetrics, without, ratios]: [number[], number[], number[]] = [[], [], []];
    for (let round = -1; round < rounds; round += 1) {
      const costs = { ours: 0, peer: 0 };
      for (const which of round % 2 === 0 ? (['ours', 'peer'] as const) : (['peer', 'ours'] as const)) {
        const { microseconds, requests } = await costOf(which === 'ours' ? ours : peer);
        costs[which] = microseconds;
        if (which === 'ours') counted += requests;
      }
      // The first round warms up.
      if (round < 0) continue;
      withMetrics.push(costs.ours);
      without.push(costs.peer);
      ratios.push(costs.ours / costs.peer);
    }
    const beforeReading = await ours.ask('cpu');
    const text = await ours.ask('metrics');
    const readingMs = ((await ours.ask('cpu')) - beforeReading) / 1000;
    const series = `harmonic_http_request_duration_seconds_count{method="GET",route="${apiPaths.getUniverse.path}",code="200"} ${counted}`;
    if (!text.split('\n').includes(series)) throw new Error(`the metrics do not count the ${counted} requests`);
    const ratio = rounded(median(ratios));
    return {
      ratio,
      bar: barRatio,
      isWithin: ratio <= barRatio,
      ratio_of_means: rounded(mean(withMetrics) / mean(without)),
      ratio_quartiles: [rounded(quantile(ratios, 0.25)), rounded(quantile(ratios, 0.75))],
      with_us: rounded(median(withMetrics)),
      without_us: rounded(median(without)),
      reading_ms: rounded(readingMs),
      requests: counted,
    };
  } finally {
    ours.stop();
    peer.stop();
  }
}
