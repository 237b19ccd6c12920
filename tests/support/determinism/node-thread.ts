/** Runs jobs in a thread of this Node, from the sources. */
import { parentPort } from 'node:worker_threads';
import { type Job, runJob } from './battery.ts';

parentPort!.on('message', (job: Job) => parentPort!.postMessage(runJob(job)));
