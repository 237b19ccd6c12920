import './trusted-types.ts';
import { type Crew, leadCrew } from '../../shared/simulation/crew/lead.ts';

/** Most threads that share a step: beyond it they wait for memory. */
const mostThreads = 4;
/** Slots from which on sharing a step saves more time than finding together costs. */
const worthSharing = 16_384;

/** Threads for the simulation on a device with `cores` of them: half, so that picture, sound and page have the others. */
export function threadsFor(cores: number): number {
  return Math.max(1, Math.min(mostThreads, Math.floor(cores / 2)));
}

/** Step threads of this worker's own, or none where one thread does as well. They end with this worker. */
export async function recruitCrew(threads: number, slots: number): Promise<Crew | undefined> {
  if (threads < 2 || slots < worthSharing) return undefined;
  const workers = Array.from(
    { length: threads - 1 },
    (_, index) => new Worker(new URL('./step-thread.ts', import.meta.url), { type: 'module', name: `step ${index + 2}` }),
  );
  await Promise.all(workers.map(isReady));
  return leadCrew(threads, (invitation) => workers[invitation.member - 1].postMessage(invitation));
}

/** Waits for an answer: a worker only comes to life while the one that made it is not blocked. @throws Error where it can not be started. */
function isReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.onmessage = () => resolve();
    worker.postMessage('ready?');
    worker.onerror = (event) => reject(new Error(event.message || 'a step thread could not be started'));
  });
}
