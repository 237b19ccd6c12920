import { uniformAt } from '../../../shared/math/generator.ts';
import {
  type Candidate,
  crossed,
  describe,
  descriptors,
  distance,
  faultOf,
  type Freedom,
  mutated,
} from '../../../shared/suggestion/index.ts';
import type { UniverseDocument } from '../../../shared/universe/index.ts';

export const everything: Freedom = { scopes: ['physics', 'music', 'sound', 'look', 'things'], amount: 1, locked: [] };

/** Standard deviation of the distance that a user feels between a universe and the one they seek; two templates are about 0.9 apart. */
const noise = 0.05;

/** A simulated user: begins at a universe and seeks another, which they know when they see it. */
export interface SimulatedUser {
  readonly start: Candidate;
  readonly target: Float64Array;
  /** Described universes that proposals may descend from; the one that the target descends from is not among them. */
  readonly library: readonly Candidate[];
  /** Uniform draws of this user, the same in every run. */
  draw(): number;
  /** Distance to the target, without noise. */
  far(values: Float64Array): number;
  /** Picks the nearest of some by what they feel. */
  pick<T extends Candidate>(shown: readonly T[]): T;
  /** What the model is told of a universe: all descriptors, or those that it knows. */
  seen(candidate: Candidate): Candidate;
  /** Takes from values what the model does not know. */
  masked(values: Float64Array): Float64Array;
}

/** Describes a document for a search; null if it must not be shown. Equal documents are described once. */
export type Describer = (start: UniverseDocument, document: UniverseDocument) => Candidate | null;

export function createDescriber(): Describer & { readonly count: () => number } {
  const known = new Map<string, ReturnType<typeof describe>>();
  const describer = (start: UniverseDocument, document: UniverseDocument): Candidate | null => {
    const name = JSON.stringify(document);
    const description = known.get(name) ?? describe(document);
    known.set(name, description);
    return faultOf(start, document, description, everything) === null ? { document, values: description.values } : null;
  };
  return Object.assign(describer, { count: () => known.size });
}

/** Which descriptors the model knows: all of them, or two of three, drawn for each user. */
function knownOf(number: number, hidesThird: boolean): number[] {
  const all = descriptors.map((_, i) => i);
  if (!hidesThird) return all;
  const order = all.toSorted((a, b) => uniformAt(77, number, a) - uniformAt(77, number, b));
  return order.slice(0, Math.round((order.length * 2) / 3)).toSorted((a, b) => a - b);
}

/** Draws a standard normal number (the sum of twelve uniform ones). */
export function normalFrom(draw: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += draw();
  return sum;
}

/** What the model knows. */
export interface Knowledge {
  /** It does not know a third of the descriptors by which users judge. */
  readonly hidesThird: boolean;
  /** What users seek descends from two templates of the library; otherwise from two that are not in it. */
  readonly parentsKnown: boolean;
}

const keyFrom = (draw: () => number) => Math.floor(draw() * 0x7fffffff);

/** Returns a user, who begins at a template and seeks a varied child of two others. */
export function userOf(
  number: number,
  templates: readonly Candidate[],
  describer: Describer,
  { hidesThird, parentsKnown }: Knowledge,
): SimulatedUser {
  let count = 0;
  const draw = () => uniformAt(4242, number, count++);
  const places = templates.map(draw);
  const [start, ...others] = templates.toSorted((a, b) => places[templates.indexOf(a)] - places[templates.indexOf(b)]);
  const [mother, father] = others;
  let target: Candidate | null = null;
  while (!target) {
    const child = crossed(mother.document, father.document, everything, keyFrom(draw));
    target = describer(mother.document, mutated(child, { ...everything, amount: 0.4 }, keyFrom(draw)));
  }
  const { values } = target;
  const known = new Set(knownOf(number, hidesThird));
  const seen = new WeakMap<Candidate, Candidate>();
  const masked = (values: Float64Array) => values.map((value, i) => (known.has(i) ? value : 0));
  return {
    start,
    masked,
    target: values,
    library: parentsKnown ? others : others.slice(2),
    draw,
    far: (other) => distance(other, values),
    pick(shown) {
      const felt = shown.map((candidate) => distance(candidate.values, values) + noise * normalFrom(draw));
      return shown[felt.indexOf(Math.min(...felt))];
    },
    seen(candidate) {
      const view = seen.get(candidate) ?? { document: candidate.document, values: masked(candidate.values) };
      seen.set(candidate, view);
      return view;
    },
  };
}
