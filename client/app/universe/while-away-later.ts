import { effect } from '@preact/signals-core';
import type { Edit } from '../../../shared/universe/index.ts';
import type { Overwritten } from '../../../shared/universe/undo/index.ts';
import type { Store } from '../../store/store.ts';

/** Reports which edits of others this page has overwritten after it was offline. */
export interface WhileAway {
  tell(lost: readonly Overwritten[], edit: (edit: Edit) => void): void;
  dispose(): void;
}

/** Fetches the code after the first picture: when the page reconnects, the server may have a newer version. */
export function whileAwayLater(store: Store): WhileAway {
  const fetched = () => import('./while-away.ts').catch(() => null);
  const dispose = effect(() => {
    if (store.isSeen.value) void fetched();
  });
  return {
    tell(lost, edit) {
      if (lost.length > 0) void fetched().then((loaded) => loaded?.tellOverwritten(store, lost, edit));
    },
    dispose,
  };
}
