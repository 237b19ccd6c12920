import { fixedQualities } from '../../gpu/index.ts';
import type { Store } from '../../store/store.ts';
import { ownStorage } from '../page/own-storage.ts';

/** A number that this browser was told to keep to, as for screenshots or on a machine whose processor draws; undefined where none was. */
function asked(key: string, min: number, max: number): number | undefined {
  const wanted = Number.parseFloat(ownStorage().getItem(key) ?? '');
  return wanted >= min && wanted <= max ? wanted : undefined;
}

/** A fixed quality from 0 to 1. */
export const askedQuality = (): number | undefined => asked('harmonic.quality', 0, 1);

/** The most frames a second, 1 to 240; undefined where the display says it. */
export const askedFrameRate = (): number | undefined => asked('harmonic.frame-rate', 1, 240);

/** The same, or what whoever looks prefers; undefined where the measured frame time decides. */
export const wantedQuality = (store: Store): number | undefined => askedQuality() ?? fixedQualities[store.preferences.value.pictureQuality];
