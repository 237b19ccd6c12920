import type { LeftBehind } from '../../../../shared/api/accounts/left-behind-schemas.ts';
import { callApi } from '../../../net/api-client.ts';
import type { TrashAct } from '../../../store/collaborators.ts';
import { universePath } from '../../../store/routes.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { say } from '../../../words/words.ts';
import { messageOf } from '../../page/actions.ts';

/** Moves universes to the trash and restores them. */
export async function actOnTrash(store: Store, act: TrashAct, go: (path: string) => void): Promise<void> {
  try {
    switch (act.kind) {
      case 'look':
        ({ universes: store.trash.value, copyable: store.copyable.value } = await callApi('listTrash', {}));
        store.leftBehind.value = (await callApi('listLeftBehind', {})).left;
        break;
      case 'remove':
        await remove(act.one);
        store.leftBehind.value = store.leftBehind.value.filter((other) => other !== act.one);
        break;
      case 'heirs':
        store.heirs.value = (await callApi('listHeirs', {})).universes;
        break;
      case 'copy': {
        const made = await callApi('createUniverse', { body: { forkOf: act.id, name: act.name } });
        go(universePath(made.id));
        showToast(store, 'info', say('{name} is yours now.', { name: made.name }));
        break;
      }
      case 'throw-away': {
        const universe = store.universe.value;
        if (!universe) return;
        const { id, name } = await callApi('deleteUniverse', { params: { id: universe.id } });
        go('/');
        showToast(store, 'info', say('{name} is in your trash.', { name }), {
          label: say('Undo'),
          run: () => void actOnTrash(store, { kind: 'take-back', id }, go),
        });
        break;
      }
      case 'take-back': {
        const { id, name } = await callApi('restoreUniverse', { params: { id: act.id } });
        if (store.trash.value) store.trash.value = store.trash.value.filter((trashed) => trashed.id !== id);
        showToast(store, 'info', say('{name} is restored.', { name }), { label: say('Open'), run: () => go(universePath(id)) });
        break;
      }
    }
  } catch (error) {
    showToast(store, 'error', messageOf(error));
  }
}

async function remove({ kind, universeId: id, commentId }: LeftBehind): Promise<void> {
  switch (kind) {
    case 'comment':
      await callApi('deleteComment', { params: { id, commentId: commentId! } });
      break;
    case 'review':
      await callApi('deleteReview', { params: { id } });
      break;
    case 'note':
      await callApi('deleteNote', { params: { id } });
      break;
    case 'favourite':
      await callApi('removeFavourite', { params: { id } });
      break;
  }
}
