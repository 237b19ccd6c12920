/** A worker thread of Node that takes part in the steps of a thread pool. */
import { parentPort } from 'node:worker_threads';
import { followCrew } from '../../shared/simulation/crew/follow.ts';
import type { WorkerThreadStart } from '../../shared/simulation/crew/lead.ts';

parentPort!.on('message', (invitation: WorkerThreadStart) => followCrew(invitation));
