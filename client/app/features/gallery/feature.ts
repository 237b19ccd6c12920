import type { LibraryAct } from '../../../store/library.ts';
import type { Feature } from '../../feature.ts';
import { showGallery } from './gallery.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    /** Actions on the lists of universes. */
    library: { act: LibraryAct };
  }
}

const loadLibrary = () => import('./library.ts');

/** The front page: templates and the library of universes. */
export const galleryFeature = {
  name: 'gallery',
  pages: {
    gallery: (_, { app }) =>
      showGallery(app.store, async () => ({ ...(await loadLibrary()), ...(await import('../templates/templates.ts')) })),
  },
  intents: {
    library: ({ act }, { later, store, go }) => later(loadLibrary, ({ actOnLibrary }) => actOnLibrary(store, act, go)),
  },
} satisfies Feature;
