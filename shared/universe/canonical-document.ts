import { parameterKeys } from '../parameters/index.ts';
import type { UniverseDocument } from './document.ts';
import { emitterFields, wellFields } from './entity-fields.ts';
import type { Storyboard } from './storyboard/storyboard.ts';
import { byText } from './storyboard/by-text.ts';

const emitterKeys = ['id', ...Object.keys(emitterFields)];
const wellKeys = ['id', ...Object.keys(wellFields)];

/** Returns the values in the order of `keys`; a negative zero, which JSON does not have, becomes a plain one. */
function ordered<T extends object>(values: T, keys: readonly string[]): T {
  const source = values as Record<string, unknown>;
  return Object.fromEntries(keys.map((key) => [key, source[key] === 0 ? 0 : source[key]])) as T;
}

/** Returns a document in its canonical form, the same after any pass through JSON and its schema: equal documents give equal text. */
export function canonicalDocument({
  version,
  seed,
  parameters,
  emitters,
  wells,
  affinities,
  storyboard,
}: UniverseDocument): UniverseDocument {
  return {
    version,
    seed,
    parameters: ordered(parameters, parameterKeys),
    emitters: emitters.map((emitter) => ordered(emitter, emitterKeys)),
    wells: wells.map((well) => ordered(well, wellKeys)),
    affinities: affinities.map((affinity) => (affinity === 0 ? 0 : affinity)),
    storyboard: storyboard && canonicalStoryboard(storyboard),
  };
}

const made = new WeakMap<Storyboard, Storyboard>();

/** Returns the same object for the same storyboard: code that compares points by identity sees a change only when there is one. */
function canonicalStoryboard(storyboard: Storyboard): Storyboard {
  const before = made.get(storyboard);
  if (before) return before;
  const { title, duration, loop, points, keptAs, playhead, released } = storyboard;
  const canonical: Storyboard = {
    title,
    duration,
    loop,
    points: points.map(({ id, at, transition, state }) => ({
      id,
      at: at === 0 ? 0 : at,
      transition,
      state: ordered(state, Object.keys(state).toSorted(byText)),
    })),
    keptAs,
    playhead: playhead && { seconds: playhead.seconds === 0 ? 0 : playhead.seconds, since: playhead.since },
    released,
  };
  made.set(storyboard, canonical);
  made.set(canonical, canonical);
  return canonical;
}
