import { approach } from './frame-state.ts';

/** Frames in which the exposure is set at once. */
const openingFrames = 12;
const exposureSeconds = 1.4;
/** Without a new frame for this long, nothing moves. */
const pausedAfterSeconds = 0.12;
/** Longest time of a motion stroke: a moving particle is drawn over the time since the last picture, up to this. */
const maxShutterSeconds = 0.1;

/** The time that a picture covers, and what it keeps of the pictures before it: trail and exposure. */
export interface PictureHistory {
  /** Pictures drawn. */
  readonly frames: number;
  /** Wall seconds since the last picture, including draws that were left out. */
  readonly seconds: number;
  readonly shutterSeconds: number;
  /** Share of the way that the exposure goes in this picture. */
  readonly exposureStep: number;
  /** The picture has another size: there is no trail to keep. */
  readonly trailIsNew: boolean;
  /** Counts the seconds of a draw. */
  advance(seconds: number, hasNewFrame: boolean): void;
  /** Begins a new trail, and lets the exposure be set again. */
  clearTrail(): void;
  /** Counts a picture, which shows so many particles that live. */
  drawn(alive: number): void;
}

export function createPictureHistory(): PictureHistory {
  let frames = 0;
  let openFrames = 0;
  let trailIsNew = true;
  let seconds = 0;
  let stillSeconds = 0;

  return {
    get frames() {
      return frames;
    },
    get seconds() {
      return seconds;
    },
    get shutterSeconds() {
      return stillSeconds > pausedAfterSeconds ? 0 : Math.min(seconds, maxShutterSeconds);
    },
    get exposureStep() {
      return openFrames < openingFrames ? 1 : approach(seconds, exposureSeconds);
    },
    get trailIsNew() {
      return trailIsNew;
    },
    advance(passed, hasNewFrame) {
      seconds += passed;
      stillSeconds = hasNewFrame ? 0 : stillSeconds + passed;
    },
    clearTrail() {
      trailIsNew = true;
      openFrames = Math.min(openFrames, openingFrames - 2);
    },
    drawn(alive) {
      seconds = 0;
      trailIsNew = false;
      frames += 1;
      if (alive > 0) openFrames += 1;
    },
  };
}
