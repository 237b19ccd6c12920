import { pino, type Logger } from 'pino';

export type { Logger };

/** One JSON object a line on standard error, so that standard output stays for people. */
export function createLog(level: string): Logger {
  return pino({ level, redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'] }, pino.destination(2));
}
