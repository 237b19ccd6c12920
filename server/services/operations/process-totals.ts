import type { StatusSample } from '../../../shared/api/operations/status-schemas.ts';
import { memberRoles } from '../../../shared/api/universes/universe.ts';
import { maxSamples, sampleSeconds } from '../../ops/metrics/status-history.ts';
import type { HeardReport, ProcessReport } from './process-reports.ts';

type Connections = ProcessReport['connections'];

export const connectionsOf = (reports: readonly ProcessReport[]): Connections =>
  Object.fromEntries(
    memberRoles.map((role) => [role, reports.reduce((sum, { connections }) => sum + connections[role], 0)]),
  ) as Connections;

/** Sums counts by their names, most first. */
export function summedCounts<T extends string>(counts: readonly (readonly [T, number])[]): [T, number][] {
  const sums = new Map<T, number>();
  for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums].sort(([, one], [, other]) => other - one);
}

/**
 * Adds up the samples of all processes, oldest first: each has its own, at other times, so those that are equally old count together. Those of a
 * silent process are as much older as it has been silent.
 */
export function summedSamples(heard: readonly HeardReport[], now: Date): StatusSample[] {
  const nowMs = now.getTime();
  const stepMs = sampleSeconds * 1000;
  /** By how many samples ago they were taken. */
  const sums: StatusSample[] = [];
  for (const { report, silentSince } of heard) {
    const newestMs = Date.parse(report.samples.at(-1)?.at ?? now.toISOString());
    const since = silentSince ? Math.round((nowMs - newestMs) / stepMs) : 0;
    for (const sample of report.samples) {
      const ago = since + Math.round((newestMs - Date.parse(sample.at)) / stepMs);
      if (ago >= maxSamples) continue;
      for (let at = sums.length; at <= ago; at += 1) sums.push(nothingAt(new Date(nowMs - at * stepMs)));
      sums[ago] = added(sums[ago]!, sample);
    }
  }
  return sums.toReversed();
}

const nothingAt = (at: Date): StatusSample => ({
  at: at.toISOString(),
  rooms: 0,
  members: 0,
  lagMs: 0,
  load: 0,
  requests: 0,
  refusals: 0,
});

const added = (sum: StatusSample, sample: StatusSample): StatusSample => ({
  at: sum.at,
  rooms: sum.rooms + sample.rooms,
  members: sum.members + sample.members,
  lagMs: Math.max(sum.lagMs, sample.lagMs),
  load: Math.round((sum.load + sample.load) * 1000) / 1000,
  requests: sum.requests + sample.requests,
  refusals: sum.refusals + sample.refusals,
});
