import type { JoinOptions } from '../../shared/room/messages.ts';

/** The next step of a page whose session the room does not know, or no longer knows. */
export type ReadmissionStep = 'identify' | 'rejoin' | 'watch' | 'give-up';

/** Decides the next step, so that a page tries each way once and never retries forever. */
export interface Readmission {
  /** The room asked for a session that the browser did not send. */
  next(): ReadmissionStep;
  /** The room admitted the page. */
  admitted(): void;
  /** Whether a session was asked for since the last admission. */
  readonly isPending: boolean;
  /** Whether the page continues as a spectator, because its browser keeps no session. */
  readonly isWatchingOnly: boolean;
}

/**
 * A member first gets a new session. If the room does not know that one either, the browser refuses cookies, and the member spectates.
 * A spectator needs no session and retries once.
 */
export function createReadmission(as: JoinOptions['as']): Readmission {
  let refusals = 0;
  let isWatchingOnly = false;
  return {
    next() {
      refusals += 1;
      if (refusals === 1) return as === 'spectate' || isWatchingOnly ? 'rejoin' : 'identify';
      if (refusals > 2 || isWatchingOnly || as === 'spectate') return 'give-up';
      isWatchingOnly = true;
      return 'watch';
    },
    admitted() {
      refusals = 0;
    },
    get isPending() {
      return refusals > 0;
    },
    get isWatchingOnly() {
      return isWatchingOnly;
    },
  };
}
