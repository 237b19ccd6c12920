import { effect } from '@preact/signals-core';
import { isolate } from '../../../shared/text/isolate.ts';
import type { Route } from '../../store/routes.ts';
import type { Store } from '../../store/store.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';

const titles: Partial<Record<Route['page'], Sentence>> = {
  'sign-in': 'Sign in',
  'sign-up': 'Create an account',
  'forgot-password': 'Forgotten password',
  'reset-password': 'New password',
  settings: 'Settings',
  notifications: 'Notifications',
  admin: 'Server',
};

/** Returns the title of a page. */
function pageTitleOf({ page }: Route, { universe, profile, template }: Store): string {
  const names: Partial<Record<Route['page'], string>> = {
    universe: universe.value?.name,
    embed: universe.value?.name,
    person: profile.value?.profile.displayName,
    template: template.value?.saved.name,
  };
  const title = titles[page];
  const name = title ? say(title) : names[page];
  return name ? `${isolate(name)} · Harmonic Universe` : 'Harmonic Universe';
}

/** Keeps the title of the browser's page up to date, in the interface language. */
export function followPageTitle(store: Store): void {
  effect(() => {
    document.title = store.language.value && pageTitleOf(store.route.value, store);
  });
}
