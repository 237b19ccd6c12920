import type { FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import { createStager, type UniverseDocument } from '../../../shared/universe/index.ts';
import type { Store } from '../../store/store.ts';

/** Shows the authored document of an open universe, and its effective document over time. */
export interface Staging {
  readonly tick: number;
  show(score: UniverseDocument): void;
  /** Advances to the tick of the simulation. */
  follow(scalars: Pick<FrameScalars, 'tick' | 'beatTick'>): void;
}

export function createStaging(store: Store): Staging {
  const stage = createStager();
  let tick = 0;
  let beatTick: number | null = null;
  const restage = () => {
    store.document.value = stage(store.score.value, tick, beatTick);
  };
  return {
    get tick() {
      return tick;
    },
    show(score) {
      store.score.value = score;
      restage();
    },
    follow(scalars) {
      ({ tick, beatTick } = scalars);
      restage();
    },
  };
}
