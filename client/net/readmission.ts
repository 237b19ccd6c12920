import type { JoinOptions } from '../../shared/room/messages.ts';

/** What a page does when the room does not know its session any more, or never did. */
export type ReadmissionStep = 'identify' | 'rejoin' | 'watch' | 'give-up';

/** Tells what to do next, so that a page comes back once by each way and never goes on asking for ever. */
export interface Readmission {
  /** The room has asked for a session that the browser did not send. */
  next(): ReadmissionStep;
  /** The room has let the page in. */
  admitted(): void;
  /** Whether it has asked without being let in since. */
  readonly isPending: boolean;
  /** Whether the page goes on as a watcher, because its browser keeps no session. */
  readonly isWatchingOnly: boolean;
}

/**
 * A member gets a new session first; where the room does not know that one either, the browser refuses cookies, and they watch.
 * Who only watches needs no session: they ask once more.
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
