import './trusted-types.ts';
import { type ThreadPool, createThreadPool } from '../../shared/simulation/threads/thread-pool.ts';

/** Maximum number of threads that share a step: beyond it they wait for memory. */
const maxThreads = 4;
/** Number of slots from which sharing a step saves more time than synchronisation costs. */
const worthSharing = 16_384;

/**
 * Returns the number of simulation threads on a device with `cores` cores, if known: half, so that picture, sound and page have the others.
 */
export function threadsFor(cores: number | undefined): number {
  return Math.max(1, Math.min(maxThreads, Math.floor((cores || 1) / 2)));
}

/** Threads that do not answer within this time are not used. */
const patienceMs = 4000;

/**
 * Starts the worker threads of this worker; undefined if one thread does as well, or if they are unavailable. They end with this worker.
 */
export async function startThreadPool(threads: number, slots: number): Promise<ThreadPool | undefined> {
  // Also rejects an unknown number of threads.
  if (!(threads >= 2) || slots < worthSharing) return undefined;
  const workers: Worker[] = [];
  try {
    // Not every browser supports nested workers.
    for (let member = 2; member <= threads; member++) {
      workers.push(new Worker(new URL('./step-thread.ts', import.meta.url), { type: 'module', name: `step ${member}` }));
    }
    await Promise.all(workers.map(isReady));
  } catch {
    for (const worker of workers) worker.terminate();
    return undefined;
  }
  return createThreadPool(threads, (invitation) => workers[invitation.member - 1].postMessage(invitation));
}

/**
 * Waits until a thread proves to share memory: a worker only starts while its creator is not blocked. @throws Error if it can not be
 * started, or does not share.
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
      reject(new Error(event.message || 'a worker thread could not be started'));
    };
    worker.postMessage(probe);
  });
}
