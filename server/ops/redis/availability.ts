import type { Logger } from '../log.ts';

/** A way in which Redis is used, each of which may fail alone. */
type Part = 'commands' | 'answers' | 'events';

/** Logs once that Redis is gone, whichever part fails first, and once that it is back, when all work again. */
export interface Availability {
  lost(part: Part, error?: Error): void;
  found(part: Part): void;
}

export function createAvailability(log: Logger): Availability {
  const missing = new Set<Part>();
  return {
    lost(part, error) {
      const wasWhole = missing.size === 0;
      missing.add(part);
      // The message alone: the error of a refused sign-in holds the password.
      if (wasWhole)
        log.warn({ reason: error?.message }, 'Redis is gone: limits and events are those of this process alone, nothing is cached');
    },
    found(part) {
      if (missing.delete(part) && missing.size === 0) log.info('Redis is back');
    },
  };
}
