import { type SQL, sql } from 'drizzle-orm';
import { type ConstructorOptions, type DrizzleTransactionLike, fromDrizzle, type Job, type JobResult, PgBoss } from 'pg-boss';

/** The retries and the schedule of a kind of job. */
export interface JobKind {
  /** Retries after the first attempt. After the last, the job is dead: it is stored for a while, but never run again. */
  retries: number;
  /** The delay before the first retry; it about doubles for each further one. */
  retrySeconds: number;
  /** The maximum time of an attempt. After that, or if the worker has died, another worker takes the job. */
  leaseSeconds: number;
  /** The schedule in cron format, UTC. */
  schedule?: string;
}

export type JobKinds<Jobs> = Readonly<Record<keyof Jobs & string, JobKind>>;
export type JobHandlers<Jobs> = { readonly [K in keyof Jobs & string]: (told: Jobs[K]) => Promise<void> };

/** A database or a transaction of Drizzle on either database. */
interface Transaction {
  execute(query: SQL): PromiseLike<unknown>;
}

/** Jobs that wait, also for a retry; that are worked on; and that have failed for good lately. */
export interface JobCounts {
  queued: number;
  running: number;
  failed: number;
}

/** A queue of jobs in the database, processed by any process. */
export interface JobQueue<Jobs extends Record<string, object>> {
  /**
   * Adds a job to run soon. In a transaction, it is added only if that is committed. The data of jobs is stored unencrypted: no secrets and
   * no addresses.
   */
  add<K extends keyof Jobs & string>(kind: K, told: Jobs[K], tx?: Transaction): Promise<void>;
  /** Adds a job unless any process has added one of its kind within this time. */
  addUnlessSince<K extends keyof Jobs & string>(kind: K, told: Jobs[K], seconds: number): Promise<void>;
  /** Starts processing. Handlers must be idempotent: a job may run again after it succeeded. */
  work(handlers: JobHandlers<Jobs>): Promise<void>;
  /** Counts the jobs of all processes. */
  count(): Promise<JobCounts>;
  /** Takes no more jobs, and waits for running ones; those that take longer are left for a retry. */
  close(): Promise<void>;
}

/** Dead and completed jobs are kept for this time for inspection. */
const keptSeconds = 3 * 24 * 60 * 60;
/** Full batches are fetched without a pause. */
const working = { batchSize: 10, burstWhenBatchFull: true, perJobResults: true } as const;
/** The interval between polls: a mail should leave within seconds. */
const usualPollSeconds = 2;
/** Shorter than the time that the process has to stop (server/main.ts). */
const drainMs = 5000;

/** The interval between checks for jobs of dead workers. */
const usualWatchSeconds = 60;

const countByState = 'select state::text, count(*)::int as count from pgboss.job group by state';

/** Opens the queue, and creates its tables if there are none. */
export async function openJobQueue<Jobs extends Record<string, object>>(options: {
  database: Pick<ConstructorOptions, 'db' | 'backend'>;
  kinds: JobKinds<Jobs>;
  report(error: unknown, where: string): void;
  watchSeconds?: number;
  pollSeconds?: number;
}): Promise<JobQueue<Jobs>> {
  const { database, kinds, report, watchSeconds = usualWatchSeconds, pollSeconds = usualPollSeconds } = options;
  const taking = { ...working, pollingIntervalSeconds: pollSeconds };
  const names = Object.keys(kinds) as (keyof Jobs & string)[];
  const boss = new PgBoss({
    ...database,
    superviseIntervalSeconds: watchSeconds,
    monitorIntervalSeconds: watchSeconds,
    reindex: false,
    registerInstance: false,
  });
  boss.on('error', (error) => report(error, 'jobs'));
  await boss.start();
  for (const name of names) {
    const { retries, retrySeconds, leaseSeconds, schedule } = kinds[name];
    const settings = {
      retryLimit: retries,
      retryDelay: retrySeconds,
      retryBackoff: true,
      expireInSeconds: leaseSeconds,
      deleteAfterSeconds: keptSeconds,
    };
    await boss.createQueue(name, settings);
    await boss.updateQueue(name, settings);
    if (schedule !== undefined) await boss.schedule(name, schedule);
  }

  return {
    async add(kind, told, tx) {
      await boss.send(kind, told, tx ? { db: fromDrizzle(tx as DrizzleTransactionLike, sql) } : {});
    },

    async addUnlessSince(kind, told, seconds) {
      await boss.send(kind, told, { singletonSeconds: seconds });
    },

    async work(handlers) {
      for (const name of names) {
        const perform = async ({ id, data }: Job<Jobs[typeof name]>): Promise<JobResult> => {
          try {
            await handlers[name](data);
            return { id, status: 'completed' };
          } catch (error) {
            report(error, `job ${name}`);
            return { id, status: 'failed', output: { message: (error as Error).message } };
          }
        };
        await boss.work<Jobs[typeof name], unknown, typeof taking>(name, taking, (jobs) => Promise.all(jobs.map(perform)));
      }
    },

    async count() {
      const { rows } = (await boss.getDb().executeSql(countByState, [])) as { rows: { state: string; count: number }[] };
      const countOf = (...states: string[]) => rows.reduce((sum, { state, count }) => sum + (states.includes(state) ? count : 0), 0);
      return { queued: countOf('created', 'retry'), running: countOf('active'), failed: countOf('failed') };
    },

    close: () => boss.stop({ graceful: true, close: false, timeout: drainMs }),
  };
}
