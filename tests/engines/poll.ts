import { setTimeout as sleep } from 'node:timers/promises';

const pauseMilliseconds = 100;
const usualMilliseconds = 90_000;

/** Calls `look` until its result is truthy; ignores errors that `isPassing` accepts. @throws Error naming what was waited for */
export async function pollFor<Result>(
  look: () => Promise<Result | null | undefined | false>,
  waitedFor: string,
  isPassing: (error: unknown) => boolean,
  milliseconds = usualMilliseconds,
): Promise<Result> {
  const until = Date.now() + milliseconds;
  let last: unknown = null;
  for (;;) {
    try {
      const found = await look();
      if (found) return found;
    } catch (error) {
      if (!isPassing(error)) throw error;
      last = error;
    }
    if (Date.now() > until) throw new Error(`after ${milliseconds / 1000} s still not: ${waitedFor}`, { cause: last });
    await sleep(pauseMilliseconds);
  }
}
