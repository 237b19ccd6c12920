/**
 * What a failed query says of its database: that it can't be reached for the moment, that nothing more fits into it, that it can't be
 * written at present, or that its disk or its files are broken.
 */
export type DatabaseFailure = 'gone' | 'full' | 'read-only' | 'damaged';

/** Of the system, and of PostgreSQL (classes 08 and 57P, and too many connections). @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const gone = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08...|57P..|53300)$/;
const full = /^(ENOSPC|EDQUOT|53100)$/;
/** Also where PostgreSQL may not write its own files (42501), as it says of each on a disk that was mounted anew. */
const readOnly = /^(EROFS|25006|42501)$/;
const damaged = /^(EIO|58030|58P01|XX001|XX002)$/;
/** What the driver says without a code. */
const goneWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

const byCode: readonly [DatabaseFailure, RegExp][] = [
  ['full', full],
  ['gone', gone],
  ['read-only', readOnly],
  ['damaged', damaged],
];

/** Errors carry the one that caused them, layer by layer; so many layers are looked at. */
const deepest = 6;

/** Null where it has nothing to do with the state of the database. */
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
