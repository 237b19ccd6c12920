import { effect } from '@preact/signals-core';
import { AppError } from '../../shared/api/errors.ts';
import { callApi } from '../net/api-client.ts';
import { noAct } from '../store/account.ts';
import { isAccountPage, type Route, routeOf, universePath } from '../store/routes.ts';
import { leaveOut, withPart } from '../store/listening.ts';
import { createStore } from '../store/store.ts';
import { showToast } from '../store/toasts.ts';
import { noTroubles } from '../store/trouble.ts';
import type { TalkAct } from '../store/talk.ts';
import { type Intent, IntentEvent } from '../ui/intents.ts';
import { keepComposition } from '../ui/composition.ts';
import '../ui/pages/app-shell.ts';
import { copyText, isUnfetched, messageOf, toggleFullScreen } from './page/actions.ts';
import { isOnScreens } from '../ui/screens.ts';
import { cameFrom, isDoor } from './page/door.ts';
import { exposeDebugHandle } from './page/debug-handle.ts';
import { showGallery } from './features/gallery/gallery.ts';
import {
  countNewsOnceSeen,
  hasCodeFor,
  loadColoursOnceSeen,
  loadHistory,
  loadLibrary,
  loadNotifications,
  loadPersonDesk,
  loadSession,
  loadTalk,
  loadTemplates,
  loadTimeline,
} from './load-later.ts';
import { followLanguage } from './page/language.ts';
import { watchOpening } from './page/opening-watch.ts';
import { followPageTitle } from './page/page-title.ts';
import { followPreferences } from './page/preferences.ts';
import { followKey } from './follow-key.ts';
import { followUnfetched, showTrouble, tellFailed } from './page/troubles.ts';
import type { UniverseSession } from './universe/universe-session.ts';
import { evenMix } from '../common/part-mix.ts';
import type { Cover } from '../common/cover.ts';

/** What was looked for and is not there. */
const missing: Partial<Record<Route['page'], string>> = { open: 'template', invite: 'invitation', person: 'person', template: 'template' };

/** What a universe begins with: a template, or nothing. */
const beginningOf = (templateId: string | null) => (templateId === null ? ({ empty: true } as const) : { templateId });

