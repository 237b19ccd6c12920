import { callApi } from '../net/api-client.ts';
import type { BinAct } from '../store/people.ts';
import { universePath } from '../store/routes.ts';
import type { Store } from '../store/store.ts';
import { showToast } from '../store/toasts.ts';
import { say } from '../words/words.ts';
import { messageOf } from './actions.ts';

/** Throws universes away and takes them back. */
export async function actOnBin(store: Store, act: BinAct, go: (path: string) => void): Promise<void> {
  try {
    switch (act.kind) {
      case 'look':
        store.bin.value = (await callApi('listBin', {})).universes;
        break;
      case 'throw-away': {
        const universe = store.universe.value;
        if (!universe) return;
        const { id, name } = await callApi('deleteUniverse', { params: { id: universe.id } });
        go('/');
        showToast(store, 'info', say('{name} lies in your bin.', { name }), {
          label: say('Undo'),
          run: () => void actOnBin(store, { kind: 'take-back', id }, go),
        });
        break;
      }
      case 'take-back': {
        const { id, name } = await callApi('restoreUniverse', { params: { id: act.id } });
        if (store.bin.value) store.bin.value = store.bin.value.filter((binned) => binned.id !== id);
        showToast(store, 'info', say('{name} is back.', { name }), { label: say('Open'), run: () => go(universePath(id)) });
        break;
      }
    }
  } catch (error) {
    showToast(store, 'error', messageOf(error));
  }
}
