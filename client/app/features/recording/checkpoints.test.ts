import { expect, it } from 'vitest';
import { createCheckpoints } from './checkpoints.ts';

/** Observes a run up to a tick, ten times per second, with snapshots of a given size. */
async function observeTo(tick: number, bytes = 1000) {
  let now = 0;
  const checkpoints = createCheckpoints(() => Promise.resolve({ tick: now, sequence: 1, bytes: new Uint8Array(bytes) }));
  for (now = 0; now <= tick; now += 6) {
    checkpoints.observe(now);
    await Promise.resolve();
  }
  return checkpoints;
}

it('has a checkpoint at most a minute older than a recent tick, however long the run is', async () => {
  const now = 60 * 60 * 90;
  const checkpoints = await observeTo(now);
  for (const ago of [0, 1800, 3600]) {
    const found = checkpoints.before(now - ago)!;
    expect(found.tick).toBeLessThanOrEqual(now - ago);
    expect(now - ago - found.tick).toBeLessThanOrEqual(3600);
  }
  // An old tick is nearer to a checkpoint than to the beginning.
  expect(checkpoints.before(now / 2)!.tick).toBeGreaterThan(now / 8);
});

it('has none for the first minute, and none of another run', async () => {
  const checkpoints = await observeTo(8000);
  expect(checkpoints.before(3500)).toBeNull();
  expect(checkpoints.before(7999)).not.toBeNull();
  checkpoints.clear();
  expect(checkpoints.before(7999)).toBeNull();
});

it('keeps only the newest if they are large', async () => {
  const now = 3600 * 5;
  const checkpoints = await observeTo(now, 60 * 1024 * 1024);
  expect(checkpoints.before(now - 3600)).toBeNull();
  expect(checkpoints.before(now)?.tick).toBe(now);
});

it('drops a snapshot that arrives after its run has ended', async () => {
  let arrive = () => undefined as void;
  const checkpoints = createCheckpoints(
    () => new Promise((resolve) => (arrive = () => resolve({ tick: 4000, sequence: 0, bytes: new Uint8Array(1) }))),
  );
  checkpoints.observe(4000);
  checkpoints.clear();
  arrive();
  await Promise.resolve();
  expect(checkpoints.before(5000)).toBeNull();
});
