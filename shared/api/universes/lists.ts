/** The lists of universes. The first two are public; the others are those of the caller. */
export const universeLists = ['recent', 'popular', 'mine', 'shared', 'favourites'] as const;
export type UniverseList = (typeof universeLists)[number];

/** Limits of a request for a list. Lengths are in characters. */
export const listLimits = {
  words: { max: 100 },
  tags: { max: 4 },
  page: { min: 1, max: 48, default: 24 },
} as const;
