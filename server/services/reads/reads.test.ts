import { describe, expect, it } from 'vitest';
import type { RunStatement } from '../../db/database.ts';
import { endlessPosition, readPosition } from '../../db/wal-position.ts';
import { createLagLimit, maxLagMs } from './lag-limit.ts';
import { neededPosition, readingAfter } from './needed-position.ts';
import { createReadFloor } from './read-floor.ts';
import { createReadRunner } from './reads.ts';
import { createReplicaHealth } from './replica-health.ts';

const failing =
  (error: Error): RunStatement =>
  async () => {
    throw error;
  };
const answering =
  (name: string): RunStatement =>
  async () =>
    ({ rows: [name] }) as never;

/** Creates a runner on fakes, with a replica that has replayed 100. */
function createScene(replica: RunStatement, primary = answering('primary')) {
  const told: unknown[] = [];
  const clock = { nowMs: 0 };
  const health = createReplicaHealth({
    gone: (error) => told.push((error as Error).message),
    back: () => told.push('back'),
    nowMs: () => clock.nowMs,
  });
  health.found();
  const floor: { value: bigint | null } = { value: 0n };
  const run = createReadRunner({
    primary,
    replica,
    health,
    watch: { reaches: async (position) => position <= 100n },
    floor: { get: () => floor.value },
    metrics: { readFrom: (place) => told.push(place) },
  });
  const read = (position: bigint | null = 0n) => {
    const act = async () => (await run({ text: 'select 1' })).rows[0] as unknown;
    return position === null ? act() : readingAfter(position, act);
  };
  return { told, clock, health, floor, read };
}

describe('a read', () => {
  it('goes to the replica once that has what the request needs and nothing that was hidden, and outside requests to the primary', async () => {
    const { read, floor } = createScene(answering('replica'));
    expect([await read(), await read(100n), await read(101n), await read(endlessPosition), await read(null)]).toEqual([
      'replica',
      'replica',
      'primary',
      'primary',
      'primary',
    ]);
    floor.value = 101n;
    expect(await read()).toBe('primary');
    floor.value = null;
    expect(await read()).toBe('primary');
    expect(neededPosition()).toBeUndefined();
  });

  it('is answered by the primary if the replica breaks off, which is not asked again before it was found', async () => {
    const broken = Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
    const { read, told, clock, health } = createScene(failing(broken));
    expect([await read(), await read()]).toEqual(['primary', 'primary']);
    health.found();
    expect(await read()).toBe('primary');
    expect(told).toEqual(['fallback', broken.message, 'primary', 'primary']);
    clock.nowMs = 3000;
    health.found();
    expect([health.isWell(), told.at(-1)]).toEqual([true, 'back']);
  });

  it('leaves alone a replica that is late or fails three times in succession', async () => {
    const late = new Error('Query read timeout');
    const { read, told, health } = createScene(failing(late));
    await read();
    await read();
    health.answered();
    await read();
    await read();
    expect(health.isWell()).toBe(true);
    await read();
    expect([health.isWell(), told.at(-1)]).toEqual([false, late.message]);
  });

  it('fails as it does on the primary, without blame for the replica', async () => {
    const wrong = Object.assign(new Error('division by zero'), { code: '22012' });
    const { read, health } = createScene(failing(new Error('the same there')), failing(wrong));
    for (let time = 0; time < 5; time += 1) await expect(read()).rejects.toBe(wrong);
    expect(health.isWell()).toBe(true);
  });
});

it('reads positions of the log in their order', () => {
  const all = ['0/0', '0/16B3748', '0/FFFFFFFF', '1/0', '16/B374D848', 'FFFFFFFF/FFFFFFFF'].map(readPosition);
  expect(all).toEqual(all.toSorted((a, b) => (a < b ? -1 : 1)));
  expect([all[1], all.at(-1)]).toEqual([0x16b3748n, endlessPosition]);
});

it('wants of a replica what the primary had ten seconds ago', () => {
  let nowMs = 0;
  const lag = createLagLimit(() => nowMs);
  lag.note(5n);
  nowMs = 1000;
  lag.note(9n);
  nowMs = maxLagMs - 1;
  expect(lag.least()).toBe(0n);
  nowMs = maxLagMs;
  expect(lag.least()).toBe(5n);
  nowMs += 5000;
  expect(lag.least()).toBe(9n);
});

it('knows no floor while it asks for one, and shares the question among those who raise it meanwhile', async () => {
  const answers: ((position: bigint) => void)[] = [];
  const floor = createReadFloor(() => new Promise((resolve) => answers.push(resolve)));
  expect(floor.get()).toBe(0n);
  floor.raise();
  floor.raise();
  floor.raise();
  expect([floor.get(), answers.length]).toEqual([null, 1]);
  answers[0]!(7n);
  await expect.poll(() => answers.length).toBe(2);
  expect(floor.get()).toBeNull();
  answers[1]!(8n);
  await expect.poll(() => floor.get()).toBe(8n);
});
