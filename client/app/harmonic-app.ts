import { effect } from '@preact/signals-core';
import { routeOf } from '../store/routes.ts';
import { createStore } from '../store/store.ts';
import { showToast } from '../store/toasts.ts';
import { keepComposition } from '../ui/composition.ts';
import { shortcutsOf } from '../ui/features.ts';
import { IntentEvent } from '../ui/intents.ts';
import '../ui/pages/app-shell.ts';
import { isOnScreens } from '../ui/screens.ts';
import { HarmonicApp } from './app.ts';
import { features } from './features/index.ts';
import { hasCodeFor } from './features/universe/load-session.ts';
import { followKey } from './keyboard/follow-key.ts';
import { exposeDebugHandle } from './page/debug-handle.ts';
import { followLanguage } from './page/language.ts';
import { watchOpening } from './page/opening-watch.ts';
import { followPageTitle } from './page/page-title.ts';
import { followPreferences } from './page/preferences.ts';
import { followUnfetched } from './page/troubles.ts';

/** Creates the application and starts it in `root`. */
export async function startClient(root: HTMLElement): Promise<void> {
  keepComposition();
  const store = createStore();
  followPreferences(store);
  await followLanguage(store);
  const shell = Object.assign(document.createElement('hu-app'), { store, features });
  const host = Object.assign(document.createElement('main'), { className: 'stage-host' });
  shell.append(host);
  root.append(shell);
  followUnfetched(store);
  watchOpening(store, () => hasCodeFor(store.route.value.page) && shell.renderRoot.querySelector(':not(:defined)') === null);
  if (isOnScreens('phone', 'low')) store.panel.value = null;

  const app = new HarmonicApp(store, host, features);
  for (const { start } of features) start?.(app);
  followPageTitle(store);
  // Set before the effect below: entering the gallery first would create two guests for a new user.
  store.route.value = routeOf(location.pathname);
  effect(() => {
    const route = store.route.value;
    queueMicrotask(() => void app.enter(route));
  });
  addEventListener('popstate', () => {
    store.route.value = routeOf(location.pathname);
  });

  root.addEventListener(IntentEvent.type, (event) => app.act((event as IntentEvent).detail));
  root.addEventListener('field-refused', (event) => showToast(store, 'error', (event as CustomEvent<{ text: string }>).detail.text));
  const shortcuts = shortcutsOf(features);
  addEventListener('keydown', (event) => followKey(event, shortcuts, app));
  exposeDebugHandle(app);
}
