import { runWorkerThread } from '../../shared/simulation/threads/worker-thread.ts';
import type { WorkerThreadStart } from '../../shared/simulation/threads/thread-pool.ts';

/** A worker thread that shares the steps of the simulation worker. It gets a new world after it has left the previous one. */
globalThis.onmessage = ({ data }: MessageEvent<WorkerThreadStart | Uint32Array>) => {
  if (data instanceof Uint32Array) {
    // Proves to the creator that this thread shares its memory.
    Atomics.store(data, 0, 1);
    globalThis.postMessage('ready');
  } else {
    runWorkerThread(data);
  }
};
