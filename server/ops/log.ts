import { type DestinationStream, pino, type Logger } from 'pino';

export type { Logger };

/** Fields that must not appear in a log, also when a whole body, row or request is logged. */
const secretFields = [
  'password',
  'current',
  'next',
  'email',
  'emailHash',
  'passwordHash',
  'cookie',
  'authorization',
  'sessionId',
  'sessionKey',
  'reconnectionToken',
  'secret',
  'token',
];
const redact = [
  'req.headers.cookie',
  'req.headers.authorization',
  'res.headers["set-cookie"]',
  ...secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
];

/** Writes a JSON object per line, by default to standard error, so that standard output stays readable. */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, redact, serializers: { err: withoutParameters } }, destination);
}

/** A failed query carries all its parameters, also in its message: only its text is logged. */
function withoutParameters(error: unknown): unknown {
  if (!(error instanceof Error) || !('query' in error && 'params' in error)) return pino.stdSerializers.err(error as Error);
  const failed = new Error(`A query failed: ${String(error.query)}`, { cause: error.cause });
  failed.stack = error.stack?.replace(error.message, failed.message);
  return pino.stdSerializers.err(failed);
}
