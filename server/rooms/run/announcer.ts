import { getMessageBytes, Protocol } from '@colyseus/core';
import type { ServerMessages } from '../../../shared/room/messages.ts';
import { shortConfirmType } from '../../../shared/room/names.ts';
import { shortenTick } from '../../../shared/room/short-tick.ts';
import type { AuthoredEdit } from '../../services/documents/edit-log.ts';
import type { RoomClient } from '../members/room-client.ts';

/** While nothing moves, a confirmation a second tells that the connection lives. */
const keepAliveMs = 1000;

/** Where the run stands: all edits up to `tick` are known. */
export interface Standing {
  tick: number;
  playing: boolean;
}

/** Tells some of a room what happened: all of it since the last time in one message, which is made once. */
export interface Announcer {
  add(edits: readonly AuthoredEdit[]): void;
  /** Sends what there is to say. `now`: also where nothing has changed. */
  tell(clients: readonly RoomClient[], standing: Standing, now?: boolean): void;
  /** Forgets what was not told yet, as a new run begins. */
  clear(): void;
}

const encode = <N extends 'edits' | 'confirm' | 'welcome' | 'log'>(name: N, payload: ServerMessages[N]) =>
  getMessageBytes.raw(Protocol.ROOM_DATA, name, payload);

/** Tells one of them how the run stands, or all that has happened in it, which they may take their time to read. */
export function sendWhole<N extends 'welcome' | 'log'>(client: RoomClient, name: N, payload: ServerMessages[N]): void {
  const bytes = encode(name, payload);
  client.userData!.welcomeBytes = bytes.length;
  client.enqueueRaw(bytes);
}

/** nowMs: a monotonic clock. */
export function createAnnouncer(nowMs: () => number): Announcer {
  let waiting: AuthoredEdit[] = [];
  let told: Standing = { tick: 0, playing: false };
  let toldMs = 0;

  const message = ({ tick, playing }: Standing, now: boolean) => {
    if (waiting.length > 0) return encode('edits', { edits: waiting, tick, playing });
    if (now || playing !== told.playing || nowMs() - toldMs >= keepAliveMs) return encode('confirm', { tick, playing });
    if (tick === told.tick) return null;
    return getMessageBytes.raw(Protocol.ROOM_DATA, shortConfirmType, shortenTick(tick));
  };

  return {
    add: (edits) => void waiting.push(...edits),
    tell(clients, standing, now = false) {
      const bytes = message(standing, now);
      if (!bytes) return;
      waiting = [];
      told = standing;
      toldMs = nowMs();
      for (const client of clients) client.enqueueRaw(bytes);
    },
    clear() {
      waiting = [];
    },
  };
}
