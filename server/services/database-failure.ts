/** What a failed query says of its database: that it can't be reached for the moment, or that nothing more fits into it. */
export type DatabaseFailure = 'gone' | 'full';

/** Of the system, and of PostgreSQL (classes 08 and 57P, and too many connections). @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const gone = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08...|57P..|53300)$/;
const full = /^(ENOSPC|EDQUOT|53100)$/;
/** What the driver says without a code. */
const goneWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** Errors carry the one that caused them, layer by layer; so many layers are looked at. */
const deepest = 6;

/** Null where it has nothing to do with the state of the database. */
export function failureOf(error: unknown): DatabaseFailure | null {
  let layer = error;
  for (let depth = 0; depth < deepest && typeof layer === 'object' && layer !== null; depth++) {
    const { code, message, cause } = layer as { code?: unknown; message?: unknown; cause?: unknown };
    if (typeof code === 'string' && full.test(code)) return 'full';
    if (typeof code === 'string' && gone.test(code)) return 'gone';
    if (typeof message === 'string' && goneWords.test(message)) return 'gone';
    layer = cause;
  }
  return null;
}
