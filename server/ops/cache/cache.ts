import type { ZodType } from 'zod';
import type { Metrics } from '../metrics/metrics.ts';
import { redisPrefix, type RedisConnection } from '../redis/redis-connection.ts';
import { createUntilDone } from '../redis/until-done.ts';

/** A value that may be kept for a while. */
interface Kept<T> {
  /** What it depends on, and by which it is dropped: a universe, or all lists. */
  subject: string;
  /** Distinguishes the values of a subject. */
  key: string;
  seconds: number;
  schema: ZodType<T>;
}

/** Values that are the same for everybody. Never give it an answer to somebody who sent a cookie. */
export interface Cache {
  /** Returns the kept value, or else that which `make` returns, and keeps it unless it is null. */
  keep<T>(kept: Kept<NonNullable<T>>, make: () => Promise<T>): Promise<T>;
  /** Drops all values of a subject, also those that are being made. */
  drop(subject: string): void;
  close(): void;
}

/** The subject of all lists. */
export const listsSubject = 'lists';

/** The longest time for which a value may be kept. */
const maxSeconds = 60;
/** A version outlives all values that were kept under it, so that none of them comes back when it begins anew. */
const versionSeconds = 10 * maxSeconds;

/** Reads the version of a subject, and what is kept under it. */
const readScript = `local version = redis.call('get', KEYS[1]) or '0'
return {version, redis.call('get', KEYS[2] .. version)}`;
const dropScript = `redis.call('incr', KEYS[1])
return redis.call('expire', KEYS[1], ARGV[1])`;

/** Creates a cache in Redis; without Redis, one that keeps nothing. */
export function createCache(redis: RedisConnection | null, metrics: Pick<Metrics, 'cached'>): Cache {
  return redis ? createRedisCache(redis, metrics) : { keep: (_kept, make) => make(), drop() {}, close() {} };
}

const versionKey = (subject: string) => `${redisPrefix}version:${subject}`;

function createRedisCache(redis: RedisConnection, { cached }: Pick<Metrics, 'cached'>): Cache {
  const { commands } = redis;
  const drops = createDrops(redis);
  /** Returns the version of a subject and the text that is kept under it; null if Redis is gone. */
  const read = async (subject: string, start: string) =>
    (await commands.eval(readScript, 2, versionKey(subject), start).catch(() => null)) as [version: string, text: string | null] | null;

  return {
    async keep(kept, make) {
      const start = `${redisPrefix}cache:${kept.subject}:${kept.key}:`;
      const found = drops.isPending(kept.subject) ? null : await read(kept.subject, start);
      const value = valueIn(found?.[1] ?? null, kept.schema);
      cached(found === null ? 'error' : value === null ? 'miss' : 'hit');
      if (value !== null) return value;
      const made = await make();
      // Under the version that was read first: a value that was dropped while it was made is never found.
      if (made !== null && found) commands.set(start + found[0], JSON.stringify(made), 'EX', kept.seconds).catch(() => {});
      return made;
    },
    drop: drops.add,
    close: drops.stop,
  };
}

/** Drops values by a new version of their subject, and tries again while Redis is gone, as long as they may be kept. */
function createDrops({ commands }: RedisConnection) {
  /** Subject → time of its change, in ms. */
  const pending = new Map<string, number>();
  const drop = async (subject: string) => {
    await commands.eval(dropScript, 1, versionKey(subject), versionSeconds);
    pending.delete(subject);
  };
  const dropAll = createUntilDone(async () => {
    const sinceMs = performance.now() - maxSeconds * 1000;
    for (const [subject, atMs] of pending) if (atMs < sinceMs) pending.delete(subject);
    await Promise.all([...pending.keys()].map(drop));
  });
  return {
    isPending: (subject: string) => pending.has(subject),
    add(subject: string) {
      pending.set(subject, performance.now());
      drop(subject).catch(dropAll.ask);
    },
    stop: dropAll.stop,
  };
}

/** Returns the value in a text; null if there is none, or another version of the server wrote something else. */
function valueIn<T>(text: string | null, schema: ZodType<T>): T | null {
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
