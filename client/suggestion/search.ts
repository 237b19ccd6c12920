import {
  type Candidate,
  createApproach,
  createInformedPreference,
  describe,
  documentFaultOf,
  editsBetween,
  explain,
  faultOf,
  type Freedom,
  pickGallery,
  placeOf,
  type Preference,
  targetsOfChips,
  withWords,
} from '../../shared/suggestion/index.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { draftsOf, type Lender, lenderOf } from './drafts.ts';
import type { Aim, Suggested, SearchFinding, SearchRequest } from './protocol.ts';

/** Universes around the middle. */
export const galleryCount = 8;
/** Good candidates from which the next one is taken: the first at once, since a user waits, and each later one from more. */
const candidatesFor = (index: number) => 2 * index + 1;
const maxTries = 48;
/** Most trials to come to an aim, and the share of the way that may remain. */
const maxTrials = 4;
const arrivedShare = 0.15;

type Tried = Candidate & Pick<Suggested, 'borrowedFrom'>;

/**
 * Searches the eight universes around a middle. They are found one after another, each the best of what has been tried until then, so that
 * none that is shown is replaced. Gives null where there is nothing to report after a piece of work of about a tenth of a second.
 */
export function* search(request: SearchRequest, lenders: readonly Lender[]): Generator<SearchFinding | null> {
  const { freedom } = request;
  const present = describedOf(request.present);
  yield null;
  const before = request.middle.document === request.present.document ? present : describedOf(request.middle);
  const moved = request.aim && (yield* towards(request.aim, before, freedom));
  const middle = moved ?? before;
  const proposed = moved && proposedOf({ ...moved, borrowedFrom: null }, present);
  yield { kind: 'middle', presentValues: present.values, values: middle.values, place: placeOf(middle.values), proposed };
  yield* around(middle, present, request, lenders);
  yield { kind: 'done' };
}

const describedOf = ({ document, values }: SearchRequest['middle']): Candidate => ({
  document,
  values: values ?? describe(document).values,
});

const proposedOf = ({ document, values, borrowedFrom }: Tried, present: Candidate): Suggested => ({
  document,
  values,
  borrowedFrom,
  explanation: explain(present.document, document, present.values, values),
});

function* around(
  middle: Candidate,
  present: Candidate,
  request: SearchRequest,
  lenders: readonly Lender[],
): Generator<SearchFinding | null> {
  const preference = createInformedPreference(lenders.flatMap(({ values }) => values ?? []));
  for (const choice of request.choices) preference.choose(...choice);
  const drafts = draftsOf(middle, request, lenders, preference);
  const pool: Tried[] = [];
  const picked: Tried[] = [];
  for (let tries = 0; tries < maxTries && picked.length < galleryCount; tries++) {
    const document = drafts.next().value;
    const values = valuesOfGood(document, middle.document, request.freedom);
    if (values) pool.push({ document, values, borrowedFrom: lenderOf(document, middle.document, lenders) });
    const next = values && pool.length >= candidatesFor(picked.length) ? nextOf(pool, picked, middle, preference) : null;
    if (next) picked.push(next);
    yield next ? { kind: 'found', index: picked.length - 1, proposed: proposedOf(next, present) } : null;
  }
  // Little is free, or little is good: what was found is shown all the same.
  while (picked.length < galleryCount && picked.length < pool.length) {
    const next = nextOf(pool, picked, middle, preference);
    if (!next) return;
    picked.push(next);
    yield { kind: 'found', index: picked.length - 1, proposed: proposedOf(next, present) };
  }
}

/**
 * Describes a document; null where it is like the middle or has a fault. What is free is free to differ from the middle: a user may have
 * taken the rest already.
 */
function valuesOfGood(document: UniverseDocument, middle: UniverseDocument, freedom: Freedom): Float64Array | null {
  if (editsBetween(middle, document).length === 0 || documentFaultOf(middle, document, freedom)) return null;
  const description = describe(document);
  return faultOf(middle, document, description, freedom) ? null : description.values;
}

/** Returns the one to show beside those that are picked already. */
function nextOf(pool: readonly Tried[], picked: readonly Tried[], middle: Candidate, preference: Preference): Tried | undefined {
  const rest = pool.filter((candidate) => !picked.includes(candidate));
  const best = pickGallery([...picked, ...rest], middle, preference, picked.length + 1);
  return rest.find((candidate) => best.includes(candidate)) ?? rest[0];
}

/** Moves a universe to an aim by a few trials; null if all of them have a fault. */
function* towards({ targets, chips }: Aim, from: Candidate, freedom: Freedom): Generator<null, Candidate | null> {
  const start = placeOf(from.values);
  const approach = createApproach(start, chips.length > 0 ? targetsOfChips(chips, start) : targets);
  let nearest: Candidate | null = null;
  for (let trial = 0; trial < maxTrials; trial++) {
    const document = withWords(from.document, chips, start, freedom, approach.aim());
    const description = describe(document);
    yield null;
    const isGood = faultOf(from.document, document, description, freedom) === null;
    const isNearer = approach.tell(isGood ? placeOf(description.values) : null);
    if (isNearer || (isGood && !nearest)) nearest = { document, values: description.values };
    if (nearest && approach.left < arrivedShare) break;
  }
  return nearest;
}
