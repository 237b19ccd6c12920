import type { Pace } from './token-bucket.ts';

/** Shortest interval at which cursors and views are sent and forwarded. */
export const cursorMs = 33;
/** The same for spectators. */
export const spectatorCursorMs = 100;

/** Interval at which reactions are sent in one batch, and the most of one kind in a batch. */
export const reactionsMs = 150;
export const maxReactions = 12;

/** Rates of messages that no user exceeds by hand; faster ones are refused. */
export const paces = {
  attend: { burst: 20, perSecond: 10 },
  follow: { burst: 10, perSecond: 2 },
  view: { burst: 60, perSecond: 40 },
  chat: { burst: 5, perSecond: 0.5 },
  react: { burst: 12, perSecond: 4 },
  hand: { burst: 6, perSecond: 1 },
  moderate: { burst: 20, perSecond: 4 },
} as const satisfies Record<string, Pace>;
