import type { Config } from '../config.ts';
import type { DatabaseConnection } from '../db/database.ts';
import { type JobQueue, openJobQueue } from '../ops/job-queue.ts';
import type { Logger } from '../ops/log.ts';
import { jobKinds, type Jobs, purgeSeconds } from '../services/jobs.ts';
import type { Services } from './services.ts';

/** Shorter in tests, which would otherwise wait for mail as long as users do. */
const testPollSeconds = 0.5;

export function openJobs(config: Config, connection: DatabaseConnection, log: Logger): Promise<JobQueue<Jobs>> {
  return openJobQueue<Jobs>({
    database: connection.forJobs,
    kinds: jobKinds,
    ...(config.environment === 'test' && { pollSeconds: testPollSeconds }),
    report: (error, where) => log.error({ err: error }, where),
  });
}

/** Starts the workers of the queue. */
export async function workOnJobs(jobs: JobQueue<Jobs>, services: Services, connection: DatabaseConnection, log: Logger): Promise<void> {
  const { recovery, activity, counts } = services;
  await jobs.work({
    // Without mail configured now, mail queued earlier is dropped.
    mail: async (told) => recovery?.send(told),
    failedSignIn: ({ emailHash, at }) => activity.noteFailedSignIn(emailHash, new Date(at)),
    purge: () => purge(services, connection),
    async counts() {
      const mended = await counts.mend();
      if (mended.length > 0) log.error({ universes: mended }, 'stored counts corrected');
    },
  });
  await jobs.addUnlessSince('purge', {}, purgeSeconds);
}

/** Deletes data that is kept for a limited time. */
async function purge(services: Services, connection: DatabaseConnection): Promise<void> {
  const { trash, comments, notifications, recovery, activity, identity, guests } = services;
  const now = new Date();
  await trash.empty(now);
  await comments.forget(now);
  await notifications.forget(now);
  await recovery?.forget(now);
  await activity.forget(now);
  await identity.forget();
  await guests.forget(now);
  await connection.checkpoint();
}
