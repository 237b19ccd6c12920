/** The turns of a thread, one after another. */
interface StepTurns {
  /** Has the next turn come after so many milliseconds, with other messages in between; replaces what was asked for before. */
  next(waitMs: number): void;
}

/**
 * Runs turns on this thread. A turn without a wait is asked for twice: by a message to itself, which comes at once where messages stay on
 * the thread, and by a timer, which nested ones make 4 ms. WebKit leads messages of a thread to itself through the page's thread, and
 * Firefox through another process: one that is busy would decide how often this thread works.
 */
export function createStepTurns(turn: () => void): StepTurns {
  const { port1, port2 } = new MessageChannel();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;
  let isUnderway = false;

  const go = () => {
    isWanted = false;
    clearTimeout(timer);
    turn();
  };
  port1.onmessage = () => {
    isUnderway = false;
    if (isWanted) go();
  };

  return {
    next(waitMs) {
      clearTimeout(timer);
      timer = setTimeout(go, waitMs);
      isWanted = waitMs <= 0;
      if (!isWanted || isUnderway) return;
      isUnderway = true;
      port2.postMessage(null);
    },
  };
}
