import type { RequestHandler } from 'express';
import { createWriteCookie } from '../auth/write-cookie.ts';
import type { Config } from '../config.ts';
import type { Database, DatabaseConnection } from '../db/database.ts';
import { openReadsBy, openReplica } from '../db/replica.ts';
import { endlessPosition, flushedPosition, writtenPosition } from '../db/wal-position.ts';
import { createOwnWrites } from '../http/requests/own-writes.ts';
import type { ServerEvents } from '../ops/events/server-events.ts';
import type { Logger } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics/metrics.ts';
import { createReadFloor } from '../services/reads/read-floor.ts';
import { createReadRunner } from '../services/reads/reads.ts';
import { createReplicaHealth } from '../services/reads/replica-health.ts';
import { watchReplica } from '../services/reads/replica-watch.ts';
import { hasSecureCookies } from './secure-cookies.ts';

/** The database for reads that may be stale. */
export interface Reads {
  db: Database;
  /** To be passed by each request; null without a replica. */
  ownWrites: RequestHandler | null;
  close(): Promise<void>;
}

interface ReadsOptions {
  events: Pick<ServerEvents, 'on'>;
  metrics: Metrics;
  log: Logger;
}

/** Connects to the replica if one is configured; otherwise all reads are of the database itself. */
export async function openReads(config: Config, connection: DatabaseConnection, { events, metrics, log }: ReadsOptions): Promise<Reads> {
  const { runStatement: primary, query } = connection;
  if (config.replicaUrl === undefined || primary === null) return { db: connection.db, ownWrites: null, close: async () => {} };
  const replica = await openReplica(config.replicaUrl);
  const health = createReplicaHealth({
    // The message alone: an error of the driver may hold the address with its password.
    gone: (error) =>
      log.warn({ reason: error instanceof Error ? error.message : '' }, 'The replica is gone: the primary answers all reads'),
    back: () => log.info('The replica is back'),
  });
  const written = () => writtenPosition(query);
  const watch = watchReplica(replica, () => flushedPosition(query), health);
  const floor = createReadFloor(written);
  events.on('universe-changed', ({ lists }) => {
    if (lists) floor.raise();
  });
  events.on('templates-changed', floor.raise);
  events.on('missed', floor.raise);
  const cookie = createWriteCookie({ secret: config.sessionSecret, secureCookies: hasSecureCookies(config) });
  return {
    db: await openReadsBy(createReadRunner({ primary, replica: replica.run, health, watch, floor, metrics })),
    ownWrites: createOwnWrites(cookie, () => written().catch(() => endlessPosition)),
    async close() {
      floor.stop();
      await watch.stop();
      await replica.close();
    },
  };
}
