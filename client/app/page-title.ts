import type { Route } from '../store/routes.ts';
import type { Store } from '../store/store.ts';

const titles: Partial<Record<Route['page'], string>> = {
  'sign-in': 'Sign in',
  'sign-up': 'Create an account',
  'forgot-password': 'Forgotten password',
  'reset-password': 'New password',
  settings: 'Settings',
  notifications: 'Notifications',
};

/** What the browser shows as the name of a page that is open. */
export function pageTitleOf({ page }: Route, { universe, person, template }: Store): string {
  const names: Partial<Record<Route['page'], string>> = {
    ...titles,
    universe: universe.value?.name,
    embed: universe.value?.name,
    person: person.value?.profile.displayName,
    template: template.value?.saved.name,
  };
  return names[page] ? `${names[page]} · Harmonic Universe` : 'Harmonic Universe';
}
