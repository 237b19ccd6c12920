import { threadsFor } from '../../engine/step-crew.ts';
import { ownStorage } from '../page/own-storage.ts';

/** Threads for the simulation: what somebody has asked for, as for a measurement, else what the device has to spare. */
export function wantedThreads(): number {
  const wanted = Number.parseInt(ownStorage().getItem('harmonic.threads') ?? '', 10);
  return wanted >= 1 && wanted <= 8 ? wanted : threadsFor(navigator.hardwareConcurrency);
}
