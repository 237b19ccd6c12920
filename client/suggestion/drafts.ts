import { mix } from '../../shared/math/generator.ts';
import { parameterKeys } from '../../shared/parameters/index.ts';
import { bred, type Candidate, crossed, mutated, type Preference } from '../../shared/suggestion/index.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import type { SearchRequest } from './protocol.ts';

/** A universe of which suggestions can have a part, and its descriptors; null until it has been described. */
export interface Lender {
  readonly name: string;
  readonly document: UniverseDocument;
  readonly values: Float64Array | null;
}

/** Documents of a search that are foreseen to be good; more are made by chance. */
const promisingCount = 12;
/** Least number, and least share, of what is new in a document that is from one lender if it counts as borrowed. */
const leastBorrowed = 3;
const leastShare = 0.5;

/** Returns documents to be described, without an end, the most promising first. A surprise has more from the lenders. */
export function* draftsOf(
  middle: Candidate,
  { freedom, key, isSurprise }: Pick<SearchRequest, 'freedom' | 'key' | 'isSurprise'>,
  lenders: readonly Lender[],
  preference: Preference,
): Generator<UniverseDocument, never> {
  const library = lenders.flatMap(({ document, values }) => (values ? [{ document, values }] : []));
  const promising = bred(middle, library, preference, freedom, { key, count: promisingCount });
  // Until the lenders are described, nothing can be foreseen of their children.
  const borrows = (draft: number) => (isSurprise ? draft % 3 !== 2 : library.length === 0 && draft % 3 === 2);
  for (let draft = 0; ; draft++) {
    const ownKey = mix(key + draft);
    const lender = borrows(draft) ? lenders[ownKey % lenders.length] : undefined;
    if (lender) yield crossed(middle.document, lender.document, freedom, ownKey);
    else yield promising.shift() ?? mutated(middle.document, freedom, ownKey);
  }
}

const equal = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Returns the name of the lender from which most of what is new in a document is; null if that is little. */
export function lenderOf(document: UniverseDocument, before: UniverseDocument, lenders: readonly Lender[]): string | null {
  const changed = parameterKeys.filter((key) => document.parameters[key] !== before.parameters[key]);
  const hasOtherEmitters = !equal(document.emitters, before.emitters);
  const counted = lenders.map(({ name, document: lent }) => ({
    name,
    count: changed.filter((key) => document.parameters[key] === lent.parameters[key]).length,
    lentEmitters: hasOtherEmitters && equal(document.emitters, lent.emitters),
  }));
  const most = counted.toSorted((a, b) => b.count - a.count)[0];
  if (most && most.count >= Math.max(leastBorrowed, leastShare * changed.length)) return most.name;
  return counted.find(({ lentEmitters }) => lentEmitters)?.name ?? null;
}
