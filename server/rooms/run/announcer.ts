import { getMessageBytes, Protocol } from '@colyseus/core';
import type { ServerMessages, Welcome } from '../../../shared/room/messages.ts';
import { shortConfirmType } from '../../../shared/room/names.ts';
import { shortenTick } from '../../../shared/room/short-tick.ts';
import type { RoomClient } from '../members/room-client.ts';
import type { AuthoredEdit } from '../../services/documents/authored-edit.ts';
import type { EditLog } from '../../services/documents/edit-log.ts';

/** Interval of confirmations while nothing changes, to show that the connection is alive. */
const keepAliveMs = 1000;

/** Progress of the run: all edits up to `tick` are known. */
export interface Standing {
  tick: number;
  playing: boolean;
}

/** Sends a group of clients what happened since the last time, in one message that is encoded once. */
export interface Announcer {
  add(edits: readonly AuthoredEdit[]): void;
  /** Sends the batch, if any. `now`: also if nothing changed. */
  tell(clients: readonly RoomClient[], standing: Standing, now?: boolean): void;
  /** Discards unsent edits, when a new run begins. */
  clear(): void;
}

const encode = <N extends 'edits' | 'confirm' | 'welcome' | 'log'>(name: N, payload: ServerMessages[N]) =>
  getMessageBytes.raw(Protocol.ROOM_DATA, name, payload);

/** Returns the document of a run and the edits after it, of which a client has those up to `known`, the sequence of an edit. */
export function runDocumentOf({ epoch, firstDocument, document, edits }: EditLog, snapshot: Welcome['snapshot'], known: number | null) {
  const after = snapshot?.sequence ?? known ?? 0;
  return { epoch, document: snapshot ? document : firstDocument, edits: edits.filter(({ sequence }) => sequence > after), snapshot };
}

/** Sends a client the state of the run or the whole log, which it may read slowly. */
export function sendWhole<N extends 'welcome' | 'log'>(client: RoomClient, name: N, payload: ServerMessages[N]): void {
  const bytes = encode(name, payload);
  client.userData!.welcomeBytes = bytes.length;
  client.enqueueRaw(bytes);
}

/** Creates an announcer. nowMs: a monotonic clock. */
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
