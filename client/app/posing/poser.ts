/** The universe has run for so long when its first picture is taken, and edits have rested for so long before another. */
const settleMs = 6000;
const restMs = 8000;
/** No two pictures are taken closer together. */
const apartMs = 3 * 60 * 1000;
/** Where it is no moment for a picture, it is asked again after so long. */
const againMs = 5000;

interface PoserOptions {
  /** The universe has a picture already: the next one waits for an edit. */
  hasPicture: boolean;
  /** Whether there is something to be seen now, by somebody who may give it a picture. */
  isMoment: () => boolean;
  /** Takes a picture; false where none came of it. */
  take: () => Promise<boolean>;
}

export interface Poser {
  /** One's own hand has changed something that may be seen. */
  edited(): void;
  dispose(): void;
}

/** Chooses the moments at which a universe is taken a picture of. */
export function createPoser({ hasPicture, isMoment, take }: PoserOptions): Poser {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = -Infinity;
  let isOver = false;

  const waitUntil = (atMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void pose(), Math.max(0, atMs - performance.now()));
  };

  const pose = async () => {
    if (!isMoment()) return waitUntil(performance.now() + againMs);
    lastMs = performance.now();
    timer = undefined;
    const taken = await take();
    if (!taken && !isOver && timer === undefined) waitUntil(lastMs + apartMs);
  };

  if (!hasPicture) waitUntil(performance.now() + settleMs);

  return {
    edited: () => waitUntil(Math.max(performance.now() + restMs, lastMs + apartMs)),
    dispose() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
