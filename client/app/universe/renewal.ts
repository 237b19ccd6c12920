import type { Me } from '../../../shared/api/accounts/user-schemas.ts';
import { callApi } from '../../net/api-client.ts';
import type { Store } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import { say } from '../../words/words.ts';

/** Gets a new session for a user whose session has ended, as when they signed out on another page. */
export function createRenewal(store: Store) {
  /** The user of the new session, until the room admits them. */
  let renewed: Me | null = null;
  return {
    /** @throws if the server does not answer. */
    async identify(): Promise<void> {
      renewed = await callApi('getMe', {});
      store.me.value = renewed;
    },
    /** The room has admitted the user: tells a member their new name. */
    tell(takesPart: boolean): void {
      if (renewed && takesPart)
        showToast(store, 'info', say('Your session has ended. You continue as {name}.', { name: renewed.displayName }));
      renewed = null;
    },
  };
}
