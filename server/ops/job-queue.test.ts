import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabases } from '../testing/test-databases.ts';
import { type JobHandlers, type JobKinds, type JobQueue, openJobQueue } from './job-queue.ts';

type Jobs = { once: { of: string }; stubborn: { of: string }; leased: { of: string } };
const kinds: JobKinds<Jobs> = {
  once: { retries: 0, retrySeconds: 1, leaseSeconds: 60 },
  stubborn: { retries: 2, retrySeconds: 1, leaseSeconds: 60 },
  leased: { retries: 1, retrySeconds: 1, leaseSeconds: 1 },
};

describe.each(testDatabases)('on $kind', ({ open }) => {
  let database: TestDatabase;
  const opened: JobQueue<Jobs>[] = [];
  const reported: unknown[] = [];
  const done: string[] = [];

  const openQueue = async () => {
    const queue = await openJobQueue<Jobs>({
      database: database.connection.forJobs,
      kinds,
      watchSeconds: 1,
      pollSeconds: 0.5,
      report: (error, where) => reported.push([where, (error as Error).message]),
    });
    opened.push(queue);
    return queue;
  };
  const note = async ({ of }: { of: string }) => void done.push(of);
  const noting: JobHandlers<Jobs> = { once: note, stubborn: note, leased: note };
  const states = async (of: string) => {
    const { rows } = await database.connection.query(`select state, retry_count from pgboss.job where data ->> 'of' = $1`, [of]);
    return rows;
  };

  beforeAll(async () => {
    database = await open();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((queue) => queue.close()));
    done.length = 0;
    reported.length = 0;
  });
  afterAll(() => database.close());

  it('keeps a job over a restart', async () => {
    const before = await openQueue();
    await before.add('once', { of: 'a restart' });
    await before.close();
    const after = await openQueue();
    await after.work(noting);
    await expect.poll(() => done, { timeout: 10_000 }).toEqual(['a restart']);
  });

  it('adds a job of a transaction only if that is committed', async () => {
    const queue = await openQueue();
    const { db } = database.connection;
    await db.transaction((tx) => queue.add('once', { of: 'committed' }, tx));
    const undone = db.transaction(async (tx) => {
      await queue.add('once', { of: 'rolled back' }, tx);
      throw new Error('Never mind.');
    });
    await expect(undone).rejects.toThrow('Never mind.');
    expect([(await states('committed')).length, await states('rolled back')]).toEqual([1, []]);
    await queue.work(noting);
    await expect.poll(() => done, { timeout: 10_000 }).toEqual(['committed']);
  });

  it('runs each job once with several servers', async () => {
    const queues = [await openQueue(), await openQueue(), await openQueue()];
    const all = Array.from({ length: 40 }, (_, at) => `job ${at}`);
    for (const of of all) await queues[0]!.add('once', { of });
    for (const queue of queues) await queue.work(noting);
    await expect.poll(() => done.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(all.length);
    await Promise.all(queues.map((queue) => queue.close()));
    expect(done.toSorted()).toEqual(all.toSorted());
  });

  it('retries after a delay, and gives up in the end', async () => {
    const queue = await openQueue();
    const tries: number[] = [];
    await queue.work({
      ...noting,
      async stubborn() {
        tries.push(performance.now());
        throw new Error('The line is busy.');
      },
    });
    await queue.add('stubborn', { of: 'no use' });
    await expect
      .poll(() => states('no use'), { timeout: 30_000, interval: 200 })
      .toEqual([{ state: 'failed', retry_count: kinds.stubborn.retries }]);
    expect(tries).toHaveLength(kinds.stubborn.retries + 1);
    expect(tries[2]! - tries[1]!).toBeGreaterThan(900);
    expect(reported).toEqual(Array.from({ length: 3 }, () => ['job stubborn', 'The line is busy.']));
  });

  it('gives a job of a dead server to the next one', async () => {
    const queue = await openQueue();
    await queue.add('leased', { of: 'the dead' });
    await database.connection.query(
      `update pgboss.job set state = 'active', started_on = now() - interval '1 minute' where data ->> 'of' = 'the dead'`,
    );
    await queue.work(noting);
    await expect.poll(() => done, { timeout: 20_000 }).toContain('the dead');
  });

  it('adds a job of the same kind only once per interval', async () => {
    const queues = [await openQueue(), await openQueue()];
    for (const queue of queues) await queue.addUnlessSince('stubborn', { of: 'throttled' }, 3600);
    expect(await states('throttled')).toHaveLength(1);
  });

  it('waits for running jobs when closed, and takes no new ones', async () => {
    const queue = await openQueue();
    let finish = () => {};
    const underWay = new Promise<void>((resolve) => (finish = resolve));
    await queue.work({
      ...noting,
      async once(told) {
        await underWay;
        await note(told);
      },
    });
    await queue.add('once', { of: 'slow' });
    await expect.poll(() => states('slow'), { timeout: 10_000 }).toMatchObject([{ state: 'active' }]);
    const closed = queue.close();
    finish();
    await closed;
    expect(done).toContain('slow');
    expect(await states('slow')).toMatchObject([{ state: 'completed' }]);
  });
});
