import type { RouteBody, UniverseSummary } from '../../../../shared/api/contract/contract.ts';
import { AppError } from '../../../../shared/api/errors.ts';
import { callApi } from '../../../net/api-client.ts';
import { universePath } from '../../../store/routes.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { say } from '../../../words/words.ts';
import { messageOf } from '../../page/actions.ts';

/** Creates a remix of the open universe, as it is, or as it was right after the edit with the number `at`. */
export async function remix(store: Store, go: (path: string) => void, at?: number): Promise<void> {
  const universe = store.universe.value;
  if (!universe) return;
  try {
    const made = await callApi('createUniverse', { body: { forkOf: universe.id, ...(at === undefined ? {} : { at }) } });
    go(universePath(made.id));
    showToast(store, 'info', say('This one is yours now.'));
  } catch (error) {
    showToast(store, 'error', messageOf(error));
  }
}

/** The user's changes are sent one after another: each is based on the result of the previous one. */
let lastChange: Promise<void> = Promise.resolve();

export function share(store: Store, patch: RouteBody<'updateUniverse'>): void {
  const id = store.universe.value?.id;
  if (id !== undefined) changeNext(store, id, patch);
}

function changeNext(store: Store, id: string, patch: RouteBody<'updateUniverse'>): void {
  lastChange = lastChange.then(() => change(store, id, patch));
}

async function change(store: Store, id: string, patch: RouteBody<'updateUniverse'>): Promise<void> {
  /** Returns the shown universe, if it is still open. */
  const shown = () => (store.universe.value?.id === id ? store.universe.value : null);
  const show = ({ name, description, tags, revision, isPublic, linkRole }: UniverseSummary) => {
    const before = shown();
    if (before) store.universe.value = { ...before, name, description, tags, revision, isPublic, linkRole };
  };
  try {
    show(await callApi('updateUniverse', { params: { id }, revision: shown()?.revision, body: patch }));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'changed-meanwhile') return showToast(store, 'error', messageOf(error));
    await callApi('getUniverse', { params: { id } }).then(show, () => {});
    const again = { label: say('Change anyway'), run: () => changeNext(store, id, patch) };
    showToast(store, 'info', say('It was changed elsewhere; you now see the current version.'), again);
  }
}
