/** The time from which favourites are weighed. */
const epochMs = Date.UTC(2026, 0, 1);
const halfLifeMs = 7 * 24 * 60 * 60 * 1000;

/** The number of favourites of a universe, and the logarithm to base 2 of the sum of their weights. */
export interface Popularity {
  favouriteCount: number;
  popularity: number;
}

/**
 * Returns the logarithm of the weight of a favourite at this time: it grows by one each half-life, so older favourites need no new weight.
 */
const weightAt = (at: Date) => Math.max(0, (at.getTime() - epochMs) / halfLifeMs);

/**
 * Adds a favourite. A sum that halves each week is compared by its logarithm at a fixed time, which does not change between favourites:
 * log2(2^a + 2^b), computed from the larger, as neither power fits into a number.
 * @see Cormode, Shkapenyuk, Srivastava, Xu 2009, "Forward Decay", §III
 */
export function withFavourite({ favouriteCount, popularity }: Popularity, at: Date): Popularity {
  const weight = weightAt(at);
  if (favouriteCount === 0) return { favouriteCount: 1, popularity: weight };
  const [less, more] = weight < popularity ? [weight, popularity] : [popularity, weight];
  return { favouriteCount: favouriteCount + 1, popularity: more + Math.log2(1 + 2 ** (less - more)) };
}

/** Removes a favourite that was added at `at`. A remaining weight too small beside the removed one to be computed becomes zero. */
export function withoutFavourite({ favouriteCount, popularity }: Popularity, at: Date): Popularity {
  if (favouriteCount <= 1) return { favouriteCount: 0, popularity: 0 };
  const share = 1 - 2 ** Math.min(0, weightAt(at) - popularity);
  return { favouriteCount: favouriteCount - 1, popularity: share > 0 ? Math.max(0, popularity + Math.log2(share)) : 0 };
}
