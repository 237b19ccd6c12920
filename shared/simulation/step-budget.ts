/**
 * The limits of the cost of a step, counted and never timed: a clock would differ from device to device, and with it the universe. Work
 * beyond a count takes turns or waits for the next step; docs/decisions/0011 gives the reason for each.
 */
export const stepBudget = {
  /** Births; more wait for the next steps. Above the 33 333 of the highest mean rate, so that those that wait are born in the end. */
  births: 40_000,
  /** Slots times the wells that act on them; with more, the wells take turns. */
  wellPairs: 4_000_000,
  /** Slots that each listening well examines for sparkles; of more, a random part is examined. */
  glints: 256,
  /** Heavy particles that pull; when there are more, those in the lowest slots. */
  bodies: 4096,
  /** Heavy particles that are moved; more take turns. */
  movedBodies: 1024,
  /** Light slots that heavy bodies move in a step, as long as no more than `turns` steps pass until all have been moved. */
  lightSlots: 32_768,
  /** Slots times the sources that represent the bodies; when more slots have to be moved, they feel fewer sources. */
  lightPairs: 32_768 * 64,
  /** Sources that represent the bodies. */
  sources: 16,
  /** Most steps that a single step may represent: a longer wait is made good only up to this. */
  turns: 4,
  /** Neighbours: sorted slots, particles that search, and the candidates that each checks and the neighbours that it uses. */
  heed: { block: 65_536, budget: 16_384, looked: 96, heeded: 12 },
  /** The same for collisions. */
  collide: { block: 65_536, budget: 12_288, looked: 64, heeded: 8 },
} as const;
