import { ownStorage } from '../page/own-storage.ts';

/** Device ids are valid in this browser only: the chosen one is stored here. */
const storageKey = 'harmonic.output';

export const savedOutput = (): string => ownStorage().getItem(storageKey) ?? '';
export const saveOutput = (deviceId: string): void => ownStorage().setItem(storageKey, deviceId);
