import type { Pace } from './token-bucket.ts';

/** Cursors and views are sent and told on at most this often. */
export const cursorMs = 33;
/** The same, to those who only watch. */
export const spectatorCursorMs = 100;

/** Reactions are told together so often, and no more of one kind at a time. */
export const reactionsMs = 150;
export const mostReactions = 12;

/** Rates of messages that no user sends more often by hand; more is refused. */
export const paces = {
  attend: { burst: 20, perSecond: 10 },
  follow: { burst: 10, perSecond: 2 },
  view: { burst: 60, perSecond: 40 },
  chat: { burst: 5, perSecond: 0.5 },
  react: { burst: 12, perSecond: 4 },
  hand: { burst: 6, perSecond: 1 },
  moderate: { burst: 20, perSecond: 4 },
} as const satisfies Record<string, Pace>;
