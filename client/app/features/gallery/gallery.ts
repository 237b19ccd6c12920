import { templateCounts } from '../../../../shared/api/universes/templates.ts';
import { callApi } from '../../../net/api-client.ts';
import type { Store } from '../../../store/store.ts';
import { messageOf } from '../../page/actions.ts';

interface LibraryDesk {
  showLibrary(store: Store): Promise<void>;
  showUserTemplates(store: Store): Promise<void>;
}

/** Number of the user's own universes before the templates; the others are in the library. */
const maxAtFront = '5';

/** The maximum page size: all built-in templates. */
const maxBuiltIn = String(templateCounts.page.max);

/** Loads the front page: templates, the user's own universes, and the library. */
export async function showGallery(store: Store, loadLibrary: () => Promise<LibraryDesk>): Promise<void> {
  const { gallery, me } = store;
  gallery.value = { ...gallery.value, status: gallery.value.templates.length > 0 ? 'ready' : 'loading' };
  try {
    const fetched = loadLibrary();
    // Before the lists: this request alone makes a new user a guest.
    me.value = await callApi('getMe', {});
    const [{ templates }, { universes: mine }] = await Promise.all([
      callApi('listTemplates', { query: { limit: maxBuiltIn } }),
      callApi('listUniverses', { query: { list: 'mine', limit: maxAtFront } }),
      fetched.then(({ showLibrary, showUserTemplates }) => Promise.all([showLibrary(store), showUserTemplates(store)])),
    ]);
    gallery.value = { status: 'ready', message: '', templates, mine };
  } catch (error) {
    gallery.value = { ...gallery.value, status: 'failed', message: messageOf(error) };
  }
}
