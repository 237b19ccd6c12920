/** The lists that universes stand in. The first two are everybody's; the others are of whoever asks. */
export const universeLists = ['recent', 'popular', 'mine', 'shared', 'favourites'] as const;
export type UniverseList = (typeof universeLists)[number];

/** How lists may be asked for. Lengths are in characters. */
export const listLimits = {
  words: { max: 100 },
  tags: { max: 4 },
  page: { min: 1, max: 48, default: 24 },
} as const;
