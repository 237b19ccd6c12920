import type { ViewMessage } from '../../../shared/room/presence.ts';
import { spectatorCursorMs } from '../../../shared/room/presence-rates.ts';

/** The view of the presenter, sent to spectators at their rate. */
export interface StageView {
  /** The last view, for newcomers. */
  readonly last: ViewMessage | null;
  show(view: ViewMessage): void;
  clear(): void;
}

export function createStageView(tell: (view: ViewMessage) => void): StageView {
  let last: ViewMessage | null = null;
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    timer = null;
    if (last) tell(last);
  };
  return {
    get last() {
      return last;
    },
    show(view) {
      last = view;
      timer ??= setTimeout(flush, spectatorCursorMs);
    },
    clear() {
      last = null;
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
