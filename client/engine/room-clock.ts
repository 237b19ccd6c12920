import { ticksPerSecond } from '../../shared/simulation/world.ts';

const tickMs = 1000 / ticksPerSecond;
/** The room confirms about this often; a playhead closer than that to the newest confirmation would run dry between two. */
const confirmIntervalMs = 50;
const marginMs = 10;
const samplesKept = 100;
/** Beyond this the playhead jumps; below it runs a little faster or slower until it is right. */
const jumpMs = 500;
const slewShare = 0.02;

/**
 * Where this client is in the room's time: a smooth playhead that follows the confirmed ticks at a distance that
 * covers their jitter, and never passes the last of them. Times are ms of any one steady clock.
 */
export interface RoomClock {
  confirm(tick: number, playing: boolean, atMs: number): void;
  /** Playhead in ticks, fractional, at most the confirmed tick. Calls must not go back in time. */
  playhead(nowMs: number): number;
  /** The moment at which the playhead reaches `tick`, seen from `nowMs`. */
  dueMs(tick: number, nowMs: number): number;
  readonly confirmedTick: number;
  readonly isPlaying: boolean;
}

export function createRoomClock(): RoomClock {
  let confirmed = 0;
  let playing = true;
  /** Room time minus local time of each arrival, newest last: the largest arrived with the least delay. */
  let samples: number[] = [];
  let offsetMs: number | null = null;
  let lastMs = 0;

  const targetOffset = () => {
    const sorted = [...samples].sort((a, b) => b - a);
    const least = sorted[0];
    const jitter = least - sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))];
    return least - confirmIntervalMs - Math.min(jitter, jumpMs) - marginMs;
  };

  const settle = (nowMs: number) => {
    if (samples.length === 0) return;
    const target = targetOffset();
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
        samples = [];
        offsetMs = null;
      }
      playing = isPlaying;
      confirmed = tick;
      if (!playing) return;
      samples.push(tick * tickMs - atMs);
      if (samples.length > samplesKept) samples.shift();
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
  };
}
