/**
 * From the page's clock to the audio clock. Both run at the same speed, but the audio clock is read in steps of a
 * render quantum and late: the largest difference seen lately is the truest.
 */
export interface AudioTimeline {
  /** Notes one reading of both clocks: ms of the page, seconds of the audio context. */
  observe(pageMs: number, audioSeconds: number): void;
  /** Audio time in seconds at which something due at `pageMs` should sound. */
  at(pageMs: number): number;
}

/** Distance between a tick's due moment and its sound: covers timers that are late and a busy main thread. */
export const lookAheadSeconds = 0.12;
const readingsKept = 64;

export function createAudioTimeline(): AudioTimeline {
  const differences: number[] = [];
  return {
    observe(pageMs, audioSeconds) {
      differences.push(audioSeconds - pageMs / 1000);
      if (differences.length > readingsKept) differences.shift();
    },
    at(pageMs) {
      return pageMs / 1000 + Math.max(...differences) + lookAheadSeconds;
    },
  };
}
