const pauseMs = 1000;

/** Work that must be done some time, by something that may be gone at present. */
export interface UntilDone {
  /** Asks for the work: it is tried after a second, and again each second until it succeeds. */
  ask(): void;
  stop(): void;
}

export function createUntilDone(work: () => Promise<unknown>): UntilDone {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const ask = () => {
    if (isStopped) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      work().catch(ask);
    }, pauseMs).unref();
  };
  return {
    ask,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
