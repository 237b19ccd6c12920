import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    favourite: { id: string; isFavourite: boolean };
  }
}

export const favouritesFeature = {
  name: 'favourites',
  intents: {
    favourite: ({ id, isFavourite }, { later, store }) =>
      later(
        () => import('./favourite.ts'),
        ({ setFavourite }) => setFavourite(store, id, isFavourite),
      ),
  },
} satisfies Feature;
