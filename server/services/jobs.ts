import type { JobKinds } from '../ops/job-queue.ts';

/**
 * The kind of mail and its recipient: by id, or by the hash of an address that may have no account. Jobs of earlier versions lack
 * `askedAt`.
 */
export type MailJob =
  | { letter: 'verify'; userId: string }
  | { letter: 'reset'; emailHash: string; askedAt?: string }
  | { letter: 'taken'; emailHash: string };

/** The kinds of jobs, with the data of each. */
export type Jobs = {
  /** Writes and sends a mail. */
  mail: MailJob;
  /** Records a sign-in attempt with a wrong password. */
  failedSignIn: { emailHash: string; at: string };
  /** Deletes expired data, and deleted data that can no longer be restored. */
  purge: Record<string, never>;
  /** Recounts the counts that lists read. */
  counts: Record<string, never>;
};

const hourSeconds = 60 * 60;
/** The minimum interval between purges, however often servers start. */
export const purgeSeconds = hourSeconds;

export const jobKinds: JobKinds<Jobs> = {
  // At least ten hours in all: mail servers have outages, and some accept a mail only at the second try.
  mail: { retries: 8, retrySeconds: 60 * 5, leaseSeconds: 60 },
  failedSignIn: { retries: 3, retrySeconds: 10, leaseSeconds: 60 },
  purge: { retries: 3, retrySeconds: 60, leaseSeconds: 600, schedule: '17 * * * *' },
  counts: { retries: 3, retrySeconds: 60, leaseSeconds: 600, schedule: '41 4 * * *' },
};
