import { parameterKeys } from '../parameters/index.ts';
import { documentSchema, type UniverseDocument } from '../universe/index.ts';
import type { Description } from './describe.ts';
import { type Freedom, freeParameters, freesThings } from './scope.ts';
import { burdenOf } from './burden.ts';

/** Why a proposal is not shown. */
export type Fault = 'silent' | 'empty' | 'out-of-scale' | 'over-budget' | 'flashing' | 'locked' | 'invalid';

/** Fewest notes per second that are music, and the least share of the time in which there is something to see. */
const leastNotes = 0.2;
const leastAlive = 0.5;
/** Flashes of the whole picture that a second may have. @see https://www.w3.org/TR/WCAG22/#three-flashes-or-below-threshold */
const mostFlashes = 3;

const equal = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** True when a proposal changes what is not free. */
function isLocked(start: UniverseDocument, proposal: UniverseDocument, freedom: Freedom): boolean {
  const free = new Set(freeParameters(freedom));
  if (parameterKeys.some((key) => !free.has(key) && proposal.parameters[key] !== start.parameters[key])) return true;
  const thingsOf = ({ emitters, wells, affinities }: UniverseDocument) => [emitters, wells, affinities];
  return !freesThings(freedom) && !equal(thingsOf(start), thingsOf(proposal));
}

/** True when a step of a proposal has more work than a step may have, and than the start has. */
function isOverBudget(start: UniverseDocument, proposal: UniverseDocument): boolean {
  const before = burdenOf(start);
  return burdenOf(proposal).some((burden, index) => burden > Math.max(1, before[index]));
}

/** Returns why the document of a proposal must not be shown, or null: a proposal with such a fault needs no description. */
export function documentFaultOf(start: UniverseDocument, proposal: UniverseDocument, freedom: Freedom): Fault | null {
  if (!documentSchema.safeParse(proposal).success) return 'invalid';
  if (isLocked(start, proposal, freedom)) return 'locked';
  return isOverBudget(start, proposal) ? 'over-budget' : null;
}

/** Returns why a proposal must not be shown, or null if it may. */
export function faultOf(start: UniverseDocument, proposal: UniverseDocument, { facts }: Description, freedom: Freedom): Fault | null {
  const fault = documentFaultOf(start, proposal, freedom);
  if (fault) return fault;
  if (facts.alive < leastAlive) return 'empty';
  if (facts.notesPerSecond < leastNotes) return 'silent';
  if (facts.notesOutOfScale > 0) return 'out-of-scale';
  return facts.flashesPerSecond > mostFlashes ? 'flashing' : null;
}
