import { type DestinationStream, pino, type Logger } from 'pino';

export type { Logger };

/** What nobody may find in a log, wherever a body, a row or a request is logged whole. */
const secretFields = ['password', 'current', 'next', 'email', 'emailHash', 'passwordHash'];
const redact = [
  'req.headers.cookie',
  'req.headers.authorization',
  'res.headers["set-cookie"]',
  ...secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
];

/** One JSON object a line, by default on standard error, so that standard output stays for people. */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, redact, serializers: { err: withoutParameters } }, destination);
}

/** A query that failed carries all that it would have written, in its message too: only its text is told. */
function withoutParameters(error: unknown): unknown {
  if (!(error instanceof Error) || !('query' in error && 'params' in error)) return pino.stdSerializers.err(error as Error);
  const failed = new Error(`A query failed: ${String(error.query)}`, { cause: error.cause });
  failed.stack = error.stack?.replace(error.message, failed.message);
  return pino.stdSerializers.err(failed);
}
