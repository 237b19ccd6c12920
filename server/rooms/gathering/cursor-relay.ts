import type { CursorsMessage } from '../../../shared/room/presence.ts';
import { spectatorCursorMs, cursorMs } from '../../../shared/room/presence-rates.ts';

type Places = CursorsMessage['places'];

/** Cursors as they come, told on together: those who are in it thirty times a second, those who only watch ten times, and all of a crowd. */
export interface CursorRelay {
  move(memberId: string, place: Places[string]): void;
  forget(memberId: string): void;
  /** Where all are that are over the stage now. */
  readonly places: Readonly<Places>;
  dispose(): void;
}

type Audience = 'players' | 'spectators';

/** @param tell says to an audience where the cursors are that moved since it was last told. */
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
      // Nothing is sent, and no timer runs, while nobody moves.
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
