import { ownStorage } from '../page/own-storage.ts';

/** Ids of devices mean something in this browser alone: that is where the chosen one is remembered. */
const storageKey = 'harmonic.output';

export const keptOutput = (): string => ownStorage().getItem(storageKey) ?? '';
export const keepOutput = (deviceId: string): void => ownStorage().setItem(storageKey, deviceId);
