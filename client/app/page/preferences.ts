import { effect } from '@preact/signals-core';
import { type Preferences, preferencesOf } from '../../../shared/api/accounts/preferences.ts';
import type { Store } from '../../store/store.ts';
import { keepStill } from '../../ui/stillness.ts';
import { ownStorage } from './own-storage.ts';

/** The browser's copy of the preferences, so that the next page starts with the last ones: `first-paint.js` reads it, too. */
const storageKey = 'harmonic.preferences';

/** Follows the user's preferences: first the copy in this browser, then those of the account. */
export function followPreferences(store: Store): void {
  const wantsStillness = matchMedia('(prefers-reduced-motion: reduce)');
  const { preferences, isMotionReduced } = store;
  preferences.value = kept();
  effect(() => {
    const { value: me } = store.me;
    if (me) preferences.value = me.preferences;
  });
  effect(() => {
    ownStorage().setItem(storageKey, JSON.stringify(preferences.value));
    document.documentElement.dataset.theme = preferences.value.theme;
  });
  const followMotion = () => {
    const { reducedMotion } = preferences.value;
    isMotionReduced.value = reducedMotion === 'system' ? wantsStillness.matches : reducedMotion === 'on';
  };
  effect(followMotion);
  wantsStillness.addEventListener('change', followMotion);
  effect(() => keepStill(isMotionReduced.value));
}

function kept(): Preferences {
  try {
    return preferencesOf(JSON.parse(ownStorage().getItem(storageKey) ?? '{}') as Record<string, unknown>);
  } catch {
    return preferencesOf({});
  }
}
