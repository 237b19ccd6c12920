/** A state of the run from which a recording can start. */
export interface Checkpoint {
  readonly tick: number;
  /** The sequence number of the last edit that it contains. */
  readonly sequence: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const everyTicks = 3600;
/** Memory limit of all of them, unless there is only one. */
const maxBytes = 64 * 1024 * 1024;
const most = 10;

/** Snapshots of the current run, so that a recording of the recent past need not start at tick 0. */
export interface Checkpoints {
  /** Call often with the current tick. */
  observe(tick: number): void;
  /** Adds a checkpoint from elsewhere. */
  add(checkpoint: Checkpoint): void;
  /** Returns the newest checkpoint at or before a tick. */
  before(tick: number): Checkpoint | null;
  /** Call when another run begins. */
  clear(): void;
}

/** Creates the checkpoints of a run; `take` returns the current state. */
export function createCheckpoints(take: () => Promise<Checkpoint>): Checkpoints {
  let kept: Checkpoint[] = [];
  let lastTick = 0;
  let run = 0;

  const keep = (checkpoint: Checkpoint) => {
    kept.push(checkpoint);
    const bytes = () => kept.reduce((sum, entry) => sum + entry.bytes.byteLength, 0);
    while (kept.length > most || (kept.length > 1 && bytes() > maxBytes)) kept.splice(leastMissed(kept), 1);
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

/** Returns the index of the checkpoint to drop: old ones may lie far apart, so the gap that is left is the smallest relative to its age. */
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
