/**
 * The most that a step may cost, counted and never timed: a clock would differ from device to device, and with it the universe.
 * Work beyond a count takes turns or waits for the next step; docs/decisions/0011 says why each is what it is.
 */
export const stepBudget = {
  /** Births; more come in the steps that follow. Above the 33 333 of the highest mean rate, so that those who wait are born in the end. */
  births: 40_000,
  /** Slots times the wells that act on them; with more, the wells take turns. */
  wellPairs: 4_000_000,
  /** Slots that each listening well looks at for what sparkles in it; more are looked at in turn, by chance. */
  glints: 256,
  /** Heavy particles that pull; where there are more, those in the lowest slots do. */
  bodies: 4096,
  /** Heavy particles that are moved; more take turns. */
  movedBodies: 1024,
  /** Light slots that heavy bodies move, while no more than `turns` steps go by until all have been. */
  lightSlots: 32_768,
  /** Slots times the places that stand for the bodies; where more slots have to be moved, they feel fewer places. */
  lightPairs: 32_768 * 64,
  /** Places that stand for the bodies. */
  sources: 16,
  /** Steps that a single one may stand for in time: of a longer wait only so much is made good. */
  turns: 4,
  /** Neighbours: slots that are sorted, particles that look around, and how many each looks at and heeds. */
  heed: { block: 65_536, budget: 16_384, looked: 96, heeded: 12 },
  /** The same for collisions. */
  collide: { block: 65_536, budget: 12_288, looked: 64, heeded: 8 },
} as const;
