import { effect } from '@preact/signals-core';
import type { PresenceSession } from './presence.ts';
import type { PresenceOptions } from './presence-options.ts';

export type { PresenceSession };

/** Fetches the code for the members of a room once the universe is visible; earlier calls wait for it. */
export function presenceLater(options: PresenceOptions): PresenceSession {
  let isOver = false;
  let stopWaiting = () => {};
  const seen = new Promise<void>((resolve) => {
    stopWaiting = effect(() => {
      if (options.store.isSeen.value) resolve();
    });
  });
  const fetched = seen.then(async () => {
    stopWaiting();
    const { createPresence } = await import('./presence.ts');
    return isOver ? null : createPresence(options);
  });
  // Without it the universe still plays: only the other members' cursors are missing.
  const then = (act: (together: PresenceSession) => void) =>
    void fetched.then(
      (together) => together && !isOver && act(together),
      () => {},
    );
  return {
    pointAt: (point) => then((together) => together.pointAt(point)),
    hear: (heard) => then((together) => together.hear(heard)),
    act: (act) => then((together) => together.act(act)),
    moved: () => then((together) => together.moved()),
    dispose() {
      isOver = true;
      stopWaiting();
      void fetched.then(
        (together) => together?.dispose(),
        () => {},
      );
    },
  };
}
