import type { CursorsMessage } from '../../../shared/room/presence.ts';
import { spectatorCursorMs, cursorMs } from '../../../shared/room/presence-rates.ts';

type Places = CursorsMessage['places'];

/** Relays cursors in batches: to spectators ten times a second, to other members thirty times, and in a crowd to all of them ten times. */
export interface CursorRelay {
  move(memberId: string, place: Places[string]): void;
  forget(memberId: string): void;
  /** The current positions of all cursors over the stage. */
  readonly places: Readonly<Places>;
  dispose(): void;
}

type Audience = 'players' | 'spectators';

/** Creates a cursor relay. @param tell sends an audience the cursors that moved since the last batch. */
export function createCursorRelay(isCrowd: () => boolean, tell: (audience: Audience, places: Places) => void): CursorRelay {
  const places: Places = {};
  const paceOf = (audience: Audience) => (audience === 'spectators' || isCrowd() ? spectatorCursorMs : cursorMs);
  const waiting: Record<Audience, { moved: Set<string>; timer: NodeJS.Timeout | null }> = {
    players: { moved: new Set(), timer: null },
    spectators: { moved: new Set(), timer: null },
  };

  const flush = (audience: Audience) => {
    const { moved } = waiting[audience];
    waiting[audience] = { moved: new Set(), timer: null };
    tell(audience, Object.fromEntries([...moved].map((id) => [id, places[id] ?? null])));
  };

  const mark = (memberId: string) => {
    for (const audience of ['players', 'spectators'] as const) {
      const state = waiting[audience];
      state.moved.add(memberId);
      // Without movement, nothing is sent and no timer runs.
      state.timer ??= setTimeout(() => flush(audience), paceOf(audience));
    }
  };

  return {
    places,
    move(memberId, place) {
      if (place) places[memberId] = place;
      else if (!(memberId in places)) return;
      else delete places[memberId];
      mark(memberId);
    },
    forget(memberId) {
      if (!(memberId in places)) return;
      delete places[memberId];
      mark(memberId);
    },
    dispose() {
      for (const { timer } of Object.values(waiting)) if (timer) clearTimeout(timer);
    },
  };
}
