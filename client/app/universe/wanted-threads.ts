import { threadsFor } from '../../engine/step-threads.ts';
import { ownStorage } from '../page/own-storage.ts';

/** Returns the number of simulation threads: the number set in this browser, as for a measurement, else what the device can spare. */
export function wantedThreads(): number {
  const wanted = Number.parseInt(ownStorage().getItem('harmonic.threads') ?? '', 10);
  return wanted >= 1 && wanted <= 8 ? wanted : threadsFor(navigator.hardwareConcurrency);
}
