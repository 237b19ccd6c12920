/** Number of kinds of particles. */
export const speciesCount = 6;

/** Affinities of a universe: one for each ordered pair of species. */
export const affinityCount = speciesCount * speciesCount;

/** Returns the place of the affinity of species `of` towards species `towards` in the document's list. */
export function affinityIndex(of: number, towards: number): number {
  return of * speciesCount + towards;
}

/** Returns affinities without an effect between any species. */
export function indifference(): number[] {
  return Array.from({ length: affinityCount }, () => 0);
}
