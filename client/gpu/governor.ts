/** The budget of the renderer for a frame. The simulation does not depend on it. */
export interface Quality {
  /** Drawn pixels per screen pixel, along one side. */
  readonly resolutionScale: number;
  /** Most particles that are drawn. */
  readonly particleBudget: number;
  /** Sparks in the whole picture. */
  readonly sparkBudget: number;
  readonly bloomLevels: number;
  /** Largest disc of a particle, in pixels. */
  readonly maxDisc: number;
  /** Most splats along the stroke of a moving particle. */
  readonly maxDabs: number;
  /** Point splats fall on one pixel instead of four. */
  readonly coarse: boolean;
}

/** From lowest to highest. Each rung costs roughly 1.5 times the rung below. */
export const qualityLadder: readonly Quality[] = [
  { resolutionScale: 0.3, particleBudget: 8_000, sparkBudget: 0, bloomLevels: 4, maxDisc: 1, coarse: true, maxDabs: 1 },
  { resolutionScale: 0.35, particleBudget: 14_000, sparkBudget: 0, bloomLevels: 4, maxDisc: 1, coarse: true, maxDabs: 1 },
  { resolutionScale: 0.42, particleBudget: 24_000, sparkBudget: 8_000, bloomLevels: 4, maxDisc: 1.5, coarse: true, maxDabs: 1 },
  { resolutionScale: 0.5, particleBudget: 40_000, sparkBudget: 20_000, bloomLevels: 5, maxDisc: 2, coarse: false, maxDabs: 2 },
  { resolutionScale: 0.6, particleBudget: 80_000, sparkBudget: 60_000, bloomLevels: 5, maxDisc: 3, coarse: false, maxDabs: 3 },
  { resolutionScale: 0.8, particleBudget: 200_000, sparkBudget: 200_000, bloomLevels: 6, maxDisc: 5, coarse: false, maxDabs: 4 },
  { resolutionScale: 1, particleBudget: 1_000_000, sparkBudget: 600_000, bloomLevels: 6, maxDisc: 8, coarse: false, maxDabs: 6 },
  { resolutionScale: 1, particleBudget: 4_000_000, sparkBudget: 2_000_000, bloomLevels: 7, maxDisc: 14, coarse: false, maxDabs: 8 },
];

export interface Governor {
  readonly quality: Quality;
  /** Smoothed cost of a frame in ms. */
  readonly frameMilliseconds: number;
  /** Takes the measured cost of a frame and the refresh interval of the display, in ms; returns true when the quality has changed. */
  report(costMilliseconds: number, refreshMilliseconds?: number): boolean;
}

interface GovernorOptions {
  /** True when the device draws on the CPU: the governor starts low and leaves time to the simulation and the sound. */
  readonly software: boolean;
  /** Fixed rung, from 0 to 1 of the ladder, whatever a frame costs. */
  readonly fixed?: number;
}

const usualRefreshMs = 1000 / 60;
/**
 * Below `low` of a frame interval there is room for more, above `high` it is too much. The CPU gets two intervals, and never those of a
 * fast display.
 */
const hardwareLimits = { low: 0.42, high: 0.84, shortestMs: 0, start: 6 };
const softwareLimits = { low: 1.02, high: 2.16, shortestMs: usualRefreshMs, start: 2 };

/** Frames measured before a step, and the number of good frames that a step up needs at first and at most. */
const settleFrames = 8;
const patienceAtFirst = 45;
const patienceAtMost = 3_600;

/**
 * Steps down quickly and up slowly. A step up that has to be undone raises the patience, so that the governor settles below the rung that
 * is too expensive and does not flicker between two.
 */
export function createGovernor(options: GovernorOptions): Governor {
  const limits = options.software ? softwareLimits : hardwareLimits;
  const top = qualityLadder.length - 1;
  let rung = options.fixed === undefined ? limits.start : Math.round(Math.min(1, Math.max(0, options.fixed)) * top);
  let smooth = 0;
  let frames = 0;
  let goodFrames = 0;
  let patience = patienceAtFirst;
  let climbed = false;

  const step = (by: number) => {
    rung += by;
    frames = 0;
    goodFrames = 0;
    return true;
  };

  return {
    get quality() {
      return qualityLadder[rung];
    },
    get frameMilliseconds() {
      return smooth;
    },
    report(cost, refreshMilliseconds = usualRefreshMs) {
      const pictureMs = Math.max(limits.shortestMs, refreshMilliseconds);
      frames += 1;
      // The first frames after a change pay for new textures and pipelines.
      if (frames <= 2) return false;
      // A single long frame may be an accident, so its cost is capped.
      const bounded = Math.min(cost, 250, frames === 3 ? Number.POSITIVE_INFINITY : smooth * 2.5 + 2);
      smooth = frames === 3 ? bounded : smooth + (bounded - smooth) * 0.15;
      if (frames < settleFrames || options.fixed !== undefined) return false;
      if (smooth > limits.high * pictureMs && rung > 0) {
        if (climbed) patience = Math.min(patienceAtMost, patience * 3);
        climbed = false;
        return step(smooth > 2.2 * limits.high * pictureMs && rung > 1 ? -2 : -1);
      }
      goodFrames = smooth < limits.low * pictureMs ? goodFrames + 1 : 0;
      if (goodFrames < patience || rung === top) return false;
      climbed = true;
      return step(1);
    },
  };
}
