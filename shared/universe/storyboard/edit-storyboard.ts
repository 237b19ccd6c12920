import { type EditRefusal, refusedEdit } from '../edit-refusal.ts';
import { withPlayhead } from './playhead.ts';
import {
  countValues,
  onStage,
  type StoryboardContent,
  storyboardContentLimits,
  type StoryboardPoint,
  type Storyboard,
} from './storyboard.ts';
import { tracksOf } from './tracks.ts';
import { byText } from './by-text.ts';

type StoryFields = Omit<StoryboardContent, 'points'> & Pick<Storyboard, 'keptAs'>;
type PointValues = Omit<StoryboardPoint, 'id'>;

/** An edit of the storyboard; the forms are those of `storyEditSchemas`. */
export type StoryboardEdit =
  | { kind: 'storyboard.load'; content: StoryboardContent; keptAs: string | null }
  | { kind: 'storyboard.unload' }
  | { kind: 'storyboard.set'; values: Partial<StoryFields> }
  | { kind: 'point.add'; point: StoryboardPoint }
  | { kind: 'point.set'; id: string; values: Partial<PointValues> }
  | { kind: 'point.remove'; id: string }
  | { kind: 'playhead.set'; seconds?: number; playing: boolean }
  | { kind: 'playhead.lift' };

const storyKinds: Readonly<Record<StoryboardEdit['kind'], true>> = {
  'storyboard.load': true,
  'storyboard.unload': true,
  'storyboard.set': true,
  'point.add': true,
  'point.set': true,
  'point.remove': true,
  'playhead.set': true,
  'playhead.lift': true,
};

export function isStoryboardEdit(edit: { kind: string }): edit is StoryboardEdit {
  return Object.hasOwn(storyKinds, edit.kind);
}

const byTime = (points: readonly StoryboardPoint[]) => points.toSorted((a, b) => a.at - b.at);

const withPoint = ({ points }: StoryboardContent, id: string, values: Partial<PointValues>) =>
  points.map((point) => (point.id === id ? { ...point, ...values } : point));

/** Returns the reason for which an edit cannot be made to a storyboard, or to none; null when it can. */
export function refuseStoryboardEdit(storyboard: Storyboard | null, edit: StoryboardEdit): EditRefusal | null {
  if (edit.kind === 'storyboard.load') return null;
  if (storyboard === null) return refusedEdit('kind', edit.kind, 'needs-storyboard');
  switch (edit.kind) {
    case 'storyboard.set':
      return refuseContent({ ...storyboard, ...edit.values });
    case 'point.add':
      if (storyboard.points.some(({ id }) => id === edit.point.id)) return refusedEdit('point.id', edit.point.id, 'name-taken');
      return refuseContent({ ...storyboard, points: [...storyboard.points, edit.point] });
    case 'point.set':
      return refuseUnknown(storyboard, edit.id) ?? refuseContent({ ...storyboard, points: withPoint(storyboard, edit.id, edit.values) });
    case 'point.remove':
      return refuseUnknown(storyboard, edit.id);
    case 'playhead.set':
      if (edit.seconds !== undefined && edit.seconds > storyboard.duration)
        return refusedEdit('seconds', edit.seconds, 'too-high', { max: storyboard.duration });
      return null;
    case 'storyboard.unload':
    case 'playhead.lift':
      return null;
  }
}

function refuseUnknown({ points }: Storyboard, id: string): EditRefusal | null {
  return points.some((point) => point.id === id) ? null : refusedEdit('id', id, 'not-there');
}

function refuseContent({ points, duration }: StoryboardContent): EditRefusal | null {
  const { points: most, values: mostValues } = storyboardContentLimits;
  if (points.length > most.max) return refusedEdit('point', points.length, 'storyboard-point-limit', { max: most.max });
  const last = Math.max(0, ...points.map(({ at }) => at));
  if (last > duration) return refusedEdit('duration', duration, 'points-after-end');
  const values = countValues(points);
  if (values > mostValues.max) return refusedEdit('state', values, 'storyboard-value-limit', { max: mostValues.max });
  return null;
}

/** Returns the storyboard after an edit that was not refused, at the tick of the edit. */
export function applyStoryboardEdit(storyboard: Storyboard | null, edit: StoryboardEdit, tick: number): Storyboard | null {
  if (edit.kind === 'storyboard.load') return onStage({ ...edit.content, points: byTime(edit.content.points) }, edit.keptAs);
  if (storyboard === null) return null;
  switch (edit.kind) {
    case 'storyboard.unload':
      return null;
    case 'storyboard.set':
      return keptInTime({ ...storyboard, ...edit.values }, storyboard, tick);
    case 'point.add':
      return { ...storyboard, points: byTime([...storyboard.points, edit.point]) };
    case 'point.set':
      return { ...storyboard, points: byTime(withPoint(storyboard, edit.id, edit.values)) };
    case 'point.remove':
      return { ...storyboard, points: storyboard.points.filter(({ id }) => id !== edit.id) };
    case 'playhead.set':
      return withPlayhead(storyboard, tick, edit.playing, edit.seconds);
    case 'playhead.lift':
      return { ...storyboard, playhead: null, released: [] };
  }
}

/** Keeps the position of the playhead after a change of the duration, as far as it is still inside. */
function keptInTime(next: Storyboard, before: Storyboard, tick: number): Storyboard {
  const { playhead } = before;
  if (!playhead) return next;
  const { released } = before;
  const there = withPlayhead(before, tick, false).playhead!.seconds;
  return { ...withPlayhead(next, tick, playhead.since !== null, Math.min(there, next.duration)), released };
}

/** Returns the storyboard after an edit of these values: it does not move them until the playhead is set again. */
export function released(storyboard: Storyboard | null, targets: readonly string[]): Storyboard | null {
  if (!storyboard?.playhead) return storyboard;
  const taken = tracksOf(storyboard.points)
    .map(({ name }) => name)
    .filter((name) => targets.includes(name) && !storyboard.released.includes(name));
  return taken.length === 0 ? storyboard : { ...storyboard, released: [...storyboard.released, ...taken].toSorted(byText) };
}
