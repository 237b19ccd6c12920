/**
 * Returns a function that does the work now, or, while it is being done, once more after that: every call is followed by a whole run. The
 * work must not fail.
 */
export function whenFree(work: () => Promise<void>): () => void {
  let isBusy = false;
  let isWanted = false;
  const run = async () => {
    isBusy = true;
    do {
      isWanted = false;
      await work();
    } while (isWanted);
    isBusy = false;
  };
  return () => {
    isWanted = true;
    if (!isBusy) void run();
  };
}
