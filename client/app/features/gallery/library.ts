import { callApi } from '../../../net/api-client.ts';
import { type LibraryAct, libraryPath, type LibraryQuery, libraryQueryOf, requestOf } from '../../../store/library.ts';
import type { Store } from '../../../store/store.ts';
import { messageOf } from '../../page/actions.ts';
import { bringFile } from './bring-file.ts';

/** Counts what was asked for: an answer that comes after the next question is not wanted any more. */
let asked = 0;

/** Shows what the address asks for. */
export async function showLibrary(store: Store): Promise<void> {
  await fetchFirst(store, libraryQueryOf(location.search));
}

/** Does what a person wants of the library; what they look at is the address, so that it can be shared and gone back to. */
export async function actOnLibrary(store: Store, act: LibraryAct, go: (path: string) => void): Promise<void> {
  switch (act.kind) {
    case 'ask':
      if (libraryPath(act.query) !== libraryPath(store.library.value.query)) {
        history[act.isTyping ? 'replaceState' : 'pushState'](history.state, '', libraryPath(act.query));
      }
      return fetchFirst(store, act.query);
    case 'again':
      return fetchFirst(store, store.library.value.query);
    case 'more':
      return fetchMore(store);
    case 'bring':
      return bringFile(store, act.file, go);
  }
}

/** What was shown stays until its successor is there, so that nothing jumps. */
async function fetchFirst(store: Store, query: LibraryQuery): Promise<void> {
  asked += 1;
  const ours = asked;
  const { library } = store;
  library.value = { ...library.value, query, status: 'loading', isFetchingMore: false };
  try {
    const { universes, next } = await callApi('listUniverses', { query: requestOf(query) });
    if (ours === asked) library.value = { query, status: 'ready', message: '', universes, next, isFetchingMore: false };
  } catch (error) {
    if (ours === asked) library.value = { ...library.value, status: 'failed', message: messageOf(error), universes: [], next: null };
  }
}

async function fetchMore(store: Store): Promise<void> {
  const { library } = store;
  const { query, next: cursor, isFetchingMore, status } = library.value;
  if (cursor === null || isFetchingMore || status !== 'ready') return;
  const ours = asked;
  library.value = { ...library.value, isFetchingMore: true };
  try {
    const { universes, next } = await callApi('listUniverses', { query: { ...requestOf(query), cursor } });
    if (ours !== asked) return;
    // What was changed meanwhile has moved up, and may come a second time.
    const shown = library.value.universes;
    const known = new Set(shown.map(({ id }) => id));
    library.value = {
      ...library.value,
      universes: [...shown, ...universes.filter(({ id }) => !known.has(id))],
      next,
      isFetchingMore: false,
    };
  } catch (error) {
    if (ours === asked) library.value = { ...library.value, status: 'failed', message: messageOf(error), isFetchingMore: false };
  }
}
