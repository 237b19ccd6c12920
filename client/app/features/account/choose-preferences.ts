import type { Preferences } from '../../../../shared/api/accounts/preferences.ts';
import { callApi } from '../../../net/api-client.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { messageOf } from '../../page/actions.ts';

/** Counts choices: the response to an earlier choice is obsolete. */
let choices = 0;

/** Applies the chosen preferences at once, and stores them in the account; if that fails, they are reverted. */
export async function choosePreferences(store: Store, chosen: Partial<Preferences>): Promise<void> {
  choices += 1;
  const ours = choices;
  const before = store.preferences.value;
  store.preferences.value = { ...before, ...chosen };
  try {
    const me = await callApi('updateMe', { body: { preferences: chosen } });
    if (ours === choices) store.me.value = me;
  } catch (error) {
    if (ours === choices) store.preferences.value = store.me.value?.preferences ?? before;
    showToast(store, 'error', messageOf(error));
  }
}
