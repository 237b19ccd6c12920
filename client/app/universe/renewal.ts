import type { Me } from '../../../shared/api/accounts/person-schemas.ts';
import { callApi } from '../../net/api-client.ts';
import type { Store } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import { say } from '../../words/words.ts';

/** Another session for somebody whose session has ended, as when they signed out on another page. */
export function createRenewal(store: Store) {
  /** Who one is since then, until one is in again. */
  let renewed: Me | null = null;
  return {
    /** @throws where the server does not answer. */
    async identify(): Promise<void> {
      renewed = await callApi('getMe', {});
      store.me.value = renewed;
    },
    /** One is in again: says as whom, where one takes part. */
    tell(takesPart: boolean): void {
      if (renewed && takesPart)
        showToast(store, 'info', say('Your session has ended. You go on as {name}.', { name: renewed.displayName }));
      renewed = null;
    },
  };
}
