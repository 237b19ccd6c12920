import { ticksPerSecond } from '../../shared/simulation/world.ts';
import { createRoomTime, type TimeAnswer } from './room-time.ts';

const tickMs = 1000 / ticksPerSecond;
const marginMs = 10;
const arrivalsKept = 200;
/** Beyond this the playhead jumps; below it runs a little faster or slower until it is right. */
const jumpMs = 500;
const slewShare = 0.02;
/** How far back to stay is said in steps, and less only where it is less by much: not every arrival changes it. */
const delayStepMs = 10;
const relaxMs = 40;

/**
 * Where this client is in the room's time: a smooth playhead that stays behind the room's clock by what all members have agreed on, or by
 * more where this client's line needs it, and never passes the last confirmed tick. Times are ms of any one steady clock.
 */
export interface RoomClock {
  confirm(tick: number, playing: boolean, atMs: number): void;
  /** What the room says of its time, and how far behind it members stay. */
  answer(answer: TimeAnswer & { delayMs: number }): void;
  /** Playhead in ticks, fractional, at most the confirmed tick. Calls must not go back in time. */
  playhead(nowMs: number): number;
  /** The moment at which the playhead reaches `tick`, seen from `nowMs`. */
  dueMs(tick: number, nowMs: number): number;
  readonly confirmedTick: number;
  readonly isPlaying: boolean;
  /** How far behind the room's clock this client has to stay so that confirmations come in time, or null while that is not known. */
  readonly needMs: number | null;
}

/** A confirmation as it came. */
interface Arrival {
  atMs: number;
  /** The tick that was confirmed until then: the playhead may be there when this one comes, and no further. */
  heldTick: number;
  /** Room time that has certainly passed minus local time: the largest arrived with the least delay. */
  leastMs: number;
}

/** batchMs: the room confirms this often; a playhead closer than that to the newest confirmation would run dry between two. */
export function createRoomClock(batchMs: number): RoomClock {
  const time = createRoomTime();
  let confirmed = 0;
  let playing = true;
  /** Newest last. */
  let arrivals: Arrival[] = [];
  let commonMs = 0;
  let needMs = 0;
  let offsetMs: number | null = null;
  let lastMs = 0;

  /** The value that only a few are above. */
  const most = (values: number[]) => values.sort((a, b) => a - b)[Math.floor((values.length - 1) * 0.98)];

  const quickest = () => Math.max(...arrivals.map(({ leastMs }) => leastMs));

  /** Until the room has said what time it is, the quickest arrival is believed to have taken no time. */
  const roomOffset = () => time.offsetMs ?? quickest();

  const weighNeed = () => {
    const offset = roomOffset();
    const behind = arrivals.slice(1).map(({ atMs, heldTick }) => atMs + offset - heldTick * tickMs);
    const needed = Math.max(batchMs, behind.length > 0 ? most(behind) : 0) + marginMs;
    const next = Math.min(jumpMs, Math.ceil(needed / delayStepMs) * delayStepMs);
    if (next > needMs || next <= needMs - relaxMs) needMs = next;
  };

  /** What all have agreed on, where that is about what is needed here: who is a step off is heard at the next answer. */
  const delay = () => (needMs > commonMs + 2 * delayStepMs ? needMs : commonMs);

  const settle = (nowMs: number) => {
    if (arrivals.length === 0) return;
    const target = roomOffset() - delay();
    if (offsetMs === null || Math.abs(target - offsetMs) > jumpMs) {
      offsetMs = target;
    } else {
      const most = Math.max(0, nowMs - lastMs) * slewShare;
      offsetMs += Math.max(-most, Math.min(most, target - offsetMs));
    }
    lastMs = nowMs;
  };

  return {
    confirm(tick, isPlaying, atMs) {
      if (isPlaying !== playing || tick < confirmed) {
        arrivals = [];
        needMs = 0;
        offsetMs = null;
        time.forget();
      }
      playing = isPlaying;
      if (playing) {
        const leastMs = tick * tickMs - atMs;
        arrivals.push({ atMs, heldTick: confirmed, leastMs });
        if (arrivals.length > arrivalsKept) arrivals.shift();
        time.isAtLeast(quickest());
        weighNeed();
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
      return playing && time.offsetMs !== null && arrivals.length > 1 ? needMs : null;
    },
  };
}
