/** A thread of its own for those who attack, so that what it costs to attack is not taken for what it costs to be attacked. */
import { parentPort, workerData } from 'node:worker_threads';
import { attacks, type AttackTarget } from './attacks.ts';

const tried = Object.entries(attacks).map(([name, attack]) =>
  attack(workerData as AttackTarget).catch((error: Error) => `${name} could not be tried: ${error.message}`),
);
parentPort!.postMessage((await Promise.all(tried)).filter((found) => found !== null));
