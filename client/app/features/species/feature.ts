import { effect } from '@preact/signals-core';
import type { Feature } from '../../feature.ts';

/** The colours of the species, and the matrix of what they do to each other. */
export const speciesFeature = {
  name: 'species',
  /** Colours are for panels that come later, and what works them out is large. */
  start({ store }) {
    const stop = effect(() => {
      if (!store.isSeen.value && store.panel.value !== 'things') return;
      queueMicrotask(() => stop());
      void import('./species-colours.ts').then(
        ({ followSpeciesColours }) => followSpeciesColours(store),
        // Those panels do without.
        () => null,
      );
    });
  },
} satisfies Feature;
