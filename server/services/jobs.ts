import type { JobKinds } from '../ops/job-queue.ts';

/** Which letter, and to whom: by id, or by the hash of an address that nobody may have. Jobs of earlier versions say no `askedAt`. */
export type MailJob =
  | { letter: 'verify'; userId: string }
  | { letter: 'reset'; emailHash: string; askedAt?: string }
  | { letter: 'taken'; emailHash: string };

/** What is done apart from requests, and what each kind of it is told. */
export type Jobs = {
  /** Writes a letter and sends it. */
  mail: MailJob;
  /** Notes that somebody tried to sign in with a wrong password. */
  failedSignIn: { emailHash: string; at: string };
  /** Deletes for good what nobody can take back any more, and what has expired. */
  purge: Record<string, never>;
  /** Counts anew what lists read. */
  counts: Record<string, never>;
};

const hourSeconds = 60 * 60;
/** However often servers are started, what is old is not looked for more often than this. */
export const purgeSeconds = hourSeconds;

export const jobKinds: JobKinds<Jobs> = {
  // Ten hours and more in all: other servers are out for a while, and some take a letter only at the second try.
  mail: { retries: 8, retrySeconds: 60 * 5, leaseSeconds: 60 },
  failedSignIn: { retries: 3, retrySeconds: 10, leaseSeconds: 60 },
  purge: { retries: 3, retrySeconds: 60, leaseSeconds: 600, schedule: '17 * * * *' },
  counts: { retries: 3, retrySeconds: 60, leaseSeconds: 600, schedule: '41 4 * * *' },
};
