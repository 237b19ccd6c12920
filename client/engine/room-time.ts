const answersKept = 60;
/** Allowance for clock drift and rounding to a millisecond: if the bounds contradict each other by more, a clock was changed. */
const toleranceMs = 2;

/** A measurement of the room's time: local times of request and response, and the room's time in between. */
export interface TimeAnswer {
  sentMs: number;
  receivedMs: number;
  roomMs: number;
}

/**
 * Estimates the room's clock from responses with a delay in both directions. Room time minus local time is at least its value at the
 * arrival of a response, and at most its value at the sending of the request: the quickest of each direction count.
 */
export interface RoomTime {
  answer(answer: TimeAnswer): void;
  /** Adds a lower bound of room time minus local time. */
  isAtLeast(ms: number): void;
  /** Room time minus local time, or null before the first response. */
  readonly offsetMs: number | null;
  forget(): void;
}

export function createRoomTime(): RoomTime {
  let answers: TimeAnswer[] = [];
  let least = Number.NEGATIVE_INFINITY;
  let offsetMs: number | null = null;

  const settle = () => {
    const lower = Math.max(least, ...answers.map(({ roomMs, receivedMs }) => roomMs - receivedMs));
    const upper = Math.min(...answers.map(({ roomMs, sentMs }) => roomMs - sentMs));
    offsetMs = (lower + upper) / 2;
    return lower <= upper + toleranceMs;
  };

  return {
    answer(answer) {
      answers = [...answers, answer].slice(-answersKept);
      if (settle()) return;
      [answers, least] = [[answer], Number.NEGATIVE_INFINITY];
      settle();
    },
    isAtLeast(ms) {
      least = ms;
      if (answers.length === 0 || settle()) return;
      // The room's clock is ahead of its responses: they are outdated.
      answers = [];
      offsetMs = null;
    },
    get offsetMs() {
      return offsetMs;
    },
    forget() {
      [answers, least, offsetMs] = [[], Number.NEGATIVE_INFINITY, null];
    },
  };
}
