import type { Job, Outcome } from './battery.ts';
import type { DeterminismEngine } from './engines.ts';

export interface Verdict {
  /** The first difference as a sentence; null if there is none. */
  readonly difference: string | null;
  /** The last hash, the same in all engines. */
  readonly hash: string;
  readonly notes: number;
  /** Number of compared hashes. */
  readonly compared: number;
  readonly secondsByEngine: Readonly<Record<string, number>>;
}

type Run = readonly [engine: DeterminismEngine, outcome: Outcome];

/** Describes the first difference of two runs; compares the shorter one with the end of the longer. */
function firstDifference([engine, outcome]: Run, [other, otherOutcome]: Run): string | null {
  const hashes = new Map(outcome.hashes.map(({ tick, hash }) => [tick, hash]));
  for (const { tick, hash } of otherOutcome.hashes) {
    if (hashes.get(tick) === hash) continue;
    return `at tick ${tick} ${engine.name} has ${hashes.get(tick)} and ${other.name} has ${hash}`;
  }
  return null;
}

/**
 * Runs a job in all engines at once, then continues each from the snapshot of another one: all hashes and the bytes of the
 * snapshots must be equal.
 */
export async function compareEngines(engines: readonly DeterminismEngine[], job: Job): Promise<Verdict> {
  const whole = await Promise.all(engines.map(async (engine): Promise<Run> => [engine, await engine.run(job)]));
  const [first, ...others] = whole;
  const verdict = (difference: string | null, restored: readonly Run[] = []): Verdict => ({
    difference,
    hash: first[1].hashes.at(-1)!.hash,
    notes: first[1].notes,
    compared: [...others, ...restored].reduce((sum, [, { hashes }]) => sum + hashes.length, 0),
    secondsByEngine: Object.fromEntries(whole.map(([engine, { seconds }]) => [engine.name, seconds])),
  });
  for (const run of others) {
    const difference = firstDifference(first, run);
    if (difference) return verdict(difference);
  }
  const unlike = others.find(([, { snapshot }]) => snapshot !== first[1].snapshot);
  if (unlike) return verdict(`the snapshots of ${first[0].name} and ${unlike[0].name} at tick ${job.snapshotAt} differ`);
  if (job.snapshotAt === 0) return verdict(null);

  const restored = await Promise.all(
    engines.map(async (engine, index): Promise<Run> => {
      const [, { snapshot }] = whole[(index + 1) % whole.length];
      return [engine, await engine.run({ ...job, snapshotAt: 0, from: snapshot })];
    }),
  );
  const strayed = restored.map((run, index) => {
    const difference = firstDifference(first, run);
    return difference && `after the snapshot of ${whole[(index + 1) % whole.length][0].name} at tick ${job.snapshotAt}: ${difference}`;
  });
  return verdict(strayed.find(Boolean) ?? null, restored);
}
