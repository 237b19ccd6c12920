import { createHmac } from 'node:crypto';
import { type IRateLimiterRedisOptions, type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { Rate } from '../../shared/api/rates.ts';
import { redisPrefix, type RedisConnection } from './redis/redis-connection.ts';

/** Counts what has a limit, by keys. */
export type RateLimiter = Pick<RateLimiterAbstract, 'consume' | 'penalty' | 'reward'>;

/** Returns the limiter of a name: one and the same for each name. */
export type Limiters = (name: string, rate: Rate) => RateLimiter;

/** Where processes count together. */
interface CommonCount {
  redis: RedisConnection;
  /** Hides addresses and accounts from readers of Redis; the same in all processes. */
  secret: Buffer;
}

/** Creates the limiters of a process. With Redis, all processes count together; while it is gone, each counts for itself. */
export function createLimiters(common: CommonCount | null): Limiters {
  const made = new Map<string, RateLimiter>();
  const make = (name: string, { points, seconds }: Rate): RateLimiter => {
    const alone = new RateLimiterMemory({ points, duration: seconds });
    if (!common) return alone;
    const { redis, secret } = common;
    const keyPrefix = `${redisPrefix}limit:${name}`;
    return new HidingLimiter({ storeClient: redis.commands, keyPrefix, points, duration: seconds, insuranceLimiter: alone }, secret);
  };
  return (name, rate) => {
    const limiter = made.get(name) ?? make(name, rate);
    made.set(name, limiter);
    return limiter;
  };
}

class HidingLimiter extends RateLimiterRedis {
  readonly #secret: Buffer;

  constructor(options: IRateLimiterRedisOptions, secret: Buffer) {
    super(options);
    this.#secret = secret;
  }

  override getKey(key: string | number): string {
    return super.getKey(createHmac('sha256', this.#secret).update(String(key)).digest('base64url'));
  }
}
