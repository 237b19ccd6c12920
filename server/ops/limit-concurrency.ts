/** Lets at most `most` tasks run at a time; the others wait for their turn, in their order. */
export function limitConcurrency(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The turn goes on to the next task without a gap that a new one could take.
      if (next) next();
      else running -= 1;
    }
  };
}
