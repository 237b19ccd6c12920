import type { Config } from '../config.ts';
import { type Cache, createCache, listsSubject } from '../ops/cache/cache.ts';
import { createServerEvents, type ServerEvents } from '../ops/events/server-events.ts';
import { createLimiters, type Limiters } from '../ops/limiters.ts';
import type { Logger } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics/metrics.ts';
import { openRedis } from '../ops/redis/redis-connection.ts';
import { limiterKey } from '../services/secrets/derived-keys.ts';

/** What the processes of an installation share by Redis, and may lose. */
export interface Shared {
  events: ServerEvents;
  limiters: Limiters;
  cache: Cache;
  close(): void;
}

/** Connects to Redis as configured. A single process has its own events and limits, and no cache. */
export function openShared({ node, sessionSecret }: Pick<Config, 'node' | 'sessionSecret'>, metrics: Metrics, log: Logger): Shared {
  const redis = node && openRedis(node.redisUrl, log);
  const [events, cache] = [createServerEvents(redis), createCache(redis, metrics)];
  events.on('universe-changed', ({ universeId, lists }, isOwn) => {
    if (!isOwn) return;
    cache.drop(universeId);
    if (lists) cache.drop(listsSubject);
  });
  return {
    events,
    limiters: createLimiters(redis && { redis, secret: limiterKey(sessionSecret) }),
    cache,
    close() {
      cache.close();
      events.close();
      redis?.close();
    },
  };
}
