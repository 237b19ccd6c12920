import { callApi } from '../../../net/api-client.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { messageOf } from '../../page/actions.ts';

/** Shows a profile. @throws AppError `not-found` if there is no such user. */
export async function showProfile(store: Store, id: string): Promise<void> {
  const { profile: person, gallery } = store;
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
export async function showMoreOfProfile(store: Store): Promise<void> {
  const { profile } = store;
  const shown = profile.value;
  if (!shown || shown.next === null || shown.isFetchingMore) return;
  profile.value = { ...shown, isFetchingMore: true };
  try {
    const { universes, next } = await callApi('listUniverses', { query: { owner: shown.profile.id, cursor: shown.next } });
    if (profile.value?.profile.id !== shown.profile.id) return;
    // A universe that was changed meanwhile has moved up, and may appear twice.
    const known = new Set(shown.universes.map(({ id }) => id));
    profile.value = { ...shown, universes: [...shown.universes, ...universes.filter(({ id }) => !known.has(id))], next };
  } catch (error) {
    profile.value = shown;
    showToast(store, 'error', messageOf(error));
  }
}
