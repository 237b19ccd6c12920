import type { Room } from '@colyseus/sdk';
import { AppError } from '../../shared/api/errors.ts';
import type { JoinOptions } from '../../shared/room/messages.ts';
import { universeRoomName } from '../../shared/room/names.ts';
import type { UniverseState } from '../../shared/room/state.ts';
import { sayRefusal } from '../words/refusal.ts';
import { say } from '../words/words.ts';
import { createReadmission } from './readmission.ts';
import type { RoomEvents } from './room-events.ts';
import { isWithoutSession, joinRefusalOf, joinTroubleOf, wordsWithoutSession } from './room-words.ts';
import { newSdkClient } from './sdk-client.ts';

export type UniverseRoom = Room<unknown, UniverseState>;

/** Longer than a room takes to admit a member, also where it first waits for a snapshot. */
const joinMs = 12_000;
const retryDelaysMs = [200, 500, 1000, 2000, 4000, 8000];

/** The address of the server, and the headers that no browser adds by itself. */
export interface ServerAddress {
  origin: string;
  headers?: Record<string, string>;
}

/** The step after an attempt to enter: none, another attempt at once, or another after a delay. */
type Sequel = 'none' | 'again' | 'later';

/** Enters the room of a universe, and tries again until it is in or refused. */
interface RoomEntry {
  readonly isWatchingOnly: boolean;
  /** Tells `events` of trouble and refusal, and hands each room that it enters to `entered`. */
  begin(events: RoomEvents, entered: (room: UniverseRoom) => void): void;
  /** Enters again after a delay, which grows from attempt to attempt. @param past beginning of the path of the next attempt alone */
  retry(past?: string): void;
  /** The room has welcomed the page. */
  admitted(): void;
  close(): void;
}

export function createRoomEntry(options: JoinOptions, at: ServerAddress): RoomEntry {
  const sdkAt = (past: string) => newSdkClient(`${at.origin}${past}/room/${options.universeId}`, at.headers ?? {});
  const usual = sdkAt('');
  const readmission = createReadmission(options.as);
  let attempts = 0;
  let closed = false;
  let nextPast = '';
  let target: { events: RoomEvents; entered: (room: UniverseRoom) => void } | null = null;

  const schedule = (enter: () => Promise<void>) => {
    setTimeout(enter, retryDelaysMs[Math.min(attempts, retryDelaysMs.length - 1)]);
    attempts += 1;
  };

  /** Gets another session, or prepares to watch without. */
  const readmit = async (events: RoomEvents): Promise<Sequel> => {
    const step = readmission.next();
    if (step === 'give-up') {
      events.status('refused', say('You are no longer in this universe. Reload the page to come back.'));
      return 'none';
    }
    try {
      if (step === 'identify') await events.identify();
    } catch (error) {
      readmission.admitted();
      events.status('reconnecting', error instanceof AppError ? sayRefusal(error) : joinTroubleOf(error));
      return 'later';
    }
    return 'again';
  };

  const attempt = async (events: RoomEvents, entered: (room: UniverseRoom) => void): Promise<Sequel> => {
    if (closed) return 'none';
    const past = nextPast;
    nextPast = '';
    try {
      const as = readmission.isWatchingOnly ? 'spectate' : options.as;
      const asked = (past === '' ? usual : sdkAt(past)).joinOrCreate<UniverseState>(universeRoomName, {
        ...options,
        as,
        ...events.known(),
      });
      const room = await inTime(asked, ({ connection }) => connection.close());
      room.reconnection.enabled = false;
      if (closed) await room.leave();
      else entered(room);
      return 'none';
    } catch (error) {
      // Only the usual address has the last word.
      if (past !== '') return 'again';
      if (isWithoutSession(error)) return readmit(events);
      const refusal = joinRefusalOf(error);
      if (refusal) {
        events.status('refused', wordsWithoutSession(error, readmission) ?? refusal);
        return 'none';
      }
      events.status(attempts === 0 ? 'connecting' : 'reconnecting', joinTroubleOf(error));
      return 'later';
    }
  };

  const enter = async () => {
    if (!target) return;
    let sequel: Sequel = 'again';
    while (sequel === 'again') sequel = await attempt(target.events, target.entered);
    if (sequel === 'later') schedule(enter);
  };

  return {
    get isWatchingOnly() {
      return readmission.isWatchingOnly;
    },
    begin(events, entered) {
      target = { events, entered };
      void enter();
    },
    retry(past = '') {
      nextPast = past;
      schedule(enter);
    },
    admitted() {
      attempts = 0;
      readmission.admitted();
    },
    close() {
      closed = true;
    },
  };
}

/** Rejects after a timeout and hands a room that is entered later to `closeLate`. */
function inTime<T>(asked: Promise<T>, closeLate: (late: T) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('Nothing came.'));
      asked.then(closeLate, () => {});
    }, joinMs);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
