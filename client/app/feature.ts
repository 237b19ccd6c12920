import type { AccountPage } from '../../shared/api/contract/pages.ts';
import type { Route } from '../store/routes.ts';
import type { Store } from '../store/store.ts';
import type { UiFeature } from '../ui/features.ts';
import type { Intent, IntentKind, IntentOf } from '../ui/intents.ts';
import type { UniverseSession } from './universe/universe-session.ts';

/** The application, as features see it. */
export interface ClientApp {
  readonly store: Store;
  /** The element that carries the stage. */
  readonly host: HTMLElement;
  /** The open universe; null where none is. */
  session: UniverseSession | null;
  act(intent: Intent): void;
  go(path: string, replace?: boolean): void;
  /** Comes to the present page anew. */
  enterAgain(): void;
  /** Does something with a part of the application that is fetched when it is first wanted; a toast says why where that fails. */
  later<P>(load: () => Promise<P>, act: (part: P) => unknown): void;
}

/** Coming to a page. */
export interface Visit {
  readonly app: ClientApp;
  /** Whether the page is still the one that is wanted: an answer may come after the user has gone on. */
  isCurrent(): boolean;
}

type Page = Route['page'];
type RouteOf<P extends Page> = Extract<Route, { page: P }> | (P extends AccountPage ? { page: P } : never);
export type IntentHandlers = { readonly [K in IntentKind]?: (intent: IntentOf<K>, app: ClientApp) => unknown };
export type PageHandlers = { readonly [P in Page]?: (route: RouteOf<P>, visit: Visit) => Promise<unknown> };

/**
 * Something that a user can open or do. All of this comes with the first script, so nothing here is large: what a feature does and shows is
 * fetched by `import()` when it is wanted.
 */
export interface Feature extends UiFeature {
  /** The name of its folder. */
  readonly name: string;
  /** Handles the intents that it adds to `Intents`. */
  readonly intents?: IntentHandlers;
  /** Enters its pages. */
  readonly pages?: PageHandlers;
  /** Leaves what is open on its pages, before the next page is entered. */
  readonly leave?: (app: ClientApp) => Promise<void>;
  /** Follows the store from the start of the application on. */
  readonly start?: (app: ClientApp) => void;
}

/** Hands an intent to the feature that handles its kind. */
export function handleIntent<K extends IntentKind>(features: readonly Feature[], intent: IntentOf<K>, app: ClientApp): void {
  const { kind } = intent;
  for (const { intents } of features) intents?.[kind]?.(intent, app);
}

/** Enters a page by the feature that it belongs to; pages of none have nothing to fetch. */
export async function enterPage<P extends Page>(features: readonly Feature[], page: P, route: RouteOf<P>, visit: Visit): Promise<void> {
  for (const { pages } of features) {
    const enter = pages?.[page];
    if (enter) await enter(route, visit);
  }
}
