import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuseFor } from '../../../shared/refusals/refuse.ts';
import { createTokenBucket, type Pace, type TokenBucket } from '../../../shared/room/token-bucket.ts';

/** Limits the rate of each message name per sender. nowMs: a monotonic clock. */
export function createPaceKeeper(nowMs: () => number) {
  const buckets = new WeakMap<object, Map<string, TokenBucket>>();
  return {
    /** Counts one message. @throws AppError `rate-limited` if `sender` has sent too many of `name`. */
    take(sender: object, name: string, pace: Pace): void {
      const own = buckets.get(sender) ?? new Map<string, TokenBucket>();
      buckets.set(sender, own);
      const bucket = own.get(name) ?? createTokenBucket(pace, nowMs);
      own.set(name, bucket);
      if (bucket.spend(1)) return;
      throw refuseFor(bucket.waitMs(1), 'too-often', [fieldIssue(name, null, 'pace-limit', { max: pace.perSecond })]);
    },
  };
}
export type PaceKeeper = ReturnType<typeof createPaceKeeper>;
