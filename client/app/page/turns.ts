import type { Store } from '../../store/store.ts';

/** Runs a task after all earlier ones. Rejects with the error of the task. */
export type Turns = (act: unknown, task: () => Promise<void>) => Promise<void>;

/**
 * Runs tasks one after another, so that no button press is lost while a response is pending.
 * An action equal to one that waits or runs joins it: a button pressed twice acts once.
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

/**
 * Runs the tasks of the open universe one after another, as `createTurns` does. A task is left out if its universe is not open any more,
 * and never waits for one of another universe.
 */
export function createUniverseTurns() {
  let open = { id: '', turns: createTurns() };
  return async ({ universe }: Pick<Store, 'universe'>, id: string, act: unknown, task: () => Promise<void>): Promise<void> => {
    const isOpen = () => universe.value?.id === id;
    if (!isOpen()) return;
    if (open.id !== id) open = { id, turns: createTurns() };
    await open.turns(act, async () => {
      if (isOpen()) await task();
    });
  };
}
