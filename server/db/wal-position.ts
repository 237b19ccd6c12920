/** A position in the write-ahead log of PostgreSQL: a replica that has replayed it has all that the primary had there. */
export type WalPosition = bigint;

/** Beyond all positions: no replica has replayed it. */
export const endlessPosition: WalPosition = 2n ** 64n - 1n;

type AskPosition = (text: string) => Promise<{ rows: unknown[] }>;

/** Reads a position as PostgreSQL writes it: two hexadecimal numbers of 32 bits, as in `16/B374D848`. */
export function readPosition(text: string): WalPosition {
  const [high, low] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

async function askFor(ask: AskPosition, expression: string): Promise<WalPosition> {
  const { rows } = await ask(`select (${expression})::text as position`);
  return readPosition((rows as { position: string }[])[0]!.position);
}

/** Returns the position after everything that the primary has committed. */
export const writtenPosition = (ask: AskPosition): Promise<WalPosition> => askFor(ask, 'pg_current_wal_insert_lsn()');

/**
 * Returns the position up to which the primary has sent its log, or could. Not that of `writtenPosition`, which is ahead of it at the
 * beginning of a page of the log until something is written there.
 */
export const flushedPosition = (ask: AskPosition): Promise<WalPosition> => askFor(ask, 'pg_current_wal_flush_lsn()');

/** Returns the position that a replica has replayed. One that was made the primary has everything. */
export const replayedPosition = (ask: AskPosition): Promise<WalPosition> =>
  askFor(ask, 'case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_insert_lsn() end');
