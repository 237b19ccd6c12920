import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { treeOf } from '../../tools/cluster/process-tree.ts';

const ticksPerSecond = 100;

/** Seconds of CPU time that a process has used, with those of its children that have ended. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond;
}

/** Seconds of CPU time of each part: process ids, which count with all that they started. Linux only. */
export function cpuTimes<N extends string>(parts: Readonly<Record<N, readonly number[]>>): Record<N | 'machine', number> {
  const busyMs = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
  const times = Object.entries<readonly number[]>(parts).map(([name, pids]) => [
    name,
    pids.flatMap(treeOf).reduce((sum, pid) => sum + cpuSeconds(pid), 0),
  ]);
  return { ...(Object.fromEntries(times) as Record<N, number>), machine: busyMs / 1000 };
}
