import { effect } from '@preact/signals-core';
import type { Edit } from '../../../shared/universe/index.ts';
import type { Store } from '../../store/store.ts';
import type { Clarity } from '../picture/protocol.ts';
import type { ThumbnailCapture } from './thumbnail-capture.ts';

interface Options {
  store: Store;
  universeId: string;
  hasThumbnail: boolean;
  shoot: (clarity: Clarity) => Promise<Blob | null>;
}

interface LateThumbnailCapture {
  edited(edit: Edit): void;
  dispose(): void;
}

/** Whether an edit leaves the picture unchanged. */
const isHeardOnly = ({ kind }: Edit) => kind === 'note.press' || kind === 'note.release';

/** Captures thumbnails of a universe for its editors. The code is fetched once the universe is visible, and only for editors. */
export function captureLater({ store, ...options }: Options): LateThumbnailCapture {
  let capture: ThumbnailCapture | null = null;
  let wasEdited = false;
  let isOver = false;
  const stop = effect(() => {
    if (!store.isSeen.value || !store.canEdit.value) return;
    queueMicrotask(() => stop());
    void import('./capture-open-universe.ts').then(
      ({ captureOpenUniverse }) => {
        if (isOver) return;
        capture = captureOpenUniverse({ store, ...options });
        if (wasEdited) capture.edited();
      },
      // The old thumbnail stays.
      () => null,
    );
  });
  return {
    edited(edit) {
      if (isHeardOnly(edit)) return;
      wasEdited = true;
      capture?.edited();
    },
    dispose() {
      isOver = true;
      stop();
      capture?.dispose();
    },
  };
}
