import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    'more-of-profile': object;
  }
}

const load = () => import('./profile.ts');

/** The profiles of users. */
export const profilesFeature = {
  name: 'profiles',
  pages: { person: async ({ id }, { app }) => (await load()).showPerson(app.store, id) },
  intents: { 'more-of-profile': (_, { later, store }) => later(load, ({ showMoreOfPerson }) => showMoreOfPerson(store)) },
} satisfies Feature;