/** Composes everything and starts it in `root`. */
export async function startApp(root: HTMLElement): Promise<void> {
  keepComposition();
  const store = createStore();
  followPreferences(store);
  await followLanguage(store);
  const shell = document.createElement('hu-app');
  shell.store = store;
  const host = Object.assign(document.createElement('main'), { className: 'stage-host' });
  shell.append(host);
  root.append(shell);
  followUnfetched(store);
  watchOpening(store, () => hasCodeFor(store.route.value.page) && shell.renderRoot.querySelector(':not(:defined)') === null);

  let session: UniverseSession | null = null;
  let cover: Cover | null = null;
  if (isOnScreens('phone', 'low')) store.panel.value = null;
  loadColoursOnceSeen(store);

  const go = (path: string, replace = false) => {
    const route = routeOf(new URL(path, location.origin).pathname);
    history[replace ? 'replaceState' : 'pushState']({ from: isDoor(route) ? cameFrom() : '/' }, '', path);
    store.route.value = route;
  };

  /** Counts navigations: an answer that arrives after the next one is not wanted any more. */
  let visit = 0;
  const enter = async (route: Route) => {
    visit += 1;
    const ours = visit;
    session?.close();
    session = null;
    store.account.value = noAct;
    store.troubles.value = noTroubles;
    if (store.template.value) await loadTemplates().then(({ leaveTemplate }) => leaveTemplate(store));
    if (ours !== visit) return;
    try {
      if (route.page === 'gallery') await showGallery(store, loadLibrary);
      if (isAccountPage(route.page)) await (await loadPersonDesk()).enterAccountPage(store, route.page, go);
      if (route.page === 'from') await (await loadPersonDesk()).comeBack(store, route.provider, go);
      if (route.page === 'template') await (await loadTemplates()).showTemplate(store, route.id);
      if (route.page === 'person') await (await loadPersonDesk()).showPerson(store, route.id);
      if (route.page === 'open') {
        const [made] = await Promise.all([callApi('createUniverse', { body: beginningOf(route.templateId) }), loadSession()]);
        if (ours === visit) go(universePath(made.id), true);
      }
      if (route.page === 'invite') {
        const secret = location.hash.slice(1);
        const [{ id }] = await Promise.all([callApi('acceptInvitation', { body: { secret } }), loadSession()]);
        if (ours === visit) go(universePath(id), true);
      }
      if (route.page === 'universe') {
        const [me, detail, { openUniverse }] = await Promise.all([
          // Nobody becomes a guest by watching.
          route.watching ? store.me.value : callApi('getMe', {}),
          callApi('getUniverse', { params: { id: route.id } }),
          loadSession(),
        ]);
        if (ours !== visit) return;
        store.me.value = me;
        session = openUniverse({ store, host, detail, watching: route.watching, talked });
        if (cover) session.coverBy(cover);
        const comment = new URLSearchParams(location.search).get('comment');
        if (comment !== null) act({ kind: 'talk', act: { kind: 'choose', id: comment } });
      }
      if (route.page === 'embed') {
        // Nobody becomes a guest by looking at a page of others.
        const [detail, { openUniverse }] = await Promise.all([callApi('getUniverse', { params: { id: route.id } }), loadSession()]);
        if (ours !== visit) return;
        if (!detail.isPublic) throw new AppError('not-found', 'There is no such universe.');
        session = openUniverse({ store, host, detail, watching: true, talked: () => {} });
      }
    } catch (error) {
      if (ours !== visit) return;
      const isMissing = error instanceof AppError && error.code === 'not-found';
      if (isUnfetched(error)) tellFailed(store, 'page', error.message);
      else if (isMissing) store.route.value = { page: 'not-found', what: missing[route.page] ?? 'universe' };
      else {
        showToast(store, 'error', messageOf(error));
        // Within a page of others there is no other page to go to.
        if (route.page !== 'gallery' && route.page !== 'embed') go('/', true);
      }
    }
  };

  /** Does something with a part of the application that is fetched when it is first wanted. */
  const later = <P>(load: () => Promise<P>, act: (part: P) => unknown) =>
    void load().then(act, (error: unknown) => showToast(store, 'error', messageOf(error)));

  const talk = (wanted: TalkAct) => later(loadTalk, ({ actOnTalk }) => session && actOnTalk(store, wanted, session));
  const talked = () => {
    if (store.talk.value.status !== 'idle') talk({ kind: 'refresh' });
  };
  // Pins stand in the scene as soon as it is seen, and when the first one comes.
  effect(() => {
    const { universe, isSeen, talk: view } = store;
    if (isSeen.value && universe.value && universe.value.openThreads > 0 && view.value.status === 'idle')
      queueMicrotask(() => talk({ kind: 'look' }));
  });

  countNewsOnceSeen(store);
  followPageTitle(store);
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
      case 'reverse':
        session?.reverse(intent.direction);
        break;
      case 'together':
        session?.together.act(intent.act);
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
      case 'library':
        later(loadLibrary, ({ actOnLibrary }) => actOnLibrary(store, intent.act, go));
        break;
      case 'favourite':
        later(loadPersonDesk, ({ setFavourite }) => setFavourite(store, intent.id, intent.isFavourite));
        break;
      case 'remix':
        later(loadPersonDesk, ({ remix }) => remix(store, go));
        break;
      case 'share':
        later(loadPersonDesk, ({ share }) => share(store, intent.patch));
        break;
      case 'rename-me':
        later(loadPersonDesk, ({ renameMe }) => renameMe(store, intent.name, (name) => session?.room.rename(name)));
        break;
      case 'account':
        later(loadPersonDesk, ({ actOnAccount }) => actOnAccount(store, intent.act, { from: cameFrom(), go }));
        break;
      case 'preferences':
        later(loadPersonDesk, ({ choosePreferences }) => choosePreferences(store, intent.chosen));
        break;
      case 'look-for-outputs':
        later(loadPersonDesk, ({ lookForOutputs }) => lookForOutputs(store, intent.ask));
        break;
      case 'people':
        later(loadPersonDesk, ({ actOnPeople }) => actOnPeople(store, intent.act, () => go('/')));
        break;
      case 'talk':
        if (intent.act.kind === 'choose') store.panel.value = 'talk';
        talk(intent.act);
        break;
      case 'notifications':
        later(loadNotifications, ({ actOnNotifications }) => actOnNotifications(store, intent.act, go));
        break;
      case 'template':
        later(loadTemplates, ({ actOnTemplates }) => actOnTemplates(store, intent.act, go));
        break;
      case 'bin':
        later(loadPersonDesk, ({ actOnBin }) => actOnBin(store, intent.act, go));
        break;
      case 'more-activity':
        later(loadPersonDesk, ({ showMoreActivity }) => showMoreActivity(store));
        break;
      case 'more-of-person':
        later(loadPersonDesk, ({ showMoreOfPerson }) => showMoreOfPerson(store));
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
        later(loadPersonDesk, ({ chooseOutput }) => chooseOutput(store, intent.deviceId, session?.listening));
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
      case 'history':
        later(loadHistory, ({ actOnHistory }) => actOnHistory(store, intent.act, go));
        break;
      case 'timeline':
        later(loadTimeline, ({ actOnTimeline }) => actOnTimeline(store, intent.act, (edit) => session?.edit(edit)));
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
        void copyText(store, intent.text);
        break;
      case 'retry':
        void enter(store.route.value);
        break;
      case 'reload':
        location.reload();
        break;
      case 'without-picture':
        store.isPictureWaived.value = true;
        showTrouble(store, 'picture', null);
        break;
    }
  };
  root.addEventListener(IntentEvent.type, (event) => act((event as IntentEvent).detail));
  root.addEventListener('field-refused', (event) => showToast(store, 'error', (event as CustomEvent<{ text: string }>).detail.text));

  addEventListener('keydown', (event) => followKey(event, store, act));

  exposeDebugHandle(store, () => session);
}
