import { AppError } from '../../shared/api/errors.ts';
import { markPage, pageMarks } from '../common/page-marks.ts';
import { noAct } from '../store/account.ts';
import { type Route, routeOf } from '../store/routes.ts';
import type { Store } from '../store/store.ts';
import { showToast } from '../store/toasts.ts';
import { noTroubles } from '../store/trouble.ts';
import type { Intent } from '../ui/intents.ts';
import { type ClientApp, enterPage, type Feature, handleIntent } from './feature.ts';
import { isUnfetched, messageOf } from './page/actions.ts';
import { cameFrom, isDoor } from './page/door.ts';
import { tellFailed } from './page/troubles.ts';
import type { UniverseSession } from './universe/universe-session.ts';

/** The name of what a page did not find. */
const missing: Partial<Record<Route['page'], string>> = { open: 'template', invite: 'invitation', person: 'person', template: 'template' };

/** The application: passes intents and routes to their features. */
export class HarmonicApp implements ClientApp {
  readonly store: Store;
  readonly host: HTMLElement;
  session: UniverseSession | null = null;
  readonly #features: readonly Feature[];
  /** Counts navigations: a response that arrives after the next one is obsolete. */
  #visits = 0;

  constructor(store: Store, host: HTMLElement, features: readonly Feature[]) {
    this.store = store;
    this.host = host;
    this.#features = features;
  }

  readonly act = (intent: Intent): void => handleIntent(this.#features, intent, this);

  readonly go = (path: string, replace = false): void => {
    const route = routeOf(new URL(path, location.origin).pathname);
    if (!replace) markPage(pageMarks.go);
    history[replace ? 'replaceState' : 'pushState']({ from: isDoor(route) ? cameFrom() : '/' }, '', path);
    this.store.route.value = route;
  };

  readonly enterAgain = (): void => void this.enter(this.store.route.value);

  readonly later = <P>(load: () => Promise<P>, act: (part: P) => unknown): void =>
    void load().then(act, (error: unknown) => showToast(this.store, 'error', messageOf(error)));

  /** Leaves the open page, and enters the page of a route by its feature. */
  async enter(route: Route): Promise<void> {
    this.#visits += 1;
    const ours = this.#visits;
    const isCurrent = () => ours === this.#visits;
    this.session?.close();
    this.session = null;
    this.store.account.value = noAct;
    this.store.troubles.value = noTroubles;
    for (const { leave } of this.#features) if (leave) await leave(this);
    if (!isCurrent()) return;
    try {
      await enterPage(this.#features, route.page, route, { app: this, isCurrent });
    } catch (error) {
      if (isCurrent()) tell(this, route, error);
    }
  }
}

/** Shows why a page could not be entered. */
function tell({ store, go }: ClientApp, { page }: Route, error: unknown): void {
  if (isUnfetched(error)) return tellFailed(store, 'page', error.message);
  if (error instanceof AppError && error.code === 'not-found') {
    store.route.value = { page: 'not-found', what: missing[page] ?? 'universe' };
    return;
  }
  showToast(store, 'error', messageOf(error));
  // An embedded universe has no other page to go to.
  if (page !== 'gallery' && page !== 'embed') go('/', true);
}
