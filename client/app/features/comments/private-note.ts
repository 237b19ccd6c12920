import { callApi } from '../../../net/api-client.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import type { NoteView } from '../../../store/comments.ts';
import { say } from '../../../words/words.ts';
import { messageOf } from '../../page/actions.ts';
import { createUniverseTurns } from '../../page/turns.ts';

/** Fetches the user's private note on the open universe, once. */
export async function showPrivateNote(store: Store, id: string): Promise<void> {
  if (store.privateNote.value || !store.me.value) return;
  const { text } = await callApi('getNote', { params: { id } });
  if (store.universe.value?.id === id) store.privateNote.value = { text, isPending: false, timesKept: 0 };
}

const turns = createUniverseTurns();

/** Stores another text as the private note, after all earlier ones; an empty one deletes the note. */
export const savePrivateNote = (store: Store, id: string, text: string): Promise<void> =>
  turns(store, id, text, () => takeTurn(store, id, text));

async function takeTurn(store: Store, id: string, text: string): Promise<void> {
  const before = store.privateNote.value;
  if (!before || text === before.text) return;
  store.privateNote.value = { ...before, isPending: true };
  try {
    const kept = text === '' ? (await callApi('deleteNote', { params: { id } }), '') : await write(id, text);
    show(store, id, { text: kept, isPending: false, timesKept: before.timesKept + 1 });
    if (kept === '') {
      const run = () => void savePrivateNote(store, id, before.text).catch((error: unknown) => showToast(store, 'error', messageOf(error)));
      showToast(store, 'info', say('Your note is deleted.'), { label: say('Undo'), run });
    }
  } catch (error) {
    show(store, id, before);
    throw error;
  }
}

const write = async (id: string, text: string) => (await callApi('writeNote', { params: { id }, body: { text } })).text;

function show({ universe, privateNote }: Store, id: string, view: NoteView): void {
  if (universe.value?.id === id) privateNote.value = view;
}
