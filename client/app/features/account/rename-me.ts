import { callApi } from '../../../net/api-client.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { messageOf } from '../../page/actions.ts';

/** Changes the user's name, here and in the room. */
export async function renameMe(store: Store, name: string, tellRoom: (name: string) => void): Promise<void> {
  try {
    store.me.value = await callApi('updateMe', { body: { displayName: name } });
    tellRoom(store.me.value.displayName);
  } catch (error) {
    showToast(store, 'error', messageOf(error));
  }
}
