import { type ParameterKey, parameterKeys } from '../parameters/index.ts';
import type { UniverseDocument } from '../universe/index.ts';
import { type DescriptorName, descriptors } from './descriptors.ts';

/** What is different in a proposal. */
export interface Explanation {
  /** The largest measured changes, the largest first; `by` is above 0 where there is more of it. */
  readonly changes: readonly { readonly descriptor: DescriptorName; readonly by: number }[];
  readonly parameters: readonly ParameterKey[];
  /** True when emitters, wells or affinities are different. */
  readonly things: boolean;
}

const mostChanges = 3;
/** Smallest change that is worth a word: smaller ones come from another seed as well. */
const leastChange = 0.3;

/** Explains a proposal `to` by what was measured of both. */
export function explain(from: UniverseDocument, to: UniverseDocument, fromValues: Float64Array, toValues: Float64Array): Explanation {
  const changes = descriptors
    .map(({ name }, index) => ({ descriptor: name, by: toValues[index] - fromValues[index] }))
    .filter(({ by }) => Math.abs(by) >= leastChange)
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, mostChanges);
  const thingsOf = ({ emitters, wells, affinities }: UniverseDocument) => JSON.stringify([emitters, wells, affinities]);
  return {
    changes,
    parameters: parameterKeys.filter((key) => from.parameters[key] !== to.parameters[key]),
    things: thingsOf(from) !== thingsOf(to),
  };
}
