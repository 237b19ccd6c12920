import type { UniverseDocument } from '../universe/index.ts';
import { exp } from '../math/exact.ts';
import type { Preference } from './preference.ts';

/** A universe that may be proposed, and its normalised descriptors. */
export interface Candidate {
  document: UniverseDocument;
  values: Float64Array;
}

/** Deviations that the boldest of a gallery may count on; the first picks count on none. */
const boldest = 1.5;
/** Root mean square difference of the descriptors within which two candidates look alike to a user. */
const alike = 0.6;
/** Utility that a candidate loses when it is the same as one beside it. */
const sameness = 3;

/** How alike two vectors are: 1 for the same, towards 0 for different ones. */
function likeness(a: Float64Array, b: Float64Array): number {
  let square = 0;
  for (let i = 0; i < a.length; i++) square += (a[i] - b[i]) * (a[i] - b[i]);
  return exp(-square / (2 * a.length * alike * alike));
}

/**
 * Picks up to `count` of a pool to be shown round the incumbent, best first: good by the preference, later ones by what they might be
 * if the preference errs, and each different from the incumbent and from those before it. The incumbent is shown as it is: it is not
 * picked, and not lost either, so that a choice made by mistake does no harm.
 */
export function pickGallery(pool: readonly Candidate[], incumbent: Candidate, preference: Preference, count: number): Candidate[] {
  const left = pool
    .filter((candidate) => candidate !== incumbent)
    .map((candidate) => ({ candidate, ...preference.judge(candidate.values), alike: likeness(candidate.values, incumbent.values) }));
  const picked: Candidate[] = [];
  while (picked.length < count && left.length > 0) {
    const boldness = count > 1 ? (boldest * picked.length) / (count - 1) : 0;
    const worth = (entry: (typeof left)[number]) => entry.mean + boldness * entry.deviation - sameness * entry.alike;
    let best = 0;
    for (let i = 1; i < left.length; i++) if (worth(left[i]) > worth(left[best])) best = i;
    const [next] = left.splice(best, 1);
    picked.push(next.candidate);
    for (const entry of left) entry.alike = Math.max(entry.alike, likeness(entry.candidate.values, next.candidate.values));
  }
  return picked;
}
