import { ticksPerSecond } from '../../shared/simulation/world.ts';
import { createConfirmArrivals, delayStepMs } from './confirm-arrivals.ts';
import { createRoomTime, type TimeAnswer } from './room-time.ts';

const tickMs = 1000 / ticksPerSecond;
/** Beyond this the playhead jumps; below it runs a little faster or slower until it is right. */
const jumpMs = 500;
const slewShare = 0.02;

/**
 * The position of this client in the room's time: a smooth playhead that stays behind the room's clock by the delay that all members have
 * agreed on, or by more where this client's connection needs it, and never passes the last confirmed tick. Times are ms of a single steady clock.
 */
export interface RoomClock {
  confirm(tick: number, playing: boolean, atMs: number): void;
  /** Takes the room's time, and how far behind it members stay. */
  answer(answer: TimeAnswer & { delayMs: number }): void;
  /** Playhead in ticks, fractional, at most the confirmed tick. Calls must not go back in time. */
  playhead(nowMs: number): number;
  /** The time at which the playhead reaches `tick`, seen from `nowMs`. */
  dueMs(tick: number, nowMs: number): number;
  readonly confirmedTick: number;
  readonly isPlaying: boolean;
  /** The delay behind the room's clock that this client needs so that confirmations arrive in time, or null while it is not known. */
  readonly needMs: number | null;
}

/** batchMs: the room confirms this often. */
export function createRoomClock(batchMs: number): RoomClock {
  const time = createRoomTime();
  const arrivals = createConfirmArrivals(batchMs);
  let confirmed = 0;
  let playing = true;
  let commonMs = 0;
  let offsetMs: number | null = null;
  let lastMs = 0;

  /** Until the room has sent its time, the quickest arrival is taken to have had no delay. */
  const roomOffset = () => time.offsetMs ?? arrivals.quickestMs;

  /** The delay that all have agreed on, where it is about what is needed here: a client that is a step off is heard at the next answer. */
  const delay = () => (arrivals.needMs > commonMs + 2 * delayStepMs ? arrivals.needMs : commonMs);

  const settle = (nowMs: number) => {
    if (arrivals.count === 0) return;
    const target = roomOffset() - delay();
    if (offsetMs === null || Math.abs(target - offsetMs) > jumpMs) {
      offsetMs = target;
    } else {
      const maxSlew = Math.max(0, nowMs - lastMs) * slewShare;
      offsetMs += Math.max(-maxSlew, Math.min(maxSlew, target - offsetMs));
    }
    lastMs = nowMs;
  };

  return {
    confirm(tick, isPlaying, atMs) {
      if (isPlaying !== playing || tick < confirmed) {
        arrivals.clear();
        offsetMs = null;
        time.forget();
      }
      playing = isPlaying;
      if (playing) {
        arrivals.add(tick, confirmed, atMs);
        time.isAtLeast(arrivals.quickestMs);
        arrivals.weigh(roomOffset());
      }
      confirmed = tick;
    },
    answer(answer) {
      if (!playing) return;
      time.answer(answer);
      commonMs = answer.delayMs;
    },
    playhead(nowMs) {
      if (!playing) return confirmed;
      settle(nowMs);
      if (offsetMs === null) return 0;
      return Math.max(0, Math.min(confirmed, (nowMs + offsetMs) / tickMs));
    },
    dueMs(tick, nowMs) {
      return offsetMs === null ? nowMs : tick * tickMs - offsetMs;
    },
    get confirmedTick() {
      return confirmed;
    },
    get isPlaying() {
      return playing;
    },
    get needMs() {
      return playing && time.offsetMs !== null && arrivals.count > 1 ? arrivals.needMs : null;
    },
  };
}
