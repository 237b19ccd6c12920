import { callApi } from '../../../net/api-client.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { messageOf } from '../../page/actions.ts';

/** Shows a profile. @throws AppError `not-found` if there is no such user. */
export async function showPerson(store: Store, id: string): Promise<void> {
  const { person, gallery } = store;
  if (person.value?.profile.id !== id) person.value = null;
  const known = gallery.value.templates;
  const [profile, { universes, next }, { templates }] = await Promise.all([
    callApi('getProfile', { params: { id } }),
    callApi('listUniverses', { query: { owner: id } }),
    known.length > 0 ? { templates: known } : callApi('listTemplates', { query: {} }),
  ]);
  gallery.value = { ...gallery.value, templates };
  person.value = { profile, universes, next, isFetchingMore: false };
}

/** Shows more of the user's universes. */
export async function showMoreOfPerson(store: Store): Promise<void> {
  const { person } = store;
  const shown = person.value;
  if (!shown || shown.next === null || shown.isFetchingMore) return;
  person.value = { ...shown, isFetchingMore: true };
  try {
    const { universes, next } = await callApi('listUniverses', { query: { owner: shown.profile.id, cursor: shown.next } });
    if (person.value?.profile.id !== shown.profile.id) return;
    // A universe that was changed meanwhile has moved up, and may appear twice.
    const known = new Set(shown.universes.map(({ id }) => id));
    person.value = { ...shown, universes: [...shown.universes, ...universes.filter(({ id }) => !known.has(id))], next };
  } catch (error) {
    person.value = shown;
    showToast(store, 'error', messageOf(error));
  }
}
