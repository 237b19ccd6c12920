import type { RequestHandler } from 'express';
import { refuse } from '../../shared/refusals/refuse.ts';

/** The longest time that the database has to answer. */
const patienceMs = 2000;

interface ReadinessOptions {
  /** Asks the database for anything. */
  ask(): Promise<unknown>;
  isStopping(): boolean;
  patienceMs?: number;
}

/**
 * Creates the answer to whether the server can take requests now: its database answers, and it does not stop. Requests that come at once
 * share a query, so that nobody makes the database busy by asking.
 */
export function createReadiness({ ask, isStopping, patienceMs: limitMs = patienceMs }: ReadinessOptions): RequestHandler {
  let asking: Promise<unknown> | null = null;
  return async (_request, response) => {
    if (isStopping()) throw refuse('server-stopping');
    asking ??= within(limitMs, ask).finally(() => (asking = null));
    try {
      await asking;
    } catch (cause) {
      throw refuse('database-gone', {}, { cause });
    }
    response.set('Cache-Control', 'no-store').json({ status: 'ready' });
  };
}

/** @throws Error if the answer does not come in time. */
async function within(limitMs: number, ask: () => Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The database does not answer in time.')), limitMs);
  });
  try {
    await Promise.race([ask(), late]);
  } finally {
    clearTimeout(timer);
  }
}
