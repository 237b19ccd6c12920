/** The number of time-outs in succession that open a breaker. */
const maxTimeouts = 3;
/** The time after which an open breaker lets one call through to see. */
const openMs = 5000;

/** A circuit breaker: what does not answer in time is not waited for again and again. */
export interface Breaker {
  /** Returns whether a call may be tried. An open breaker admits one call each five seconds. */
  admits(): boolean;
  /** Notes that a call got an answer. */
  answered(): void;
  /** Notes that a call got no answer in time. */
  timedOut(): void;
}

interface BreakerOptions {
  /** Called when the breaker opens, and when it closes again. */
  opened(): void;
  closed(): void;
  /** A monotonic clock, in ms. */
  nowMs?: () => number;
}

export function createBreaker({ opened, closed, nowMs = () => performance.now() }: BreakerOptions): Breaker {
  let timeouts = 0;
  let deafUntilMs = 0;
  const isOpen = () => timeouts >= maxTimeouts;
  return {
    admits() {
      if (!isOpen()) return true;
      const now = nowMs();
      if (now < deafUntilMs) return false;
      // Calls that come while this one is waited for are not tried.
      deafUntilMs = now + openMs;
      return true;
    },
    answered() {
      const wasOpen = isOpen();
      timeouts = 0;
      if (wasOpen) closed();
    },
    timedOut() {
      timeouts += 1;
      if (timeouts === maxTimeouts) {
        deafUntilMs = nowMs() + openMs;
        opened();
      }
    },
  };
}
