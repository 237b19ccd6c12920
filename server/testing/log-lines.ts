import { Writable } from 'node:stream';
import { createLog, type Logger } from '../ops/log.ts';

interface LogLines {
  readonly log: Logger;
  /** Everything that was written. */
  readonly text: string;
  /** Returns the lines with a message, in order. */
  of<T = Record<string, unknown>>(message: string): T[];
  clear(): void;
}

/** Creates a log that keeps what is written. */
export function keepLogLines(level = 'info'): LogLines {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return {
    log: createLog(level, stream),
    get text() {
      return text;
    },
    of: <T>(message: string) =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as T & { msg: string })
        .filter(({ msg }) => msg === message),
    clear: () => (text = ''),
  };
}
