import { hostname } from 'node:os';
import type { ClusterProcess } from '../../db/repositories/processes/processes.ts';

/** A process that does not answer for so long may be paused: it keeps its universes until its time has passed. */
const patienceMs = 300;

/** Name of this machine. */
export const ownMachine = hostname();

/** Header with which every answer to `/healthz` names its process. */
export const processHeader = 'X-Process';

/** An address of this machine says nothing about a process of another one. */
function isReachable({ address, machine }: ClusterProcess): boolean {
  const { hostname: host } = new URL(address);
  return machine === ownMachine || !['localhost', '127.0.0.1', '[::1]'].includes(host);
}

/** Returns whether a process is gone for certain: nobody listens at its address, or another process does. */
export async function isGone(process: ClusterProcess): Promise<boolean> {
  if (!isReachable(process)) return false;
  try {
    const answer = await fetch(`${process.address}/healthz`, { signal: AbortSignal.timeout(patienceMs) });
    const id = answer.headers.get(processHeader);
    return id !== null && id !== process.id;
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    return cause?.code === 'ECONNREFUSED';
  }
}
