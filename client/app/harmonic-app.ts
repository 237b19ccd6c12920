import { effect } from '@preact/signals-core';
import { AppError } from '../../shared/api/errors.ts';
import { callApi } from '../net/api-client.ts';
import { type Route, routeOf, universePath } from '../store/routes.ts';
import { evenMix, leaveOut, withPart } from '../store/listening.ts';
import { createStore, showToast } from '../store/store.ts';
import { type Intent, IntentEvent } from '../ui/intents.ts';
import type { Cover } from '../ui/parts/cover.ts';
import { actionOfKey } from '../ui/shortcuts.ts';
import '../ui/pages/app-shell.ts';
import { messageOf, remix, renameMe, share, showGallery, toggleFullScreen } from './actions.ts';
import { exposeDebugHandle } from './debug-handle.ts';
import { intentOf } from './shortcut-intents.ts';
import { followSpeciesColours } from './species-colours.ts';
import type { UniverseSession } from './universe-session.ts';

/** Below this width panels are closed at first, so that the stage is seen. */
const narrowPx = 640;

/** What an open universe needs and the gallery does not: a part of its own, fetched beside what the server is asked. */
const loadSession = () => import('./universe-session.ts');

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
  let cover: Cover | null = null;
  if (innerWidth < narrowPx) store.panel.value = null;
  followSpeciesColours(store);

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
        const [made] = await Promise.all([callApi('createUniverse', { body: { templateId: route.templateId } }), loadSession()]);
        if (ours === visit) go(universePath(made.id), true);
      }
      if (route.page === 'universe') {
        const [me, detail, { openUniverse }] = await Promise.all([
          callApi('getMe', {}),
          callApi('getUniverse', { params: { id: route.id } }),
          loadSession(),
        ]);
        if (ours !== visit) return;
        store.me.value = me;
        session = openUniverse({ store, host, detail, watching: route.watching });
        if (cover) session.coverBy(cover);
      }
      document.title =
        route.page === 'universe' && store.universe.value ? `${store.universe.value.name} · Harmonic Universe` : 'Harmonic Universe';
    } catch (error) {
      if (ours !== visit) return;
      const isMissing = error instanceof AppError && error.code === 'not-found';
      if (isMissing) store.route.value = { page: 'not-found', what: route.page === 'open' ? 'template' : 'universe' };
      else {
        showToast(store, 'error', messageOf(error));
        if (route.page !== 'gallery') go('/', true);
      }
    }
  };

  // Before anything follows the route: entering the gallery on the way would make a stranger two guests.
  store.route.value = routeOf(location.pathname);
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
      case 'rename-me':
        void renameMe(store, intent.name, (name) => session?.room.rename(name));
        break;
      case 'panel':
        store.panel.value = intent.panel;
        break;
      case 'cover':
        cover = intent.cover;
        session?.coverBy(cover);
        break;
      case 'mix':
        store.listening.mix.value = withPart(store.listening.mix.value, intent.part, intent.change);
        break;
      case 'mix-even':
        store.listening.mix.value = evenMix;
        break;
      case 'output':
        void session?.listening
          .setOutput(intent.deviceId)
          .catch((error: unknown) => showToast(store, 'error', `That output can not be used: ${messageOf(error)}`));
        break;
      case 'leave-out':
        store.listening.leftOut.value = leaveOut(store.listening.leftOut.value, intent.cause, intent.isLeftOut);
        break;
      case 'choose-note':
        store.listening.chosen.value = intent.heard;
        break;
      case 'dialog':
        store.dialog.value = intent.dialog;
        break;
      case 'record':
        session?.recordings.start(intent.request);
        break;
      case 'cancel-recording':
        session?.recordings.cancel();
        break;
      case 'hands':
        session?.hands.act(intent.act);
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
}
