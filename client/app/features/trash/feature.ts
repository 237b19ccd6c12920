import type { TrashAct } from '../../../store/collaborators.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    trash: { act: TrashAct };
  }
}

/** Deleted universes, for as long as they can be restored. */
export const trashFeature = {
  name: 'trash',
  intents: {
    trash: ({ act }, { later, store, go }) =>
      later(
        () => import('./trash.ts'),
        ({ actOnTrash }) => actOnTrash(store, act, go),
      ),
  },
} satisfies Feature;
