import type { FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import { createStoryboardApplier, type UniverseDocument } from '../../../shared/universe/index.ts';
import type { Store } from '../../store/store.ts';

/** Shows the authored document of an open universe, and its effective document over time. */
export interface EffectiveDocument {
  readonly tick: number;
  show(document: UniverseDocument): void;
  /** Advances to the tick of the simulation. */
  follow(scalars: Pick<FrameScalars, 'tick' | 'beatTick'>): void;
}

export function createEffectiveDocument(store: Store): EffectiveDocument {
  const stage = createStoryboardApplier();
  let tick = 0;
  let beatTick: number | null = null;
  const restage = () => {
    store.effectiveDocument.value = stage(store.authoredDocument.value, tick, beatTick);
  };
  return {
    get tick() {
      return tick;
    },
    show(document) {
      store.authoredDocument.value = document;
      restage();
    },
    follow(scalars) {
      ({ tick, beatTick } = scalars);
      restage();
    },
  };
}
