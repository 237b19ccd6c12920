/** When favourites begin to be weighed. */
const epochMs = Date.UTC(2026, 0, 1);
const halfLifeMs = 7 * 24 * 60 * 60 * 1000;

/** How many have a universe among their favourites, and the logarithm to base 2 of what those weigh together. */
export interface Popularity {
  favouriteCount: number;
  popularity: number;
}

/** The logarithm of what a favourite of this moment weighs: one more each half-life, so that nothing older has to be weighed anew. */
const weightAt = (at: Date) => Math.max(0, (at.getTime() - epochMs) / halfLifeMs);

/**
 * The standing with one favourite more. A sum that halves each week is compared by its logarithm at a fixed moment, which stands still
 * between favourites: log2(2^a + 2^b), from the greater, as neither power is of a size that a number holds.
 * @see Cormode, Shkapenyuk, Srivastava, Xu 2009, "Forward Decay", §III
 */
export function withFavourite({ favouriteCount, popularity }: Popularity, at: Date): Popularity {
  const weight = weightAt(at);
  if (favouriteCount === 0) return { favouriteCount: 1, popularity: weight };
  const [less, more] = weight < popularity ? [weight, popularity] : [popularity, weight];
  return { favouriteCount: favouriteCount + 1, popularity: more + Math.log2(1 + 2 ** (less - more)) };
}

/** The standing without a favourite that was given at `at`; nothing is left of what weighs too little beside it to be told. */
export function withoutFavourite({ favouriteCount, popularity }: Popularity, at: Date): Popularity {
  if (favouriteCount <= 1) return { favouriteCount: 0, popularity: 0 };
  const share = 1 - 2 ** Math.min(0, weightAt(at) - popularity);
  return { favouriteCount: favouriteCount - 1, popularity: share > 0 ? Math.max(0, popularity + Math.log2(share)) : 0 };
}
