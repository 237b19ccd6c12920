import { callApi } from '../../../net/api-client.ts';
import { type LibraryAct, libraryPath, type LibraryQuery, libraryQueryOf, requestOf } from '../../../store/library.ts';
import type { Store } from '../../../store/store.ts';
import { messageOf } from '../../page/actions.ts';
import { bringFile } from './bring-file.ts';

/** Counts requests: a response that arrives after the next request is obsolete. */
let asked = 0;

/** Shows the query of the address. */
export async function showLibrary(store: Store): Promise<void> {
  await fetchFirst(store, libraryQueryOf(location.search));
}

/** Performs an action on the library; its query is in the address, so that it can be shared and revisited. */
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

/** Loads the first page; the shown one stays until it arrives, so that nothing jumps. */
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
    // A universe that was changed meanwhile has moved up, and may appear twice.
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
