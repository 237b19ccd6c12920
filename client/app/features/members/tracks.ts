import { effect } from '@preact/signals-core';
import type { CursorsMessage } from '../../../../shared/room/presence.ts';
import { trackTo } from '../../../store/cursor-track.ts';
import type { Store } from '../../../store/store.ts';

/** Tracks the cursors of the other members. */
export function createTracks(store: Store): { hear(message: CursorsMessage): void; dispose(): void } {
  const change = (places: CursorsMessage['places']) => {
    const nowMs = performance.now();
    const tracks = new Map(store.cursors.value);
    for (const [memberId, place] of Object.entries(places)) {
      if (place) tracks.set(memberId, trackTo(tracks.get(memberId), place, nowMs));
      else tracks.delete(memberId);
    }
    store.cursors.value = tracks;
  };
  const stop = effect(() => {
    const here = new Set(store.members.value.map(({ id }) => id));
    const gone = [...store.cursors.peek().keys()].filter((id) => !here.has(id));
    if (gone.length > 0) change(Object.fromEntries(gone.map((id) => [id, null])));
  });
  return { hear: ({ places }) => change(places), dispose: stop };
}
