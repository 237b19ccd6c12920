import type { Server as HttpServer } from 'node:http';
import { matchMaker, Server } from '@colyseus/core';
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
import type { Membership } from '../services/processes/membership.ts';
import { addressPrefixOf } from './address-prefix.ts';
import type { Services } from './services.ts';

interface RoomOptions {
  config: Config;
  services: Services;
  membership: Membership;
  admissions: Admissions;
  refusals: RefusalLog;
  metrics: Metrics;
  log: Logger;
}

const memberIdLength = 8;
/** A member loses a right after this time at the latest, whatever events were lost. */
const recheckMs = 30_000;

/** Creates the rooms of universes, on an HTTP server that does not listen yet. */
export function createRooms(
  httpServer: HttpServer,
  { config, services, membership, admissions, refusals, metrics, log }: RoomOptions,
): Server {
  const { identity, universes, comments, guests, users, runs, holders, decisions, snapshots, events } = services;
  const rooms = createRoomServer(httpServer, { config, log, metrics, mayTakeSeat: createSeatCheck(identity.sessionOf) });
  const room = defineUniverseRoom({
    ...admissions,
    onChange: universes.onChange,
    onCommentCounts: comments.onChange,
    longReplayTicks: config.replaySeconds * ticksPerSecond,
    runs,
    onLapsed: membership.onLapsed,
    held: holders.held,
    decisions,
    isStopping: () => matchMaker.state === matchMaker.MatchMakerState.SHUTTING_DOWN,
    snapshots,
    async rename({ userId, isKnown }, displayName) {
      if (isKnown) await guests.store(userId);
      return users.update(userId, { displayName });
    },
    onRevoke: identity.onRevoke,
    onMissed: (listener) => events.on('missed', listener),
    endedAmong: identity.endedAmong,
    recheckMs: config.node && recheckMs,
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
  {
    config,
    log,
    metrics,
    mayTakeSeat,
  }: Pick<RoomOptions, 'config' | 'log' | 'metrics'> & { mayTakeSeat: ReturnType<typeof createSeatCheck> },
): Server {
  const quiet = (...parts: unknown[]) => log.debug(parts.map(String).join(' '));
  return new Server({
    greet: false,
    // Important errors also arrive as exceptions; the rest is caused by clients.
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    gracefullyShutdown: false,
    // The connection to a room leads straight to its process.
    ...(config.node && { publicAddress: `${new URL(config.publicUrl).host}${addressPrefixOf(config)}` }),
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
