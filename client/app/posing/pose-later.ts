import { effect } from '@preact/signals-core';
import type { Edit } from '../../../shared/universe/index.ts';
import type { Store } from '../../store/store.ts';
import type { Poser } from './poser.ts';

interface Options {
  store: Store;
  universeId: string;
  hasPicture: boolean;
  shoot: () => Promise<Blob | null>;
}

interface Posing {
  edited(edit: Edit): void;
  dispose(): void;
}

/** What leaves the universe as it looks. */
const isHeardOnly = ({ kind }: Edit) => kind === 'note.press' || kind === 'note.release';

/** Has the picture of a universe taken by its editors. What that needs is fetched once the universe is seen, and by nobody else. */
export function poseLater({ store, ...options }: Options): Posing {
  let poser: Poser | null = null;
  let wasEdited = false;
  let isOver = false;
  const stop = effect(() => {
    if (!store.isSeen.value || !store.canEdit.value) return;
    queueMicrotask(() => stop());
    void import('./posing.ts').then(
      ({ createPosing }) => {
        if (isOver) return;
        poser = createPosing({ store, ...options });
        if (wasEdited) poser.edited();
      },
      // It keeps the picture that it had.
      () => null,
    );
  });
  return {
    edited(edit) {
      if (isHeardOnly(edit)) return;
      wasEdited = true;
      poser?.edited();
    },
    dispose() {
      isOver = true;
      stop();
      poser?.dispose();
    },
  };
}
