import { fixedQualities } from '../../gpu/index.ts';
import type { Store } from '../../store/store.ts';
import { ownStorage } from '../page/own-storage.ts';

/** Reads a number that was set in this browser, as for screenshots or software rendering; undefined without one. */
function asked(key: string, min: number, max: number): number | undefined {
  const wanted = Number.parseFloat(ownStorage().getItem(key) ?? '');
  return wanted >= min && wanted <= max ? wanted : undefined;
}

/** Returns a fixed quality, 0..1. */
export const askedQuality = (): number | undefined => asked('harmonic.quality', 0, 1);

/** Returns the maximum frame rate, 1 to 240; undefined for that of the display. */
export const askedFrameRate = (): number | undefined => asked('harmonic.frame-rate', 1, 240);

/** Returns the fixed quality set in this browser, or the user's preference; undefined if the quality governor decides. */
export const wantedQuality = (store: Store): number | undefined => askedQuality() ?? fixedQualities[store.preferences.value.pictureQuality];
