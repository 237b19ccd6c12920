/** A thread of Node that takes part in the steps it is invited to. */
import { parentPort } from 'node:worker_threads';
import { followCrew } from '../../shared/simulation/crew/follow.ts';
import type { WorkerThreadStart } from '../../shared/simulation/crew/lead.ts';

parentPort!.on('message', (invitation: WorkerThreadStart) => followCrew(invitation));
