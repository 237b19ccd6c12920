import { uniformAt } from '../../../shared/math/generator.ts';
import { type Candidate, describe, descriptors, distance, faultOf, type Freedom, mutated } from '../../../shared/suggestion/index.ts';
import type { UniverseDocument } from '../../../shared/universe/index.ts';

export const everything: Freedom = { scopes: ['physics', 'music', 'sound', 'look', 'things'], amount: 1, locked: [] };

/** Standard deviation of the distance that a user feels between a universe and the one they seek; two universes are about 1.5 apart. */
const noise = 0.1;

/** A simulated user: begins at a universe and seeks another, which they know when they see it. */
export interface User {
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

/**
 * Returns a user. They seek a child of a template that may be shown and is in neither the library nor the start.
 * `hidesThird`: the model does not know a third of the descriptors by which they judge.
 */
export function userOf(number: number, templates: readonly Candidate[], describer: Describer, hidesThird: boolean): User {
  let count = 0;
  const draw = () => uniformAt(4242, number, count++);
  const parent = Math.floor(draw() * templates.length);
  const begin = (parent + 1 + Math.floor(draw() * (templates.length - 1))) % templates.length;
  const start = templates[begin];
  const sought = templates[parent];
  let target: Candidate | null = null;
  while (!target)
    target = describer(sought.document, mutated(sought.document, { ...everything, amount: 0.6 }, Math.floor(draw() * 0x7fffffff)));
  const { values } = target;
  const known = knownOf(number, hidesThird);
  const seen = new WeakMap<Candidate, Candidate>();
  return {
    start,
    target: values,
    library: templates.filter((candidate) => candidate !== sought && candidate !== start),
    draw,
    far: (other) => distance(other, values),
    pick(shown) {
      const felt = shown.map((candidate) => distance(candidate.values, values) + noise * normalFrom(draw));
      return shown[felt.indexOf(Math.min(...felt))];
    },
    seen(candidate) {
      const view = seen.get(candidate) ?? { document: candidate.document, values: Float64Array.from(known, (i) => candidate.values[i]) };
      seen.set(candidate, view);
      return view;
    },
  };
}
