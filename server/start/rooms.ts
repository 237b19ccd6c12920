import type { Server as HttpServer } from 'node:http';
import { Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { bodyLimits } from '../../shared/api/body-limits.ts';
import { refuse } from '../../shared/refusals/refuse.ts';
import { writeRefusal } from '../../shared/refusals/sent-refusal.ts';
import { universeRoomName } from '../../shared/room/names.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import type { Config } from '../config.ts';
import type { RefusalLog } from '../http/requests/refusal-log.ts';
import type { Logger } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics/metrics.ts';
import type { Admissions } from '../rooms/members/admission.ts';
import { createSeatCheck } from '../rooms/members/seat-check.ts';
import { defineUniverseRoom } from '../rooms/universe-room.ts';
import { newId } from '../services/ids.ts';
import type { Services } from './services.ts';

interface RoomOptions {
  config: Config;
  services: Services;
  admissions: Admissions;
  refusals: RefusalLog;
  metrics: Metrics;
  log: Logger;
}

const memberIdLength = 8;

/** Creates the rooms of universes, on an HTTP server that does not listen yet. */
export function createRooms(httpServer: HttpServer, { config, services, admissions, refusals, metrics, log }: RoomOptions): Server {
  const { identity, universes, comments, guests, users, runs, snapshots } = services;
  const rooms = createRoomServer(httpServer, { log, metrics, mayTakeSeat: createSeatCheck(identity.sessionOf) });
  const room = defineUniverseRoom({
    ...admissions,
    onChange: universes.onChange,
    onCommentCounts: comments.onChange,
    longReplayTicks: config.replaySeconds * ticksPerSecond,
    runs,
    snapshots,
    async rename({ userId, isKnown }, displayName) {
      if (isKnown) await guests.store(userId);
      return users.update(userId, { displayName });
    },
    onRevoke: identity.onRevoke,
    newMemberId: () => newId(memberIdLength),
    noteRefusal: refusals.note,
    metrics,
    log,
    report: (error, where) => log.error({ err: error }, where),
  });
  rooms.define(universeRoomName, room).filterBy(['universeId' as never]);
  return rooms;
}

/**
 * Creates Colyseus on the same server. It handles upgrades by itself; matchmaking requests go to our own routes
 * (server/http/door/matchmaking.ts).
 */
function createRoomServer(
  httpServer: HttpServer,
  { log, metrics, mayTakeSeat }: Pick<RoomOptions, 'log' | 'metrics'> & { mayTakeSeat: ReturnType<typeof createSeatCheck> },
): Server {
  const quiet = (...parts: unknown[]) => log.debug(parts.map(String).join(' '));
  return new Server({
    greet: false,
    // Important errors also arrive as exceptions; the rest is caused by clients.
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    gracefullyShutdown: false,
    transport: new WebSocketTransport({
      server: httpServer,
      maxPayload: bodyLimits.usual,
      async beforeUpgrade({ url }, { headers }) {
        if (await mayTakeSeat(url, headers.get('cookie') ?? undefined)) return undefined;
        const refusal = refuse('seat-of-other');
        metrics.joinRefused(refusal.code);
        return Response.json({ code: 403, error: writeRefusal(refusal) }, { status: 403 });
      },
    }),
  });
}
