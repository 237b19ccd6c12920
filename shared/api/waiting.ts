import { AppError, type ErrorCode, type FieldIssue } from './errors.ts';

const minuteSeconds = 60;
const hourSeconds = 60 * minuteSeconds;

/** Returns a sentence that says when to try again. seconds: whole, at least 1; minutes and hours are rounded up, so that no retry comes too early. */
export function tryAgainIn(seconds: number): string {
  const [minutes, hours] = [Math.ceil(seconds / minuteSeconds), Math.ceil(seconds / hourSeconds)];
  const sentences = [
    { mostSeconds: 1, message: 'Try again in a second.' },
    { mostSeconds: minuteSeconds - 1, message: `Try again in ${seconds} seconds.` },
    { mostSeconds: minuteSeconds, message: 'Try again in a minute.' },
    { mostSeconds: hourSeconds - minuteSeconds, message: `Try again in ${minutes} minutes.` },
    { mostSeconds: hourSeconds, message: 'Try again in an hour.' },
    { mostSeconds: Infinity, message: `Try again in ${hours} hours.` },
  ];
  return sentences.find(({ mostSeconds }) => seconds <= mostSeconds)!.message;
}

/** Returns the refusal of a request that came too often. waitMs: until it may come again; reason: a sentence, after which the time is said. */
export function rateLimited(
  reason: string,
  waitMs: number,
  issues: readonly FieldIssue[] = [],
  code: ErrorCode = 'rate-limited',
): AppError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new AppError(code, `${reason} ${tryAgainIn(retryAfterSeconds)}`, { issues, retryAfterSeconds });
}
