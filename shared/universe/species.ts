/** Kinds of particle. */
export const speciesCount = 6;

/** Affinities of a universe: one for each ordered pair of species. */
export const affinityCount = speciesCount * speciesCount;

/** Returns the place of the affinity of species `of` towards species `towards` in the document's list. */
export function affinityIndex(of: number, towards: number): number {
  return of * speciesCount + towards;
}

/** Affinities of species that do not heed one another. */
export function indifference(): number[] {
  return Array.from({ length: affinityCount }, () => 0);
}
