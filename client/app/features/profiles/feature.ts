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
  pages: { person: async ({ id }, { app }) => (await load()).showProfile(app.store, id) },
  intents: { 'more-of-profile': (_, { later, store }) => later(load, ({ showMoreOfProfile }) => showMoreOfProfile(store)) },
} satisfies Feature;
