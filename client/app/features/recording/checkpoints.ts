/** A state of the run that a recording can begin from. */
export interface Checkpoint {
  readonly tick: number;
  /** Of the last edit that it holds. */
  readonly sequence: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const everyTicks = 3600;
/** Memory that all of them may take, as far as there is more than one. */
const mostBytes = 64 * 1024 * 1024;
const most = 10;

/** Snapshots that are kept of a run while it goes on, so that a recording of what was just heard need not begin at tick 0. */
export interface Checkpoints {
  /** To be told of the present tick, often. */
  observe(tick: number): void;
  /** Takes one that came from elsewhere. */
  add(checkpoint: Checkpoint): void;
  /** The newest of them at or before a tick. */
  before(tick: number): Checkpoint | null;
  /** Another run begins. */
  clear(): void;
}

/** `take` gives the present state. */
export function createCheckpoints(take: () => Promise<Checkpoint>): Checkpoints {
  let kept: Checkpoint[] = [];
  let lastTick = 0;
  let run = 0;

  const keep = (checkpoint: Checkpoint) => {
    kept.push(checkpoint);
    const bytes = () => kept.reduce((sum, entry) => sum + entry.bytes.byteLength, 0);
    while (kept.length > most || (kept.length > 1 && bytes() > mostBytes)) kept.splice(leastMissed(kept), 1);
  };

  return {
    observe(tick) {
      if (tick < lastTick + everyTicks) return;
      lastTick = tick;
      const ours = run;
      void take().then((checkpoint) => {
        if (ours === run) keep(checkpoint);
      });
    },
    add(checkpoint) {
      lastTick = Math.max(lastTick, checkpoint.tick);
      keep(checkpoint);
    },
    before: (tick) => kept.findLast((checkpoint) => checkpoint.tick <= tick) ?? null,
    clear() {
      kept = [];
      lastTick = 0;
      run += 1;
    },
  };
}

/** Which one to let go: what lies long ago may lie far apart, so that the gap that is left is the smallest for its age. */
function leastMissed(kept: readonly Checkpoint[]): number {
  const newest = kept[kept.length - 1].tick;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < kept.length - 1; index++) {
    const gap = kept[index + 1].tick - (index === 0 ? 0 : kept[index - 1].tick);
    const cost = gap / (newest - kept[index].tick);
    if (cost >= least) continue;
    least = cost;
    best = index;
  }
  return best;
}
