import { Worker } from 'node:worker_threads';
import { type ThreadPool, createThreadPool } from '../../shared/simulation/threads/thread-pool.ts';

/** Creates a thread pool of `members` threads, including this one, and a function that ends the others. */
export function recruit(members: number): { threadPool: ThreadPool; end(): Promise<void> } {
  const threads = Array.from({ length: members - 1 }, () => new Worker(new URL('step-thread.ts', import.meta.url)));
  const threadPool = createThreadPool(members, (invitation) => threads[invitation.member - 1].postMessage(invitation));
  return {
    threadPool,
    async end() {
      threadPool.dismiss();
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
