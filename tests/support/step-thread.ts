/** A worker thread of Node that takes part in the steps of a thread pool. */
import { parentPort } from 'node:worker_threads';
import { runWorkerThread } from '../../shared/simulation/threads/worker-thread.ts';
import type { WorkerThreadStart } from '../../shared/simulation/threads/thread-pool.ts';

parentPort!.on('message', (invitation: WorkerThreadStart) => runWorkerThread(invitation));
