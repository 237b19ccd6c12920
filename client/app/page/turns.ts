/** Runs a task when every earlier one has ended. Rejects with what the task throws. */
export type Turns = (act: unknown, task: () => Promise<void>) => Promise<void>;

/**
 * Runs tasks one after another, so that no press of a button is lost because an answer of the server is awaited.
 * An act equal to one that waits or runs joins it: a button pressed twice acts once.
 */
export function createTurns(): Turns {
  const open = new Map<string, Promise<void>>();
  let last: Promise<unknown> = Promise.resolve();
  return (act, task) => {
    const key = JSON.stringify(act);
    const same = open.get(key);
    if (same) return same;
    const turn = last.then(task).finally(() => open.delete(key));
    open.set(key, turn);
    last = turn.catch(() => {});
    return turn;
  };
}
