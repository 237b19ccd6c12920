import type { StateValue, StoryboardPoint } from './storyboard.ts';
import { type Target, targetOf } from './targets.ts';
import { byText } from './by-text.ts';

/** The values of one target at each point. */
export interface Track {
  readonly name: string;
  readonly target: Target;
  readonly values: readonly StateValue[];
}

/** Returns the value at each point; a point without a value of an emitter or well has that of the previous point, or else of the next. */
function valuesAt(name: string, target: Target, points: readonly StoryboardPoint[]): StateValue[] {
  if (target.kind === 'parameter') return points.map(({ state }) => (Object.hasOwn(state, name) ? state[name]! : target.field.default));
  const said = points.map(({ state }) => (Object.hasOwn(state, name) ? state[name] : undefined));
  const first = said.find((value) => value !== undefined)!;
  let present = first;
  return said.map((value) => (present = value ?? present));
}

const made = new WeakMap<readonly StoryboardPoint[], readonly Track[]>();

/** Returns the targets that a storyboard moves: those whose values are not the same at all of its points. All others are left to users. */
export function tracksOf(points: readonly StoryboardPoint[]): readonly Track[] {
  const before = made.get(points);
  if (before) return before;
  const names = [...new Set(points.flatMap(({ state }) => Object.keys(state)))].toSorted(byText);
  const tracks = names
    .map((name): Track => {
      const target = targetOf(name)!;
      return { name, target, values: valuesAt(name, target, points) };
    })
    .filter(({ values }) => values.some((value) => value !== values[0]));
  made.set(points, tracks);
  return tracks;
}
