import { callApi } from '../../../net/api-client.ts';
import type { AccountAct } from '../../../store/account.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { say } from '../../../words/words.ts';
import { messageOf } from '../../page/actions.ts';
import { tabStorage } from '../../page/own-storage.ts';

/** The path to return to from an identity provider, and the path after a failure. */
interface WayBack {
  path: string;
  otherwise: string;
  /** Whether a message says that the identity is confirmed. */
  isConfirming?: boolean;
}

const keptAs = 'harmonic.way-back';

/** Goes to an identity provider, which ends this page. */
export async function leaveForProvider({ provider, purpose }: AccountAct & { kind: 'arrive' }, from: string): Promise<void> {
  const { location: there } = await callApi('beginProviderSignIn', { params: { provider }, body: { purpose } });
  const settings: WayBack = { path: '/settings', otherwise: '/settings', isConfirming: purpose === 'confirm' };
  const wayBack: WayBack = purpose === 'sign-in' ? { path: from, otherwise: '/sign-in' } : settings;
  tabStorage().setItem(keptAs, JSON.stringify(wayBack));
  location.assign(there);
}

function takeWayBack(): WayBack {
  const kept = tabStorage().getItem(keptAs);
  tabStorage().removeItem(keptAs);
  // Without storage, the user returns to the gallery.
  return kept === null ? { path: '/', otherwise: '/sign-in' } : (JSON.parse(kept) as WayBack);
}

/** Returns from an identity provider; its response is removed from the address. */
export async function comeBack(store: Store, provider: string, go: (path: string, replace: boolean) => void): Promise<void> {
  const { path, otherwise, isConfirming } = takeWayBack();
  const { code, state, iss } = Object.fromEntries(new URLSearchParams(location.search));
  history.replaceState(history.state, '', location.pathname);
  if (code === undefined || state === undefined) {
    showToast(store, 'info', say('You are not signed in: the sign-in was not completed.'));
    return go(otherwise, true);
  }
  try {
    store.me.value = await callApi('finishProviderSignIn', {
      params: { provider },
      body: { code, state, ...(iss === undefined ? {} : { iss }) },
    });
    if (isConfirming) showToast(store, 'info', say('Confirmed. You can continue now.'));
    go(path, true);
  } catch (error) {
    showToast(store, 'error', messageOf(error));
    go(otherwise, true);
  }
}
