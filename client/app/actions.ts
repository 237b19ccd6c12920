import { callApi } from '../net/api-client.ts';
import { universePath } from '../store/routes.ts';
import { showToast, type Store } from '../store/store.ts';

/** What an error says to a person. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export async function showGallery(store: Store): Promise<void> {
  store.gallery.value = { ...store.gallery.value, status: store.gallery.value.templates.length > 0 ? 'ready' : 'loading' };
  try {
    store.me.value = await callApi('getMe', {});
    const [{ templates }, { mine, recent }] = await Promise.all([callApi('listTemplates', {}), callApi('listUniverses', {})]);
    store.gallery.value = { status: 'ready', message: '', templates, mine, recent };
  } catch (error) {
    const message = messageOf(error);
    store.gallery.value = { ...store.gallery.value, status: 'failed', message };
  }
}

export async function remix(store: Store, go: (path: string) => void): Promise<void> {
  const universe = store.universe.value;
  if (!universe) return;
  try {
    const made = await callApi('createUniverse', { body: { forkOf: universe.id } });
    go(universePath(made.id));
    showToast(store, 'info', 'This one is yours now.');
  } catch (error) {
    showToast(store, 'error', messageOf(error));
  }
}

export async function share(store: Store, patch: { isPublic?: boolean; linkRole?: 'editor' | 'viewer'; name?: string }): Promise<void> {
  const universe = store.universe.value;
  if (!universe) return;
  try {
    const { name, isPublic, linkRole } = await callApi('updateUniverse', { params: { id: universe.id }, body: patch });
    store.universe.value = { ...universe, name, isPublic, linkRole };
  } catch (error) {
    showToast(store, 'error', messageOf(error));
  }
}

export async function toggleFullScreen(store: Store): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    showToast(store, 'info', 'This browser does not give the full screen.');
  }
}

/** Takes another name, here and in the room. */
export async function renameMe(store: Store, name: string, tellRoom: (name: string) => void): Promise<void> {
  try {
    store.me.value = await callApi('updateMe', { body: { displayName: name } });
    tellRoom(store.me.value.displayName);
  } catch (error) {
    showToast(store, 'error', messageOf(error));
  }
}
