/**
 * The state of the database that a failed query indicates: temporarily unreachable, full, read-only, or with a damaged disk or damaged
 * files.
 */
export type DatabaseFailure = 'gone' | 'full' | 'read-only' | 'damaged';

/**
 * Codes of the system and of PostgreSQL (classes 08 and 57P, and too many connections). @see
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const gone = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08...|57P..|53300)$/;
const full = /^(ENOSPC|EDQUOT|53100)$/;
/** Includes 42501: PostgreSQL may not write its own files, as it reports for each file on a disk that was remounted read-only. */
const readOnly = /^(EROFS|25006|42501)$/;
const damaged = /^(EIO|58030|58P01|XX001|XX002)$/;
/** Messages of the driver that come without a code. */
const goneWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

const byCode: readonly [DatabaseFailure, RegExp][] = [
  ['full', full],
  ['gone', gone],
  ['read-only', readOnly],
  ['damaged', damaged],
];

/** The maximum number of nested causes of an error that are examined. */
const deepest = 6;

/** Returns null if the error does not concern the state of the database. */
export function failureOf(error: unknown): DatabaseFailure | null {
  let layer = error;
  for (let depth = 0; depth < deepest && typeof layer === 'object' && layer !== null; depth++) {
    const { code, message, cause } = layer as { code?: unknown; message?: unknown; cause?: unknown };
    const known = typeof code === 'string' ? byCode.find(([, codes]) => codes.test(code)) : undefined;
    if (known) return known[0];
    if (typeof message === 'string' && goneWords.test(message)) return 'gone';
    layer = cause;
  }
  return null;
}
