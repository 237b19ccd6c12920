const answersKept = 60;
/** What a clock drifts by, and a millisecond's rounding: bounds that are further apart are of a time that was shifted meanwhile. */
const toleranceMs = 2;

/** An answer to the question what time it is in the room: local times of question and answer, the room's time between them. */
export interface TimeAnswer {
  sentMs: number;
  receivedMs: number;
  roomMs: number;
}

/**
 * What the room's clock shows, from answers that took their time on both ways. The room's time minus local time is at least what an
 * answer has when it arrives, and at most what it has against the moment of its question: the quickest of each way count.
 */
export interface RoomTime {
  answer(answer: TimeAnswer): void;
  /** What else is known of it: the room's time minus local time is no less than this. */
  isAtLeast(ms: number): void;
  /** The room's time minus local time, or null while nobody has answered. */
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
      // The room's clock is ahead of what its answers said: they are old.
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
