import { type SQL, sql } from 'drizzle-orm';
import { type ConstructorOptions, type DrizzleTransactionLike, fromDrizzle, type Job, type JobResult, PgBoss } from 'pg-boss';

/** How often a job is tried, and when it is done by itself. */
export interface JobKind {
  /** Tries after the first one; after the last the job is dead: it is kept for a while, and nobody does it any more. */
  retries: number;
  /** Wait before the second try; about twice as long before each further one. */
  retrySeconds: number;
  /** What one try may take. Whoever takes longer, or has died over it, has lost the job to the next. */
  leaseSeconds: number;
  /** When it is done without being asked for, in the form of cron, UTC. */
  schedule?: string;
}

export type JobKinds<Jobs> = Readonly<Record<keyof Jobs & string, JobKind>>;
export type JobHandlers<Jobs> = { readonly [K in keyof Jobs & string]: (told: Jobs[K]) => Promise<void> };

/** As a database or a transaction of Drizzle is, whichever it is on. */
interface Transaction {
  execute(query: SQL): PromiseLike<unknown>;
}

/** Work that is kept in the database until it is done, by whichever process comes to it. */
export interface JobQueue<Jobs extends Record<string, object>> {
  /**
   * Leaves a job to be done soon. Within a transaction it is there only where that is committed. What it is told lies in the
   * database as it is: no secrets and no addresses.
   */
  add<K extends keyof Jobs & string>(kind: K, told: Jobs[K], tx?: Transaction): Promise<void>;
  /** Leaves a job where none of its kind was left within this time, by any process. */
  addUnlessSince<K extends keyof Jobs & string>(kind: K, told: Jobs[K], seconds: number): Promise<void>;
  /** Begins to do them. A handler has to bear that it is called again for what it has done already. */
  work(handlers: JobHandlers<Jobs>): Promise<void>;
  /** Takes no more of them, and waits for those under way; what takes longer than that is left to be tried again. */
  close(): Promise<void>;
}

/** Dead and done jobs can be looked at for as long. */
const keptSeconds = 3 * 24 * 60 * 60;
/** Many of them are taken soon after one another. */
const working = { batchSize: 10, burstWhenBatchFull: true, perJobResults: true } as const;
/** How often it is looked whether there are jobs to do: a mail should leave within seconds. */
const usualPollSeconds = 2;
/** Within the time that the process has to stop (server/main.ts). */
const drainMs = 5000;

/** How often it is looked whether somebody has died over a job. */
const usualWatchSeconds = 60;

/** Opens the queue, and makes its tables where there are none. */
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

    close: () => boss.stop({ graceful: true, close: false, timeout: drainMs }),
  };
}
