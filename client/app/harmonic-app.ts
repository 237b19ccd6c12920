import { effect } from '@preact/signals-core';
import { AppError } from '../../shared/api/errors.ts';
import { callApi } from '../net/api-client.ts';
import { type Route, routeOf, universePath } from '../store/routes.ts';
import { createStore, panelNames, showToast, type Store } from '../store/store.ts';
import { type Intent, IntentEvent } from '../ui/intents.ts';
import { actionOfKey, type ShortcutAction } from '../ui/shortcuts.ts';
import '../ui/pages/app-shell.ts';
import { exposeDebugHandle } from './debug-handle.ts';
import { openUniverse, type UniverseSession } from './universe-session.ts';

/** Below this width panels are closed at first, so that the stage is seen. */
const narrowPx = 640;

/** Composes everything and starts it in `root`. */
export function startApp(root: HTMLElement): void {
  const store = createStore();
  const shell = document.createElement('hu-app');
  shell.store = store;
  const host = document.createElement('div');
  host.className = 'stage-host';
  shell.append(host);
  root.append(shell);

  let session: UniverseSession | null = null;
  if (innerWidth < narrowPx) store.panel.value = null;

  const go = (path: string, replace = false) => {
    history[replace ? 'replaceState' : 'pushState'](null, '', path);
    store.route.value = routeOf(path);
  };

  /** Counts navigations: an answer that arrives after the next one is not wanted any more. */
  let visit = 0;
  const enter = async (route: Route) => {
    visit += 1;
    const ours = visit;
    session?.close();
    session = null;
    try {
      if (route.page === 'gallery') await showGallery(store);
      if (route.page === 'open') {
        const made = await callApi('createUniverse', { body: { templateId: route.templateId } });
        if (ours === visit) go(universePath(made.id), true);
      }
      if (route.page === 'universe') {
        const [me, detail] = await Promise.all([callApi('getMe', {}), callApi('getUniverse', { params: { id: route.id } })]);
        if (ours !== visit) return;
        store.me.value = me;
        session = openUniverse({ store, host, detail, watching: route.watching });
      }
      document.title =
        route.page === 'universe' && store.universe.value ? `${store.universe.value.name} · Harmonic Universe` : 'Harmonic Universe';
    } catch (error) {
      if (ours !== visit) return;
      const isMissing = error instanceof AppError && error.code === 'not-found';
      if (isMissing) store.route.value = { page: 'not-found', what: route.page === 'open' ? 'template' : 'universe' };
      else showToast(store, 'error', error instanceof Error ? error.message : String(error));
    }
  };

  effect(() => {
    const route = store.route.value;
    queueMicrotask(() => void enter(route));
  });
  addEventListener('popstate', () => {
    store.route.value = routeOf(location.pathname);
  });

  const act = (intent: Intent) => {
    switch (intent.kind) {
      case 'edit':
        session?.edit(intent.edit);
        break;
      case 'touch':
        session?.touch(intent.key);
        break;
      case 'transport':
        session?.transport(intent.playing);
        break;
      case 'sound':
        void session?.sound.press();
        break;
      case 'navigate':
        go(intent.path);
        break;
      case 'remix':
        void remix(store, go);
        break;
      case 'share':
        void share(store, intent.patch);
        break;
      case 'panel':
        store.panel.value = intent.panel;
        break;
      case 'dialog':
        store.dialog.value = intent.dialog;
        break;
      case 'fullscreen':
        void toggleFullScreen(store);
        break;
      case 'select':
        store.selected.value = intent.id;
        if (intent.id !== null) store.panel.value = 'things';
        break;
      case 'move':
        session?.moveThing(intent.id, intent.x, intent.y);
        break;
      case 'copy':
        void navigator.clipboard.writeText(intent.text).then(
          () => showToast(store, 'info', 'Link copied'),
          () => showToast(store, 'error', 'The link could not be copied; mark it and copy it by hand.'),
        );
        break;
      case 'retry':
        void enter(store.route.value);
        break;
    }
  };
  root.addEventListener(IntentEvent.type, (event) => act((event as IntentEvent).detail));
  root.addEventListener('field-refused', (event) => showToast(store, 'error', (event as CustomEvent<{ text: string }>).detail.text));

  addEventListener('keydown', (event) => {
    const action = store.route.value.page === 'universe' ? actionOfKey(event) : null;
    if (!action) return;
    if (action.kind !== 'dismiss') event.preventDefault();
    const intent = intentOf(action, store);
    if (intent) act(intent);
  });

  exposeDebugHandle(store, () => session);
  store.route.value = routeOf(location.pathname);
}

/** What a shortcut wants, given what is shown. */
function intentOf(action: ShortcutAction, store: Store): Intent | null {
  switch (action.kind) {
    case 'toggle-playing':
      return { kind: 'transport', playing: !store.playing.value };
    case 'restart':
      return { kind: 'edit', edit: { kind: 'restart' } };
    case 'toggle-sound':
      return { kind: 'sound' };
    case 'fullscreen':
      return { kind: 'fullscreen' };
    case 'toggle-panels':
      return { kind: 'panel', panel: store.panel.value ? null : panelNames[0] };
    case 'panel':
      return { kind: 'panel', panel: store.panel.value === action.panel ? null : action.panel };
    case 'share':
      return { kind: 'dialog', dialog: 'share' };
    case 'sheet':
      return { kind: 'dialog', dialog: store.dialog.value === 'shortcuts' ? null : 'shortcuts' };
    case 'dismiss':
      return store.dialog.value ? { kind: 'dialog', dialog: null } : { kind: 'select', id: null };
  }
}

async function showGallery(store: Store): Promise<void> {
  store.gallery.value = { ...store.gallery.value, status: store.gallery.value.templates.length > 0 ? 'ready' : 'loading' };
  try {
    await callApi('getMe', {});
    const [{ templates }, { mine, recent }] = await Promise.all([callApi('listTemplates', {}), callApi('listUniverses', {})]);
    store.gallery.value = { status: 'ready', message: '', templates, mine, recent };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    store.gallery.value = { ...store.gallery.value, status: 'failed', message };
  }
}

async function remix(store: Store, go: (path: string) => void): Promise<void> {
  const universe = store.universe.value;
  if (!universe) return;
  try {
    const made = await callApi('createUniverse', { body: { forkOf: universe.id } });
    go(universePath(made.id));
    showToast(store, 'info', 'This one is yours now.');
  } catch (error) {
    showToast(store, 'error', error instanceof Error ? error.message : String(error));
  }
}

async function share(store: Store, patch: { isPublic?: boolean; linkRole?: 'editor' | 'viewer'; name?: string }): Promise<void> {
  const universe = store.universe.value;
  if (!universe) return;
  try {
    const { name, isPublic, linkRole } = await callApi('updateUniverse', { params: { id: universe.id }, body: patch });
    store.universe.value = { ...universe, name, isPublic, linkRole };
  } catch (error) {
    showToast(store, 'error', error instanceof Error ? error.message : String(error));
  }
}

async function toggleFullScreen(store: Store): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    showToast(store, 'info', 'This browser does not give the full screen.');
  }
}
