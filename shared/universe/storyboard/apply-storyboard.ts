import type { UniverseDocument } from '../document.ts';
import { mixValues } from './mix-values.ts';
import { storyboardPositionOf, type StoryboardPosition } from './position.ts';
import type { StateValue, Storyboard } from './storyboard.ts';
import { type Track, tracksOf } from './tracks.ts';

type Values = Record<string, StateValue>;

/** Returns the effective document of a universe at a tick. */
export type StoryboardApplier = (document: UniverseDocument, tick: number, beatTick: number | null) => UniverseDocument;

function laidOver<T extends { id: string }>(
  entities: T[],
  tracks: readonly Track[],
  kind: 'emitter' | 'well',
  valueOf: (track: Track) => StateValue,
): T[] {
  const changes = new Map<string, Values>();
  for (const track of tracks) {
    if (track.target.kind !== kind) continue;
    const { id, name } = track.target;
    changes.set(id, { ...changes.get(id), [name]: valueOf(track) });
  }
  return changes.size === 0
    ? entities
    : entities.map((entity) => (changes.has(entity.id) ? { ...entity, ...changes.get(entity.id) } : entity));
}

function stagedAt(document: UniverseDocument, { points, released }: Storyboard, { from, to, share }: StoryboardPosition): UniverseDocument {
  const tracks = tracksOf(points).filter(({ name }) => !released.includes(name));
  const valueOf = ({ target, values }: Track) => mixValues(target.field, values[from]!, values[to]!, share);
  const parameters: Values = { ...document.parameters };
  for (const track of tracks) if (track.target.kind === 'parameter') parameters[track.target.key] = valueOf(track);
  return {
    ...document,
    parameters: parameters as UniverseDocument['parameters'],
    emitters: laidOver(document.emitters, tracks, 'emitter', valueOf),
    wells: laidOver(document.wells, tracks, 'well', valueOf),
    storyboard: null,
  };
}

/**
 * Creates a function that returns effective documents at a tick: the same object as long as nothing moves, and the authored document
 * without a playhead. `beatTick` is the tick of the last beat, or null if it is not known.
 */
export function createStoryboardApplier(): StoryboardApplier {
  let last: { document: UniverseDocument; moment: StoryboardPosition; staged: UniverseDocument } | null = null;
  return (document, tick, beatTick) => {
    const { storyboard } = document;
    if (!storyboard?.playhead || tracksOf(storyboard.points).length === 0) return document;
    const moment = storyboardPositionOf(storyboard, storyboard.playhead, tick, beatTick);
    const stands =
      last?.document === document && last.moment.from === moment.from && last.moment.to === moment.to && last.moment.share === moment.share;
    if (!stands) last = { document, moment, staged: stagedAt(document, storyboard, moment) };
    return last!.staged;
  };
}
