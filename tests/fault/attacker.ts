/** Runs the attacks in a thread of their own, so that their cost does not count as cost of the server. */
import { parentPort, workerData } from 'node:worker_threads';
import { attacks, type AttackTarget } from './attacks.ts';

const tried = Object.entries(attacks).map(([name, attack]) =>
  attack(workerData as AttackTarget).catch((error: Error) => `${name} could not be tried: ${error.message}`),
);
parentPort!.postMessage((await Promise.all(tried)).filter((found) => found !== null));
