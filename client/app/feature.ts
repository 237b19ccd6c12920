import type { AccountPage } from '../../shared/api/contract/pages.ts';
import type { Route } from '../store/routes.ts';
import type { Store } from '../store/store.ts';
import type { UiFeature } from '../ui/features.ts';
import type { Intent, IntentKind, IntentOf } from '../ui/intents.ts';
import type { UniverseSession } from './universe/universe-session.ts';

/** The application, as features see it. */
export interface ClientApp {
  readonly store: Store;
  /** The element that contains the stage. */
  readonly host: HTMLElement;
  /** The open universe; null if there is none. */
  session: UniverseSession | null;
  act(intent: Intent): void;
  go(path: string, replace?: boolean): void;
  /** Enters the current page again. */
  enterAgain(): void;
  /** Imports a part of the application on first use and calls `act` with it; on failure a toast shows the reason. */
  later<P>(load: () => Promise<P>, act: (part: P) => unknown): void;
}

/** A visit of a page. */
export interface Visit {
  readonly app: ClientApp;
  /** Whether the page is still current: a response may arrive after the user has left. */
  isCurrent(): boolean;
}

type Page = Route['page'];
type RouteOf<P extends Page> = Extract<Route, { page: P }> | (P extends AccountPage ? { page: P } : never);
export type IntentHandlers = { readonly [K in IntentKind]?: (intent: IntentOf<K>, app: ClientApp) => unknown };
export type PageHandlers = { readonly [P in Page]?: (route: RouteOf<P>, visit: Visit) => Promise<unknown> };

/**
 * Something that a user can open or do. Features are part of the first script, so nothing here is large: their code and elements are
 * fetched by `import()` when they are needed.
 */
export interface Feature extends UiFeature {
  /** The name of the folder. */
  readonly name: string;
  /** Handles the intents that the feature adds to `Intents`. */
  readonly intents?: IntentHandlers;
  /** Enters the pages of the feature. */
  readonly pages?: PageHandlers;
  /** Closes the pages of the feature, before the next page is entered. */
  readonly leave?: (app: ClientApp) => Promise<void>;
  /** Follows the store from the start of the application. */
  readonly start?: (app: ClientApp) => void;
}

/** Passes an intent to the feature that handles its kind. */
export function handleIntent<K extends IntentKind>(features: readonly Feature[], intent: IntentOf<K>, app: ClientApp): void {
  const { kind } = intent;
  for (const { intents } of features) intents?.[kind]?.(intent, app);
}

/** Enters a page by its feature; a page without a feature has nothing to fetch. */
export async function enterPage<P extends Page>(features: readonly Feature[], page: P, route: RouteOf<P>, visit: Visit): Promise<void> {
  for (const { pages } of features) {
    const enter = pages?.[page];
    if (enter) await enter(route, visit);
  }
}
