import './trusted-types.ts';
import { type Crew, leadCrew } from '../../shared/simulation/crew/lead.ts';

/** Most threads that share a step: beyond it they wait for memory. */
const mostThreads = 4;
/** Slots from which on sharing a step saves more time than finding together costs. */
const worthSharing = 16_384;

/** Threads for the simulation on a device with `cores` of them, where its browser tells: half, so that picture, sound and page have the others. */
export function threadsFor(cores: number | undefined): number {
  return Math.max(1, Math.min(mostThreads, Math.floor((cores || 1) / 2)));
}

/** Threads that do not answer for so long are done without. */
const patienceMs = 4000;

/** Step threads of this worker's own, or none where one thread does as well, or they can not be had. They end with this worker. */
export async function recruitCrew(threads: number, slots: number): Promise<Crew | undefined> {
  // Also where nobody knows how many there are.
  if (!(threads >= 2) || slots < worthSharing) return undefined;
  const workers: Worker[] = [];
  try {
    // Not every worker can have workers of its own.
    for (let member = 2; member <= threads; member++) {
      workers.push(new Worker(new URL('./step-thread.ts', import.meta.url), { type: 'module', name: `step ${member}` }));
    }
    await Promise.all(workers.map(isReady));
  } catch {
    for (const worker of workers) worker.terminate();
    return undefined;
  }
  return leadCrew(threads, (invitation) => workers[invitation.member - 1].postMessage(invitation));
}

/**
 * Waits until memory that is handed to a thread is seen to be shared with it: a worker only comes to life while the one that made it is not
 * blocked. @throws Error where it can not be started, or does not share.
 */
function isReady(worker: Worker): Promise<void> {
  const probe = new Uint32Array(new SharedArrayBuffer(4));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a step thread does not answer')), patienceMs);
    worker.onmessage = () => {
      clearTimeout(timer);
      if (Atomics.load(probe, 0) === 1) resolve();
      else reject(new Error('a step thread does not share memory'));
    };
    worker.onerror = (event) => {
      clearTimeout(timer);
      reject(new Error(event.message || 'a step thread could not be started'));
    };
    worker.postMessage(probe);
  });
}
