import { pow } from '../math/exact.ts';
import { parameterOf, type ParameterValues } from '../parameters/index.ts';
import type { StateValue, StoryboardPoint, UniverseDocument } from '../universe/index.ts';

/** The values that depend on how many particles there are, and the power of the share of them that each follows. */
const powers = { emissionRate: 1, particleRadius: -0.4, speciesReach: -1 / 3, bodyGravity: -1 } as const satisfies Partial<
  Record<keyof ParameterValues, number>
>;
const crowded = Object.keys(powers) as (keyof typeof powers)[];

/** Scales the points of a storyboard: one that sets a value in some point sets its default in the others. */
function thinnedPoints(points: readonly StoryboardPoint[], scales: ReadonlyMap<string, number>): StoryboardPoint[] {
  const staged = crowded.filter((key) => points.some(({ state }) => Object.hasOwn(state, key)));
  return points.map((point) => {
    const defaults = Object.fromEntries(staged.map((key): [string, StateValue] => [key, parameterOf(key).default]));
    const scaled = Object.entries({ ...defaults, ...point.state }).map(([name, value]): [string, StateValue] => [
      name,
      typeof value === 'number' ? value * (scales.get(name) ?? 1) : value,
    ]);
    return { ...point, state: Object.fromEntries(scaled) };
  });
}

/** Returns the values that depend on how many particles there are, for a share of them, which may be more than all. */
export function crowdOf(parameters: Readonly<ParameterValues>, share: number): Pick<ParameterValues, keyof typeof powers> {
  return Object.fromEntries(crowded.map((key) => [key, parameters[key] * pow(share, powers[key])])) as Pick<
    ParameterValues,
    keyof typeof powers
  >;
}

/**
 * Returns a document with at most `most` particles that moves and sounds as with all of them: fewer are born, each is larger and reaches
 * farther, so that they meet as often, and heavy ones pull as much together. Its values may be outside of their ranges: it is for a
 * simulation, and never becomes an edit.
 */
export function thinned(document: UniverseDocument, most: number): UniverseDocument {
  const { parameters, storyboard } = document;
  const share = Math.min(1, most / parameters.particleCount);
  if (share === 1) return document;
  const scales = new Map<string, number>(crowded.map((key) => [key, pow(share, powers[key])]));
  return {
    ...document,
    parameters: { ...parameters, ...crowdOf(parameters, share), particleCount: most },
    storyboard: storyboard && { ...storyboard, points: thinnedPoints(storyboard.points, scales) },
  };
}
