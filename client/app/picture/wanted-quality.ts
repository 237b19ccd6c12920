import { fixedQualities } from '../../gpu/index.ts';
import type { Store } from '../../store/store.ts';
import { ownStorage } from '../page/own-storage.ts';

/** A fixed quality from 0 to 1 that somebody has asked this browser for, as for a recording. */
export function askedQuality(): number | undefined {
  const wanted = Number.parseFloat(ownStorage().getItem('harmonic.quality') ?? '');
  return wanted >= 0 && wanted <= 1 ? wanted : undefined;
}

/** The same, or what whoever looks prefers; undefined where the measured frame time decides. */
export const wantedQuality = (store: Store): number | undefined => askedQuality() ?? fixedQualities[store.preferences.value.pictureQuality];
