import { effect } from '@preact/signals-core';
import type { Store } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import { type Language, language, languageOf, speak } from '../../words/languages.ts';
import { messageOf } from './actions.ts';

/**
 * Applies the user's preferred language, now and whenever it changes. Resolves once the first is applied; English if its dictionary can't
 * be fetched.
 */
export async function followLanguage(store: Store): Promise<void> {
  let wanted: Language = language();
  const follow = async () => {
    const ours = wanted;
    try {
      await speak(ours, () => ours === wanted);
    } catch (error) {
      showToast(store, 'error', messageOf(error));
    }
    document.documentElement.lang = language();
    store.language.value = language();
  };
  let last: Promise<void> | undefined;
  effect(() => {
    wanted = languageOf(store.preferences.value.language, navigator.languages);
    last = follow();
  });
  await last;
}
