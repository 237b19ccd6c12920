import type { RunStatement } from './database.ts';
import { replayedPosition, type WalPosition } from './wal-position.ts';

/** A copy of the database that follows it, a little behind. It may be gone at any time. */
export interface Replica {
  run: RunStatement;
  /** Returns the position that it has replayed, over a connection of its own: it does not wait behind other queries. */
  replayed(): Promise<WalPosition>;
  close(): Promise<void>;
}

/** The longest time for a connection, and for an answer: whoever waits longer gets the same from the primary. */
const waitMs = 500;
const maxConnections = 10;

/** Opens the connections to a replica. Waits for nothing: the first query shows whether it is there. */
export async function openReplica(url: string): Promise<Replica> {
  const { default: pg } = await import('pg');
  const poolOf = (max: number) => {
    const timeouts = { connectionTimeoutMillis: waitMs, query_timeout: waitMs, statement_timeout: waitMs };
    const pool = new pg.Pool({ connectionString: url, application_name: 'harmonic-universe reads', keepAlive: true, max, ...timeouts });
    // A pool replaces an idle connection that breaks; without a listener this would end the process.
    pool.on('error', () => {});
    return pool;
  };
  const [reads, apart] = [poolOf(maxConnections), poolOf(1)];
  return {
    run: (statement, values) => reads.query(statement, values),
    replayed: () => replayedPosition((text) => apart.query(text)),
    close: async () => void (await Promise.all([reads.end(), apart.end()])),
  };
}

const onlyReads = /^\s*\(*\s*(?:select|with)\b/i;

/** Returns a database whose statements `run` answers, each for itself. It has no transactions, and only reads. */
export async function openReadsBy(run: RunStatement) {
  const { drizzle } = await import('drizzle-orm/node-postgres');
  const query: RunStatement = async (statement, values) => {
    // Statements of a transaction would go to any connections.
    if (!onlyReads.test(statement.text)) throw new Error(`This database only reads: ${statement.text}`);
    return run(statement, values);
  };
  return drizzle({ client: { query } as never });
}
