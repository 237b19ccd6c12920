import { effect } from '@preact/signals-core';
import type { Feature } from '../../feature.ts';

/** The colours of the species, and the matrix of their affinities. */
export const speciesFeature = {
  name: 'species',
  /** Loads the colours late: only later panels need them, and their code is large. */
  start({ store }) {
    const stop = effect(() => {
      if (!store.isSeen.value && store.panel.value !== 'emitters') return;
      queueMicrotask(() => stop());
      void import('./species-colours.ts').then(
        ({ followSpeciesColours }) => followSpeciesColours(store),
        // Those panels work without them.
        () => null,
      );
    });
  },
} satisfies Feature;
